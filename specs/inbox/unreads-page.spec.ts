/** What is not unread takes up no place on a page of unreadsOnly. Batch page: unreadsOnly; quoted by others: limit. */
import { byValues } from '../../fixtures/client/filter.ts';
import { idsFiltered } from '../../fixtures/lists/inbox.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'unreadsOnly, two a page, where the newest was read',
  covers('INBOX-LIST-03'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('filters');
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const options = { with: [bob, erin], custom: { category: data.value() } } as const;
    const [first, second] = [
      await given.conversationInState('with messages', options),
      await given.conversationInState('with messages', options),
    ];
    await given.tick();
    const newest = await given.conversationInState('marked as read', options);

    await check('INBOX-LIST-03', 'both that are unread are on the first page', () =>
      eventually(async () => {
        const filter = byValues(options.custom);
        const page = await api.inbox.list(erin.id, { ...filter, unreadsOnly: true, limit: 2 });
        const ids = idsFiltered(page, [first.id, second.id, newest.id]);
        expect(ids.sort()).toEqual([first.id, second.id].sort());
      }),
    );
  },
);
