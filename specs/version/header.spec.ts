/** What a target makes of a version that it does not know; nobody says. */
import { succeeded } from '../../fixtures/client/exchange.ts';
import { listedOf } from '../../fixtures/lists/listed.ts';
import { covers, test } from '../../fixtures/test.ts';

const unknown = {
  'before the first one': '1999-12-31',
  'of the far future': '2999-12-31',
  'that is no date': 'latest',
} as const;

for (const [what, apiVersion] of Object.entries(unknown))
  test(`listing under a version ${what}`, covers('VERSION-HEADER-01'), async ({ api, given, survey }) => {
    given.unlessDisclaimed('messages');
    await given.versions();
    const { alice } = await given.users('alice');
    const pair = await given.talkingInReverse(alice);

    await survey('VERSION-HEADER-01', `a version ${what}`, async () => {
      const strange = api.with({ deliberate: true, apiVersion });
      const answer = await strange.conversations.list({ limit: 1 });
      if (!succeeded(answer)) return String(answer.status);
      const [first] = await listedOf(strange, pair);
      return first === pair[0].id ? '200, as under 2021-02-09 or later' : '200, as under 2021-01-01';
    });
  });
