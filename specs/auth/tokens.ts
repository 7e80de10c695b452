/** App tokens for a target whose clock may be another one than that of this machine. */
import type { Api } from '../../fixtures/client/api.ts';
import { appToken, type TokenOptions } from '../../fixtures/client/app-token.ts';
import { succeeded } from '../../fixtures/client/exchange.ts';
import { clocksIn, earliest, type Clock } from '../../fixtures/reading/clock.ts';
import type { Given } from '../../fixtures/scenario/given.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import type { Target } from '../../fixtures/target/target.ts';

export interface Tokens {
  /** Whether a fresh token was accepted. */
  readonly accepted: boolean;
  /** An Authorization header with a token, a fresh one unless an option says otherwise. */
  readonly header: (options?: TokenOptions) => Promise<string>;
}

/** Tries a fresh token on a conversation, by each clock that the target shows: nobody says which one counts. */
export async function tokensFor(
  { api, given, target }: { readonly api: Api; readonly given: Given; readonly target: Target },
  conversationId: string,
): Promise<Tokens> {
  given.unlessDisclaimed('jwt');
  const sign = async (clock: Clock, options?: TokenOptions): Promise<string> =>
    `Bearer ${await appToken(target, clock, options)}`;
  const reads = (authorization: string) => api.with({ authorization }).conversations.get(conversationId);
  const clocks = await given.holds('the target tells the time', async () =>
    clocksIn(await given.api.conversations.get(conversationId)),
  );
  await given.holds(
    'a credential that is no token is refused',
    async () => {
      const nonsense = { authorization: 'Bearer no-such-token', deliberate: true };
      expect(await api.with(nonsense).conversations.get(conversationId)).toHaveStatus(401);
    },
    'AUTH-WRONG-01',
  );
  let accepting: Clock | undefined;
  for (const clock of clocks) if (!accepting && succeeded(await reads(await sign(clock)))) accepting = clock;
  const clock = accepting ?? clocks[0];
  return {
    accepted: accepting !== undefined,
    header: (options) => sign(options?.expiresInSeconds === undefined ? clock : earliest(clocks), options),
  };
}
