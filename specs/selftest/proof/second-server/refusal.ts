/** A request that is refused: the status, a code, and what is wrong by field (companion 6). */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    reasons: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.reasons = reasons;
    this.headers = headers;
  }
}

/** A wrong argument, for which 400 is documented. */
export const badRequest = (field: string, reason: string): Refusal =>
  new Refusal(400, 'BAD_REQUEST', { [field]: reason });
