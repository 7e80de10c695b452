/** The header that names a version: it is about one request. What becomes of a version that nobody knows is not documented. */
import { succeeded } from '../../fixtures/client/exchange.ts';
import { listedOf } from '../../fixtures/lists/listed.ts';
import { versions } from '../../schemas/api-versions.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'requests without a version around one that names a version',
  covers('VERSION-HEADER-02'),
  async ({ api, given, check }) => {
    given.unlessDisclaimed('users');
    await given.versions();
    const nobody = given.newId();
    const list = (apiVersion: string | null) => api.with({ apiVersion }).inbox.list(nobody, { limit: 1 });
    const { status } = await list(null);
    // The two differ in what the list of somebody who does not exist answers.
    const named = status === 404 ? versions.leaving : versions.latest;

    // Other scenarios name versions in between.
    for (const time of ['first', 'second', 'third'])
      await check('VERSION-HEADER-02', `it is answered as before, the ${time} time`, async () => {
        await list(named);
        expect(await list(null)).toHaveStatus(status);
      });
  },
);

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
