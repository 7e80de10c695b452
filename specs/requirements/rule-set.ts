import { createHash } from 'node:crypto';
import type { Level, Requirement } from './requirement.ts';

/** A state of the catalogue. Two runs by rule sets with equal hashes were judged by the same rules. */
export interface RuleSet {
  readonly version: string;
  /** First 16 hex digits of the SHA-256 over what decided a verdict when it was made. */
  readonly hash: string;
  /** What it demands, by requirement. */
  readonly levels: Readonly<Record<string, Level | 'excluded'>>;
}

/** The catalogue as a rule set of that version. */
export function ruleSetOf(version: string, requirements: readonly Requirement[]): RuleSet {
  return {
    version,
    hash: hashRequirements(requirements),
    levels: Object.fromEntries(
      requirements.map(({ id, level, excluded }) => [id, excluded === undefined ? level : 'excluded']),
    ),
  };
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
