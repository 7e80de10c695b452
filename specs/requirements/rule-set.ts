import { createHash } from 'node:crypto';
import type { Requirement } from './requirement.ts';

/** Names a state of the catalogue: two runs with equal hashes were judged by the same rules. */
export interface RuleSet {
  readonly version: string;
  /** First 16 hex digits of the SHA-256 over what decides a verdict. */
  readonly hash: string;
}

/** Fingerprints what decides a verdict. `source` is left out: a better pointer does not change a rule. */
export function hashRequirements(requirements: readonly Requirement[]): string {
  const rows = [...requirements]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, level, basis, statement, since, until, needs, excluded }) => ({
      id,
      level,
      basis,
      statement,
      since,
      until,
      needs: needs && [...needs].sort(),
      excluded,
    }));
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
}
