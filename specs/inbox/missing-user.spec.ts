/** The list of a user who does not exist. API changelog page: version 2024-01-01. */
import { versions } from '../../schemas/api-versions.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'the list of a missing user from 2024-01-01 on',
  covers('INBOX-LIST-04'),
  async ({ api, given, check }) => {
    given.unlessDisclaimed('users');
    // A target without such lists would answer 404 as well.
    const { alice } = await given.users('alice');
    await given.inbox(alice);

    const answer = await api.with({ apiVersion: versions.latest }).inbox.list(given.newId());

    await check('INBOX-LIST-04', 'it is not found', () => expect(answer).toHaveStatus(404));
  },
);

for (const apiVersion of [versions.first, versions.sortable, versions.leaving])
  test(
    `the list of a missing user under ${apiVersion}`,
    covers('INBOX-LIST-04'),
    async ({ api, given, check }) => {
      given.unlessDisclaimed('users');
      await given.versions();

      const answer = await api.with({ apiVersion }).inbox.list(given.newId());

      await check('INBOX-LIST-04', 'it is answered', () => expect(answer).toSucceed());
    },
  );
