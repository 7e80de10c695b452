/** Leaving under an old version leaves the conversation in the list. API changelog page: version 2021-07-30. */
import { succeeded } from '../../fixtures/client/exchange.ts';
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import { versions } from '../../schemas/api-versions.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const apiVersion of [versions.first, versions.sortable])
  test(
    `leaving under ${apiVersion}`,
    covers('VERSION-LEAVE-01'),
    async ({ api, given, check, eventually }) => {
      await given.versions();
      const { erin, bob } = await given.users('erin', 'bob');
      await given.inbox(erin);
      const { id } = await given.conversation({ with: [erin, bob] });
      const old = api.with({ apiVersion });
      const listed = async () => (await inboxOf(old, erin, {}, [id])).ids;
      await given.holds(
        'the conversation is in the list before',
        async () => expect(await listed()).toContain(id),
        'INBOX-LIST-01',
      );

      const left = await old.participants.leave(id, erin.id);

      await check(
        'VERSION-LEAVE-01',
        'the conversation is still in the list under that version',
        async () => {
          expect(left).toSucceed();
          await eventually(async () => expect(await listed()).toContain(id));
        },
      );
    },
  );

test(
  `two people leave under ${versions.sortable}`,
  covers('VERSION-LEAVE-01'),
  async ({ api, given, check, eventually }) => {
    await given.versions();
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const { id } = await given.conversation({ with: [erin, bob] });
    const old = api.with({ apiVersion: versions.sortable });

    const left = [await old.participants.leave(id, erin.id), await old.participants.leave(id, bob.id)];

    await check('VERSION-LEAVE-01', 'it is still in the lists of both under that version', async () => {
      for (const one of left) expect(one).toSucceed();
      await eventually(async () => {
        for (const person of [erin, bob]) expect((await inboxOf(old, person, {}, [id])).ids).toContain(id);
      });
    });
  },
);

const mixtures = [
  [versions.sortable, versions.leaving],
  [versions.leaving, versions.sortable],
] as const;

for (const [leaving, listing] of mixtures)
  test(
    `leaving under ${leaving}, and the list under ${listing}`,
    covers('VERSION-LEAVE-02'),
    async ({ api, given, survey }) => {
      await given.versions();
      const { erin, bob } = await given.users('erin', 'bob');
      await given.inbox(erin);
      const { id } = await given.conversation({ with: [erin, bob] });

      await survey('VERSION-LEAVE-02', `left under ${leaving}, listed under ${listing}`, async () => {
        const left = await api.with({ apiVersion: leaving }).participants.leave(id, erin.id);
        if (!succeeded(left)) return String(left.status);
        const { ids } = await inboxOf(api.with({ apiVersion: listing }), erin, {}, [id]);
        return ids.includes(id) ? 'listed' : 'not listed';
      });
    },
  );
