import { expand } from '../specs/requirements/index.ts';

/** Ids of what a run is asked to judge, by ids, families or areas. */
export function idsOf(only: readonly string[]): ReadonlySet<string> {
  return new Set(only.flatMap((name) => expand(name).map((requirement) => requirement.id)));
}

/** Whether a requirement is one of those that a run is asked to judge: any, where it names none. */
export function selectedBy(only: readonly string[]): (id: string) => boolean {
  const ids = idsOf(only);
  return (id) => only.length === 0 || ids.has(id);
}
