/** Why mutants of the reference server may live on: the kept answer to what `npm run mutate` finds. */
import { elsewhere } from './survivors/elsewhere.ts';
import { equivalent } from './survivors/equivalent.ts';
import { undocumented } from './survivors/undocumented.ts';
import { untried } from './survivors/untried.ts';
import { unused } from './survivors/unused.ts';

/** Some mutants of one file that live on for the same reason. */
export interface Known {
  /** Below `fixtures/server/core`. */
  readonly file: string;
  /** The named parts of the file that are mutated: rules, functions, entries of tables. */
  readonly parts: readonly string[];
  /** Each as `before => after`; without them every mutation of the parts is meant, for nothing documented needs them. */
  readonly mutations?: readonly string[];
  /** In a sentence. */
  readonly because: string;
}

/**
 * - equivalent: no request can tell the difference
 * - undocumented: the documentation leaves the difference open
 * - elsewhere: another resource's documentation speaks of it, and no conversation depends on it
 * - unused: only silent choices, defects or whoever starts the server make use of it
 * - untried: documented, and not tried, because a run has no more requests to spend
 */
export type Reason = 'equivalent' | 'undocumented' | 'elsewhere' | 'unused' | 'untried';

export interface Explanation extends Known {
  readonly reason: Reason;
}

const known: Readonly<Record<Reason, readonly Known[]>> = {
  equivalent,
  unused,
  undocumented,
  elsewhere,
  untried,
};

export const reasons = Object.keys(known) as readonly Reason[];

export const survivors: readonly Explanation[] = reasons.flatMap((reason) =>
  known[reason].map((each) => ({ ...each, reason })),
);
