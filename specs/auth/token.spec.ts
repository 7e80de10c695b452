/** Short-lived tokens in place of the key. API introduction page: signed with the key, by and for one app. */
import { appToken, type TokenOptions } from '../../fixtures/client/app-token.ts';
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { clocksIn, earliest, type Clock } from '../../fixtures/reading/clock.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Past by more than any clock that is only roughly right, in seconds. */
const longAgo = -3600;

test(
  'app tokens in place of the key',
  covers('AUTH-JWT'),
  async ({ api, given, check, eventually, data, target }) => {
    given.claimed('jwt');
    const subject = data.subject();
    const { id } = await given.conversation({ subject });
    const clocks = await given.holds('the target tells the time', async () =>
      clocksIn(await given.api.conversations.get(id)),
    );
    const withToken = async (clock: Clock, options?: TokenOptions) => {
      const authorization = `Bearer ${await appToken(target, clock, options)}`;
      return api.with({ authorization, deliberate: options !== undefined }).conversations;
    };

    // Tokens may be held against another clock than the one that makes timestamps.
    let [clock] = clocks;
    let read: Exchange = await (await withToken(clock)).get(id);
    for (const other of clocks.slice(1)) {
      if (succeeded(read)) break;
      clock = other;
      read = await (await withToken(clock)).get(id);
    }
    const accepted = () => given.capability('jwt', () => Promise.resolve(succeeded(read)));

    await check(
      'AUTH-JWT-01',
      'reading and writing with a fresh token',
      async () => {
        if (target.capabilities.jwt !== 'claimed') await accepted();
        expect(read).toShow({ subject });
        const changed = data.subject();
        expect(await (await withToken(clock)).put(id, { subject: changed })).toSucceed();
        await eventually(async () => {
          expect(await (await withToken(clock)).get(id)).toShow({ subject: changed });
        });
      },
      [read],
    );

    const nonsense = { authorization: `Bearer nonsense-${given.newId()}`, deliberate: true };
    const refuses = (claim: string, options: TokenOptions, by = clock) =>
      check('AUTH-JWT-02', claim, async () => {
        await accepted();
        const answer = await (await withToken(by, options)).get(id);
        if (succeeded(answer) && succeeded(await api.with(nonsense).conversations.get(id)))
          throw new Blocked('the target accepts any credential');
        expect(answer).toHaveStatus(401);
      });
    await refuses('an expired token', { expiresInSeconds: longAgo }, earliest(clocks));
    await refuses('a token signed with another key', { key: `wrong-${given.newId()}` });
    await refuses('a token of another app', { issuer: target.secondApp?.appId ?? `${target.appId}-other` });
    await refuses('an unsigned token', { alg: 'none' });
  },
);
