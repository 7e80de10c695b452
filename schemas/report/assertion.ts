/** What a failed check expected of one answer, for programs that ask a target again. */
export type Assertion = StatusAssertion | BodyAssertion;

export interface StatusAssertion {
  /** Id of the exchange that it is about. */
  exchange: string;
  /** `2xx`, `4xx` (a refusal: neither 401 nor 429), `below 500`, or one status: `404`. */
  status: string;
}

export interface BodyAssertion {
  /** Id of the exchange that it is about. */
  exchange: string;
  /** The jq filter that takes out of the response body what is compared; `$expected` is the value below. */
  select: string;
  /** What the filter gives where the claim holds: any JSON value. */
  equals: unknown;
}
