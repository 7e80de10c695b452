/** What the suite said about somebody else's mock server, as kept in `results.json`. */
export interface MockResult {
  readonly name: string;
  readonly package: string;
  readonly setUp: string;
  readonly right: string;
  readonly lenient: string;
  /** Version of the rule set. */
  readonly rules: string;
  readonly verdict: string;
  readonly exitCode: number;
  readonly requests: number;
  readonly seconds: number;
  /** MUST requirements by area. */
  readonly areas: readonly {
    readonly area: string;
    readonly holds: number;
    readonly violated: number;
    readonly blocked: number;
  }[];
}
