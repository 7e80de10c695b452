import type { Rerun } from './run-settings.ts';

/** What random sequences of calls found; a section of the run report. */
export interface Exploration {
  /** Set where it followed the scenarios of a run: the verdict and the counts of the report are then those of both. */
  afterScenarios?: true;
  /** The command that plays contradictions again, where that of the report runs scenarios. */
  rerun?: Rerun;
  /** `race` where pairs of calls were sent at once. */
  mode: 'sequences' | 'race';
  /** Sequences that were played, those for shrinking not counted. */
  sequences: number;
  /** Requests that were answered, clean-up not counted. */
  calls: number;
  /** All requests, clean-up included. */
  requests: number;
  /** Fewest calls for which the exploration counts as complete. */
  minimumCalls: number;
  /** Why it ended before all sequences were played. */
  ended?: string;
  /** How often each kind of step was taken. */
  steps: Record<string, number>;
  /** What the target was seen to do where the documentation is silent, in words. */
  learned: string[];
  contradictions: ContradictionRecord[];
}

/** An answer that the documentation does not allow after what went before. */
export interface ContradictionRecord {
  /** Requirements that it breaks, the one that says it best first. */
  requirements: string[];
  claim: string;
  expected: string;
  received: string;
  /** The shortest sequence that was found, step by step, in words. */
  story: string[];
  /** Value of `--replay` that plays it again. */
  replay: string;
  /** Calls answered before it was first seen. */
  foundAfter: number;
  shrinking: { fromSteps: number; requests: number; limit: number };
}
