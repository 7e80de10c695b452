import type { Exchange } from '../../fixtures/client/exchange.ts';

/** An answer that the documentation does not allow, after what went before. */
export class Contradiction extends Error {
  override name = 'Contradiction';
  /** Requirements that it breaks, the one that says it best first. */
  readonly requirements: readonly string[];
  readonly claim: string;
  readonly expected: string;
  readonly received: string;
  readonly exchange: Exchange | undefined;
  /** It is about the form of one answer only: the sequence can go on. */
  readonly passing: boolean;
  /** The same fault found twice has the same signature. */
  readonly signature: string;
  /** What is the same whatever went before: while steps are left out, another call may turn out to be to blame. */
  readonly kind: string;

  constructor(told: {
    readonly requirements: readonly string[];
    readonly claim: string;
    readonly expected: string;
    readonly received: string;
    readonly exchange?: Exchange | undefined;
    readonly passing?: boolean;
    readonly kind?: string;
  }) {
    super(`${told.claim}: expected ${told.expected}, received ${told.received}`);
    this.requirements = told.requirements;
    this.claim = told.claim;
    this.expected = told.expected;
    this.received = told.received;
    this.exchange = told.exchange;
    this.passing = told.passing ?? false;
    this.signature = `${this.requirements[0]} ${this.claim}`;
    this.kind = told.kind ?? this.signature;
  }

  /** The same contradiction, with other requirements to blame. */
  accusing(requirements: readonly string[]): Contradiction {
    return new Contradiction({ ...this, requirements });
  }
}

/** The sequence cannot go on, and nothing is said about the target: no answer came, or the budget is spent. */
export class Abandoned extends Error {
  override name = 'Abandoned';
}
