/** unreadsOnly leaves out what holds no unread messages for the person. Batch page: example with unreadsOnly. */
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const unreadsOnly = { unreadsOnly: true };

test(
  'unreadsOnly, with messages of others, own ones, and none',
  covers('INBOX-LIST-03'),
  async ({ api, given, check, eventually }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const create = () => given.conversation({ with: [erin, bob] });
    const [unread, own, quiet] = await Promise.all([create(), create(), create()]);
    await given.messages(own, { from: erin, text: 'Hello' });
    await given.messages(unread, { from: bob, text: 'Hello' });

    await check('INBOX-LIST-03', 'only the one with a message of somebody else', () =>
      eventually(async () => {
        const { ids } = await inboxOf(api, erin, unreadsOnly);
        const names = { [unread.id]: 'unread', [own.id]: 'own', [quiet.id]: 'quiet' };
        expect([...new Set(ids)].flatMap((id) => names[id] ?? [])).toEqual(['unread']);
      }),
    );
  },
);

/** What else is asked for; all messages are later than the year 2001. */
const questions = {
  alone: {},
  'with lastMessageAfter': { lastMessageAfter: 1e12 },
  'with orderBy': { orderBy: 'createdAt' },
} as const;

for (const [asked, query] of Object.entries(questions))
  test(
    `unreadsOnly ${asked}, before and after the messages were read`,
    covers('INBOX-LIST-03'),
    async ({ api, given, check, eventually }) => {
      const { erin, bob } = await given.users('erin', 'bob');
      await given.inbox(erin);
      const conversation = await given.conversationInState('with messages', { with: [bob, erin] });
      const asking = { ...unreadsOnly, ...query };

      await check('INBOX-LIST-03', 'it is listed while they are unread', () =>
        eventually(async () =>
          expect((await inboxOf(api, erin, asking, [conversation.id])).ids).toContain(conversation.id),
        ),
      );

      await given.marked(conversation, erin, 'read');

      await check('INBOX-LIST-03', 'it is not listed any more', () =>
        eventually(async () => expect((await inboxOf(api, erin, asking)).ids).not.toContain(conversation.id)),
      );
    },
  );

test(
  'unreadsOnly before and after a message arrived',
  covers('INBOX-LIST-03'),
  async ({ api, given, check, eventually }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const conversation = await given.conversation({ with: [bob, erin] });

    await check('INBOX-LIST-03', 'it is not listed without messages', () =>
      eventually(async () =>
        expect((await inboxOf(api, erin, unreadsOnly)).ids).not.toContain(conversation.id),
      ),
    );

    await given.messages(conversation, { from: bob, text: 'Hello' });

    await check('INBOX-LIST-03', 'it is listed now', () =>
      eventually(async () =>
        expect((await inboxOf(api, erin, unreadsOnly, [conversation.id])).ids).toContain(conversation.id),
      ),
    );
  },
);
