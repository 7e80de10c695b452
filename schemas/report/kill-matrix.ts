/** How the suite did on servers whose faults are known: what its own tests find out, and what reports say of it. */

/** One variant of the reference server, as the suite judged it. */
export interface MatrixRow {
  readonly name: string;
  readonly kind: 'clean' | 'choice' | 'defect';
  /** What the variant does otherwise, in one sentence. */
  readonly does: string;
  /** The documented statement that a defect breaks. */
  readonly breaks?: string;
  /** Requirement ids that have to turn red. */
  readonly must: readonly string[];
  /** Requirement ids that may turn red as well. */
  readonly may: readonly string[];
  /** Ids that turned red: failed or warned. */
  readonly red: readonly string[];
  /** Ids of MUST and SHOULD rows that could not be judged. */
  readonly blocked: readonly string[];
  /** Ids in `must` that stayed green. */
  readonly missed: readonly string[];
  /** Ids that turned red, or broke the suite, though neither `must` nor `may` names them. */
  readonly unexpected: readonly string[];
  readonly requests: number;
  readonly durationMs: number;
}

/** What all rows say together. */
export interface MatrixFigures {
  readonly defects: number;
  /** Defects that turned something red. */
  readonly killed: number;
  /** Defects that turned red every id that they have to. */
  readonly exact: number;
  /** Ids besides those that turned red, per defect. */
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

/** What generic changes of the reference server's own source showed: faults that nobody chose. */
export interface MutationFigures {
  /** Day of the run, as YYYY-MM-DD. */
  readonly date: string;
  /** Commit that was on trial. */
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
  /** Commit that was on trial. */
  readonly commit: string;
  /** Hash of the rule set that was on trial. */
  readonly rules: string;
  readonly figures: Omit<MatrixFigures, 'requests' | 'durationMs'>;
  readonly mutation?: MutationFigures;
  /** Names of the defects that have to turn a requirement red, and did, by requirement id. */
  readonly requirements: Readonly<Record<string, readonly string[]>>;
}
