/** How the suite did on servers whose faults are known: what its own tests find out, and what reports say of it. */

/** One variant of the reference server, as the suite judged it. */
export interface MatrixRow {
  readonly name: string;
  readonly kind: 'clean' | 'choice' | 'defect';
  /** What the variant does otherwise, in one sentence. */
  readonly does: string;
  /** The documented statement that a defect breaks. */
  readonly breaks?: string;
  /** Requirement ids that must fail. */
  readonly must: readonly string[];
  /** Other requirement ids that may fail. */
  readonly may: readonly string[];
  /** Ids that failed or warned. */
  readonly red: readonly string[];
  /** Ids of MUST and SHOULD rows that could not be judged. */
  readonly blocked: readonly string[];
  /** Ids in `must` that stayed green. */
  readonly missed: readonly string[];
  /** Ids that failed, or broke the suite, but are neither in `must` nor in `may`. */
  readonly unexpected: readonly string[];
  /** Why the unexpected ones are what they are, a line each, without repetition; absent where there are none. */
  readonly reasons?: readonly string[];
  readonly requests: number;
  readonly durationMs: number;
}

/** Totals over all rows. */
export interface MatrixFigures {
  readonly defects: number;
  /** Defects that turned something red. */
  readonly killed: number;
  /** Defects that every id in their `must` found. */
  readonly exact: number;
  /** Other ids that failed, per defect. */
  readonly collateral: { readonly mean: number; readonly most: number };
  /** The clean server and each silent choice. */
  readonly conforming: number;
  readonly falseAlarms: number;
  readonly requests: number;
  readonly durationMs: number;
}

export interface Matrix {
  readonly figures: MatrixFigures;
  readonly rows: readonly MatrixRow[];
}

/** Results of mutation testing: mechanical changes to the source of the reference server. */
export interface MutationFigures {
  /** Day of the run, as YYYY-MM-DD. */
  readonly date: string;
  /** Commit that was tested. */
  readonly commit: string;
  /** Source files that were changed. */
  readonly files: number;
  /** Changes that break something documented. */
  readonly documented: number;
  /** Those of them that a check noticed. */
  readonly killed: number;
}

/** What is kept of a whole matrix, and of a mutation run, for reports to show: `reports/proof.json`. */
export interface Proof {
  /** Day of the matrix, as YYYY-MM-DD. */
  readonly date: string;
  /** Commit that was tested. */
  readonly commit: string;
  /** Hash of the rule set that was tested. */
  readonly rules: string;
  readonly figures: Omit<MatrixFigures, 'requests' | 'durationMs'>;
  readonly mutation?: MutationFigures;
  /** Names of the defects that have to turn a requirement red, and did, by requirement id. */
  readonly requirements: Readonly<Record<string, readonly string[]>>;
}
