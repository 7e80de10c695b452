/** Short-lived tokens in place of the key. API introduction page: signed with the key, by and for one app. */
import type { TokenOptions } from '../../fixtures/client/app-token.ts';
import type { App } from '../../fixtures/target/target.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { tokensFor } from './tokens.ts';

test(
  'calling with a fresh token',
  covers('AUTH-JWT-01'),
  async ({ api, given, check, eventually, data, target }) => {
    const { id, before } = await given.conversation(data.attributes());
    const { accepted, header } = await tokensFor({ api, given, target }, id);
    // Where nobody claims that tokens are accepted, a refusal is no violation.
    if (target.capabilities.jwt !== 'claimed') await given.capability('jwt', () => Promise.resolve(accepted));

    const subject = data.subject();
    const holder = api.with({ authorization: await header() }).conversations;
    await check('AUTH-JWT-01', 'it reads', () =>
      eventually(async () => expect(await holder.get(id)).toBeAs(before)),
    );

    const put = await holder.put(id, { subject });

    await check('AUTH-JWT-01', 'it writes', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await holder.get(id)).toShow({ subject }));
    });
  },
);

type Bad = (secondApp: App | undefined) => TokenOptions;

const badTokens: Readonly<Record<string, Bad>> = {
  // By more than any clock that is only roughly right.
  'an expired token': () => ({ expiresInSeconds: -3600 }),
  'a token signed with another key': () => ({ key: 'no-such-key' }),
  'a token of another app': (secondApp) => ({ issuer: secondApp?.appId ?? 'no-such-app' }),
  'an unsigned token': () => ({ alg: 'none' }),
};

const incompleteTokens: Readonly<Record<string, Bad>> = {
  'a token for one user': () => ({ tokenType: 'user' }),
  'a token that names no app': () => ({ without: 'iss' }),
  'a token that never expires': () => ({ without: 'exp' }),
};

for (const [requirement, tokens] of [
  ['AUTH-JWT-02', badTokens],
  ['AUTH-JWT-03', incompleteTokens],
] as const)
  for (const [what, optionsWith] of Object.entries(tokens))
    test(`calling with ${what}`, covers(requirement), async ({ api, given, check, data, target }) => {
      const { id } = await given.conversation(data.attributes());
      const { accepted, header } = await tokensFor({ api, given, target }, id);
      await given.capability('jwt', () => Promise.resolve(accepted));

      const authorization = await header(optionsWith(target.secondApp));
      const stranger = api.with({ authorization, deliberate: true }).conversations;
      const reading = await stranger.get(id);
      const writing = await stranger.put(id, { subject: data.subject() });

      await check(requirement, 'reading and writing answer 401', () => {
        for (const answer of [reading, writing]) expect(answer).toHaveStatus(401);
      });
    });
