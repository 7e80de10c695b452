/** What a reporter has to know about a run. Contains no secret. */
export interface RunSettings {
  /** Effective configuration, redacted: setting name to value. */
  target: Record<string, string>;
  runId: string;
  seed: number;
  /** Ids, families or areas to judge; empty for everything. */
  only: string[];
  /** Texts of which one has to be in the title of a scenario that is run; absent where every title will do. */
  scenario?: string[];
  /** True where the first case of each requirement is judged only. */
  quick?: boolean;
  /** True where a violated SHOULD changes the exit code. */
  strict: boolean;
  /** Version of the rule set that decides the exit code; the newest unless it is said. */
  rules?: string;
  workers: number;
  /** True where the run ends at the first violation that decides its exit code. */
  bail?: boolean;
  /** How often a scenario in which something fails is judged again. */
  confirm?: number;
  /** Longest time that the run may take, in ms. */
  maxDurationMs: number;
  reportDir: string;
  rerun?: Rerun;
  /** How long the target is explored after the scenarios; absent where it is not. */
  explore?: ExplorePlan;
  /** What the preflight found odd, in one sentence. */
  warning?: string;
  /** File of known failures. */
  baseline?: string;
  /** `1/2` where this run is one of several that judge a part of the catalogue each. */
  shard?: string;
}

/** For how long, or with how many calls, a target is explored, and how to play again what was found. */
export interface ExplorePlan {
  seed: number;
  maxMs?: number;
  calls?: number;
  rerun: Rerun;
}

/** How to judge the same target in the same way again. Holds no secret. */
export interface Rerun {
  /** Environment variables that hold the secrets. */
  variables: string[];
  /** How the program was called: `npm run conformance --`. */
  program: string;
  /** Every setting that differs from its default, and the seed, ready for a shell. */
  flags: string[];
}

/** Why a scenario did not begin, or was cut short, when the run had reached its longest duration, in words. */
export const outOfTime = 'the run had come to its end';

/** Type of the annotation of a scenario that did not begin because of that. */
export const outOfTimeAnnotation = 'conformance-out-of-time';

/** Type of the annotation of a scenario that could not go on, none of whose checks decides the exit code. */
export const notGatingAnnotation = 'conformance-not-gating';

/** Name of the attachment by which the settings reach a reporter that runs later and elsewhere, on merged blobs. */
export const runAttachment = 'conformance-run';
