import { UsageError } from '../../fixtures/target/settings.ts';
import { expand, requirements, suggest, type Requirement } from '../../specs/requirements/index.ts';

/** The requirements that a name selects, or all of them, one line each. Throws `UsageError` for an unknown name. */
export function list(name: string | undefined): string {
  const selected = name === undefined ? requirements : named(name);
  const width = Math.max(...selected.map(({ id }) => id.length));
  return selected
    .map(
      ({ id, level, excluded, statement }) =>
        `${id.padEnd(width)}  ${(excluded ? 'excluded' : level).padEnd(8)}  ${statement}\n`,
    )
    .join('');
}

/** The requirements that a name selects. Throws `UsageError` when there are none. */
export function named(name: string): readonly Requirement[] {
  const selected = expand(name);
  if (selected.length > 0) return selected;
  const near = suggest(name);
  const hint = near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`;
  throw new UsageError(`"${name}" is no requirement, family or area${hint} A valid example: PUT-MERGE-01`);
}
