/** The header that names a version: it is about one request. What becomes of a version that nobody knows is not documented. */
import { succeeded } from '../../fixtures/client/exchange.ts';
import { listedOf } from '../../fixtures/lists/listed.ts';
import { versions } from '../../schemas/api-versions.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'asking without a version, after another request has named one',
  covers('VERSION-HEADER-02'),
  async ({ api, given, check }) => {
    // A target that knows no users cannot tell who does not exist.
    given.unlessDisclaimed('users');
    await given.versions();
    const nobody = given.newId();
    const listOfNobody = (apiVersion: string | null) =>
      api.with({ apiVersion }).inbox.list(nobody, { limit: 1 });
    const { status: withoutVersion } = await listOfNobody(null);
    // For somebody who does not exist, the latest version answers 404, and earlier ones do not: one of them differs from this.
    const named = withoutVersion === 404 ? versions.leaving : versions.latest;
    const { status: withVersion } = await listOfNobody(named);
    given.notApplicableIf(withVersion === withoutVersion, 'both versions are answered alike');

    await check('VERSION-HEADER-02', 'it is answered as before', async () => {
      // Several times: what is remembered of one request may be overwritten by that of another scenario in between.
      for (let time = 0; time < 3; time++) {
        await listOfNobody(named);
        expect(await listOfNobody(null)).toHaveStatus(withoutVersion);
      }
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
    const pair = await given.twoWithMessagesInReverse(alice);

    await survey('VERSION-HEADER-01', `a version ${what}`, async () => {
      const strange = api.with({ deliberate: true, apiVersion });
      const answer = await strange.conversations.list({ limit: 1 });
      if (!succeeded(answer)) return String(answer.status);
      const [first] = await listedOf(strange, pair);
      return first === pair[0].id ? '200, as under 2021-02-09 or later' : '200, as under 2021-01-01';
    });
  });
