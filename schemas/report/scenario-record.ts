import type { Assertion } from './assertion.ts';

/**
 * What one scenario measured. It travels from the worker to the reporter as the JSON attachment
 * `conformance-scenario`, so that workers, shards and merged blob reports all give the same run report.
 */
export const scenarioAttachment = 'conformance-scenario';

/** Title of the record that tells what was deleted after the last scenario. */
export const cleanUpScenario = 'clean-up after the last scenario';

/** What tells a scenario of a run from all others. */
export type ScenarioIdentity = Pick<ScenarioRecord, 'file' | 'title' | 'attempt'>;

/** `specs/put/merge.spec.ts › title`, under which checks and surveys name their scenario. */
export function scenarioKey(scenario: ScenarioIdentity): string {
  return `${scenario.file} › ${scenarioTitle(scenario)}`;
}

/** The title in such a key. */
export function titleIn(key: string): string {
  return key.slice(key.indexOf(' › ') + ' › '.length);
}

/** The title for people: a retried scenario has its attempt in it. */
export function scenarioTitle({ title, attempt = 1 }: Pick<ScenarioIdentity, 'title' | 'attempt'>): string {
  return attempt === 1 ? title : `${title} (attempt ${attempt})`;
}

/** Whether the record tells of the exploration, and of no scenario. */
export function isExplored({ file }: Pick<ScenarioIdentity, 'file'>): boolean {
  return file.startsWith('specs/explore/');
}

export interface ScenarioRecord {
  /** Title of the scenario, the same for every attempt. */
  title: string;
  /** Path of the spec file, relative to the suite's root. */
  file: string;
  line: number;
  /** Requirement ids that the scenario promised to judge. */
  declared: string[];
  checks: CheckRecord[];
  /** What a preparation saw the target violate; it blocks the checks of the scenario. Absent where it saw nothing. */
  violations?: CheckRecord[];
  surveys: SurveyRecord[];
  exchanges: ExchangeRecord[];
  cleanUp: CleanUpRecord;
  /** Time spent waiting, in ms: for the request budget, and because the target answered 429; how often it did; and how often a connection was opened anew. */
  waited: { paceMs: number; refusedMs: number; refusals: number; reopened?: number };
  /** How long changes took to become visible, where the target has time for it. */
  lags: LagRecord[];
  /** 2 or more where the scenario was judged again on fresh data, because something in it had failed. */
  attempt?: number;
  /** Duration of the whole scenario in ms. */
  durationMs: number;
  /** ISO 8601 time at which it began, noted by the reporter. */
  startedAt?: string;
}

/** Verdict of one check, before the requirement's level is taken into account. */
export type CheckVerdict =
  | 'passed'
  | 'failed'
  | 'blocked'
  /** Held in one attempt, and not in another one. */
  | 'unstable'
  | 'not-applicable'
  | 'harness-error';

/** One judged claim. */
export interface CheckRecord {
  requirement: string;
  claim: string;
  verdict: CheckVerdict;
  /** Why the check did not pass, in one or several lines of plain text. Absent when it passed. */
  message?: string;
  expected?: string;
  received?: string;
  /** Where the two differ, place by place; absent where what was compared are no JSON values. */
  differences?: DifferenceRecord[];
  /** What was expected, for programs; absent where no simple comparison tells it. */
  assertion?: Assertion;
  /** Why a check is blocked, for programs; `message` has the text for people. */
  cause?: BlockedCause;
  /** Looks at the target before the last one, where a change was waited for. */
  attempts?: AttemptRecord[];
  /** Set where no scenario found it, but the exploration of the target. */
  foundBy?: 'explorer';
  /** Place in the spec, `file:line`. */
  at?: string;
  /** Ids of the exchanges that explain the verdict, in the order of sending: the write at fault, and what shows it. */
  exchanges: string[];
  durationMs: number;
}

/** A place where what was received differs from what was expected. */
export interface DifferenceRecord {
  /** Names from the outside in: `["custom", "state"]`; none for the whole. */
  path: string[];
  /** As JSON, cut where it is long; absent where nothing is to be there. */
  expected?: string;
  /** As JSON, cut where it is long; absent where there is nothing. */
  received?: string;
}

/** What kept a check from being judged. */
export interface BlockedCause {
  /**
   * - `requirement`: a precondition that a requirement demands did not hold.
   * - `capability`: the target lacks a resource or feature that it did not disclaim.
   * - `transport`: no answer came, or none that says anything about the requirement.
   * - `credential`: the target does not accept the credential of the run any more.
   * - `time`: the run ended first.
   * - `precondition`: anything else that had to hold.
   */
  kind: 'requirement' | 'capability' | 'transport' | 'credential' | 'time' | 'precondition';
  /** The requirement whose violation it is. */
  requirement?: string;
  /** The capability that is lacking. */
  capability?: string;
  /** Id of the exchange that shows it. */
  exchange?: string;
  /** Ids of the exchanges that were open when the target stopped answering; absent where it did not. */
  crashedBy?: string[];
  /** What had to hold, for programs; absent where no simple comparison tells it. */
  assertion?: Assertion;
  /** What a person can do about it, in one sentence. */
  advice?: string;
}

/** One look at the target that did not yet show what was expected. */
export interface AttemptRecord {
  /** From 1. */
  number: number;
  /** Milliseconds since the first attempt. */
  atMs: number;
  /** What was seen, in a few words. */
  saw: string;
}

/** An answer of the target to a question on which the documentation is silent. Never judged. */
export interface SurveyRecord {
  requirement: string;
  /** The question, the same in every run, so that two targets can be compared. */
  question: string;
  /** The answer in a few words, free of run-specific values. */
  answer: string;
  /** True where the target gave none; `answer` says why then. */
  unanswered?: true;
  /** Ids of exchanges. */
  exchanges: string[];
}

/** Why a request was sent: to prepare, as part of a scenario, or to clean up. */
export type Purpose = 'setup' | 'scenario' | 'clean-up';

/** One request and its response, redacted. */
export interface ExchangeRecord {
  /** Unique in the run. The same scenario gives the same ids again. */
  id: string;
  /** Position in the scenario, from 1. */
  number: number;
  operation: string;
  purpose: Purpose;
  /** 2 or more where a precondition was sent again after a server error or a dropped connection. */
  attempt?: number;
  method: string;
  /** Path and query exactly as sent. */
  path: string;
  requestHeaders: Record<string, string>;
  requestBody?: string;
  /** HTTP status; 0 where no response arrived. */
  status: number;
  responseHeaders: Record<string, string>;
  responseBody?: string;
  /** Why no usable response arrived. */
  failure?: string;
  /** Milliseconds from sending to the last byte. */
  durationMs: number;
  /** Milliseconds since the scenario began. */
  startedMs: number;
  /** Deviations of the response from its documented type, one line each. */
  issues?: string[];
  /** JSON pointers of fields that the documentation does not name. */
  drift?: string[];
  /** True where the request is deliberately outside the documentation. */
  deliberate?: boolean;
}

/** One change that a scenario waited for. */
export interface LagRecord {
  /** The operation that made the change. */
  change: string;
  /** The operation by which it was seen. */
  seenBy: string;
  /** From the end of the change to the reading that showed it, in ms; 0 where the first reading did. */
  ms: number;
}

/** What became of the conversations that the scenario created. */
export interface CleanUpRecord {
  created: number;
  deleted: number;
  /** Ids that could not be deleted. */
  left: string[];
}
