import { CHOICES, DEFECTS } from '../../fixtures/server/index.ts';
import { UsageError } from '../../fixtures/target/settings.ts';
import { describeUnknown, expand, requirements, type Requirement } from '../../specs/requirements/index.ts';

/** Switches of the reference server by the name under which they are listed. */
const switches = new Map([
  ['choices', CHOICES],
  ['defects', DEFECTS],
]);

/**
 * One line for each requirement that a name selects, or for all of them; for `choices` and `defects`, one for each switch
 * of the reference server. Throws `UsageError` for an unknown name.
 */
export function list(name: string | undefined): string {
  const table = switches.get(name ?? '');
  if (table !== undefined) return listSwitches(table);
  const selected = name === undefined ? requirements : named(name);
  const width = Math.max(...selected.map(({ id }) => id.length));
  return selected
    .map(
      ({ id, level, excluded, statement }) =>
        `${id.padEnd(width)}  ${(excluded ? 'excluded' : level).padEnd(8)}  ${statement}\n`,
    )
    .join('');
}

function listSwitches(table: Readonly<Record<string, { description: string }>>): string {
  const width = Math.max(...Object.keys(table).map((name) => name.length));
  return Object.entries(table)
    .map(([name, { description }]) => `${name.padEnd(width)}  ${description}\n`)
    .join('');
}

/** The requirements that a name selects. Throws `UsageError` when there are none. */
export function named(name: string): readonly Requirement[] {
  const selected = expand(name);
  if (selected.length > 0) return selected;
  throw new UsageError(describeUnknown(name));
}
