import type { Exploration } from './exploration.ts';
import type { Rerun } from './run-settings.ts';
import type { CheckRecord, ScenarioRecord } from './scenario-record.ts';

/** Verdict of a requirement. The order of severity is decided in `reports/verdict.ts`. */
export type Verdict =
  | 'passed'
  | 'failed'
  | 'warned'
  | 'blocked'
  | 'unstable'
  | 'not-applicable'
  | 'surveyed'
  | 'known-failure'
  | 'harness-error'
  | 'excluded'
  | 'not-run'
  /** Not part of this run. */
  | 'not-selected';

/** Verdict of a whole run, in the words of the exit codes. */
export type RunVerdict =
  | 'conformant'
  /** What was selected holds, and that is not all. */
  | 'partial'
  | 'non-conformant'
  | 'usage-error'
  | 'incomplete'
  | 'unreachable'
  | 'baseline-stale'
  | 'harness-error';

/** The one structured result of a run. Every other output is rendered from it. */
export interface RunReport {
  /** Version of this format. */
  format: 1;
  suite: { name: string; version: string };
  /** The rule set that the run was judged by. Reports with different hashes are not comparable. */
  rules: { version: string; hash: string };
  /** Effective configuration, redacted: setting name to value. */
  target: Record<string, string>;
  runId: string;
  /** `1/2` where the run judged a part of the catalogue only, to be merged with the others. */
  shard?: string;
  /** True where the run did not try everything: a selection, a shard, a quick run or an exploration. */
  partial?: boolean;
  /** True where the run tried the first case of each requirement only. */
  quick?: boolean;
  /** Texts of which one is in the title of each scenario that was run; absent where every title would do. */
  scenario?: string[];
  seed: number;
  /** How to judge the same target again; what to judge is added to it. */
  rerun?: Rerun;
  /** ISO 8601 time of the machine that ran the suite. */
  startedAt: string;
  durationMs: number;
  /** HTTP requests sent by scenarios, clean-up and every repetition included. */
  requests: number;
  /** Time spent waiting, in ms: for the request budget, and because the target answered 429; how often it did; and how often a connection was opened anew. */
  waited: { paceMs: number; refusedMs: number; refusals: number; reopened?: number };
  /** Preconditions that were sent again after a server error or a dropped connection. */
  retries: number;
  verdict: RunVerdict;
  exitCode: number;
  /** The verdict in one sentence. */
  summary: string;
  counts: Counts;
  areas: AreaResult[];
  requirements: RequirementResult[];
  surveys: SurveyResult[];
  /** What to mend first: an entry for each mistake of the target, in this order. Absent in reports of earlier versions. */
  fixFirst?: FixFirst[];
  drift: DriftEntry[];
  /** Only where the target was explored, and not judged scenario by scenario. */
  exploration?: Exploration;
  /** How long changes took to become visible; empty where nothing was waited for. */
  lag: LagEntry[];
  cleanUp: { created: number; deleted: number; left: string[] };
  /** What the preflight found odd about the target, in words. */
  notes: string[];
  /** Problems that belong to no requirement, in words. */
  problems: string[];
  scenarios: ScenarioRecord[];
  /** Written last: a reader refuses a report without it as truncated. */
  footer: { requirements: number; complete: boolean };
}

/** Number of requirements by level and verdict, those that are newer than the rule set left out. */
export interface Counts {
  MUST: Record<string, number>;
  SHOULD: Record<string, number>;
  SURVEY: Record<string, number>;
}

export interface AreaResult {
  area: string;
  title: string;
  verdict: Verdict;
  /** Number of requirements by verdict. */
  counts: Record<string, number>;
  requests: number;
  durationMs: number;
}

export interface RequirementResult {
  id: string;
  area: string;
  /** Under the rule set that the run was judged by. */
  level: 'MUST' | 'SHOULD' | 'SURVEY';
  /** The rule set that brought it, where that is newer than the one of the run: it then decides nothing. */
  newer?: string;
  basis: string;
  statement: string;
  source: string;
  verdict: Verdict;
  /** Why the verdict is what it is, in one line; empty when passed. */
  detail: string;
  /** Why it is accepted for now, where it is: the words of the list of known failures; `by` names the listed id that blocks it. */
  known?: { reason: string; ticket?: string; by?: string };
  checks: RequirementCheck[];
}

/** One mistake of the target, and all that shows it or waits behind it. */
export interface FixFirst {
  /** What the target does wrong, in the words of the API. */
  title: string;
  /** The same for people who do not know the API. */
  plain: string;
  /** What it means for users, where that is known. */
  impact?: string;
  /** Ids of the requirements that do not hold, the worst verdict first. */
  ids: string[];
  /** Ids of the requirements that could not be judged for it. */
  blocked: string[];
  /** Id of the exchange that shows it. */
  exchange?: string;
  /** What a person can do about it besides mending the target. */
  advice?: string;
}

/** A check with the scenario it ran in. */
export interface RequirementCheck extends CheckRecord {
  scenario: string;
}

export interface SurveyResult {
  requirement: string;
  question: string;
  answer: string;
  /** True where the target gave none; `answer` says why then. */
  unanswered?: true;
  scenario: string;
  exchanges: string[];
}

export interface LagEntry {
  /** The operation that made the changes. */
  change: string;
  /** The operation by which they were seen. */
  seenBy: string;
  /** How many changes were looked for. */
  count: number;
  medianMs: number;
  maximumMs: number;
}

export interface DriftEntry {
  operation: string;
  pointer: string;
  /** How many responses showed the field. */
  count: number;
}
