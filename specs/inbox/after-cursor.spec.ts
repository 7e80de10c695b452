/** What narrows the list of a person does so on each page. Batch page: unreadsOnly; Users page: conversations of a user. */
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import { timestamp } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'unreadsOnly with startingAfter, where the next one was read',
  covers('INBOX-LIST-03'),
  async ({ api, given, check, eventually }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const both = { with: [bob, erin] } as const;
    const oldest = await given.conversationInState('with messages', both);
    await given.tick();
    const middle = await given.conversationInState('marked as read', both);
    await given.tick();
    const newest = await given.conversationInState('with messages', both);

    await check('INBOX-LIST-03', 'only the unread one is listed after the newest', () =>
      eventually(async () => {
        const query = { unreadsOnly: true, startingAfter: newest.id };
        const { ids } = await inboxOf(api, erin, query, [oldest.id]);
        const own = [newest.id, middle.id, oldest.id];
        expect(ids.filter((id) => own.includes(id))).toEqual([oldest.id]);
      }),
    );
  },
);

test(
  "a person's list with startingAfter and lastMessageAfter",
  covers('INBOX-LIST-02'),
  async ({ api, given, check, eventually }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const both = { with: [bob, erin] } as const;
    const oldest = await given.conversationInState('with messages', both);
    // Twice, so that the bound, 1 ms after the oldest, is not met exactly by the middle one.
    await given.tick();
    await given.tick();
    const middle = await given.conversationInState('with messages', both);
    await given.tick();
    const newest = await given.conversationInState('with messages', both);
    const lastMessageAfter = timestamp(oldest.before.lastMessage?.createdAt, 'createdAt') + 1;

    await check('INBOX-LIST-02', 'only the one with the later message is listed after the newest', () =>
      eventually(async () => {
        const query = { startingAfter: newest.id, lastMessageAfter };
        const { ids } = await inboxOf(api, erin, query, [oldest.id]);
        const own = [newest.id, middle.id, oldest.id];
        expect(ids.filter((id) => own.includes(id))).toEqual([middle.id]);
      }),
    );
  },
);
