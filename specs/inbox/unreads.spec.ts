/** unreadsOnly leaves out what holds no unread messages for the person. Batch page: example with unreadsOnly. */
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
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
    `unreadsOnly ${asked}, after the messages were read`,
    covers('INBOX-LIST-03'),
    async ({ api, given, check, eventually }) => {
      const { erin, bob } = await given.users('erin', 'bob');
      await given.inbox(erin);
      const { id } = await given.conversationInState('marked as read', { with: [bob, erin] });

      await check('INBOX-LIST-03', 'it is not listed', () =>
        eventually(async () =>
          expect((await inboxOf(api, erin, { ...unreadsOnly, ...query })).ids).not.toContain(id),
        ),
      );
    },
  );

/** What is asked for, then changed, then asked for again: whether it is listed the first time, and what happens. */
const changes: Readonly<
  Record<
    string,
    {
      before: boolean;
      happens: (given: Given, to: Conversation, bob: Person, erin: Person) => Promise<unknown>;
    }
  >
> = {
  'a message arrived': {
    before: false,
    happens: (given, to, bob) => given.messages(to, { from: bob, text: 'Hello' }),
  },
  'the messages were read': {
    before: true,
    happens: (given, to, _, erin) => given.marked(to, erin, 'read'),
  },
};

for (const [what, { before, happens }] of Object.entries(changes))
  test(
    `unreadsOnly again, after ${what}`,
    covers('INBOX-LIST-03'),
    async ({ api, given, check, eventually }) => {
      const { erin, bob } = await given.users('erin', 'bob');
      await given.inbox(erin);
      const conversation = await given.conversationInState(before ? 'with messages' : 'new', {
        with: [bob, erin],
      });
      const isListed = async (): Promise<boolean> =>
        (await inboxOf(api, erin, unreadsOnly)).ids.includes(conversation.id);
      await given.holds(
        'the list was asked for',
        async () => expect(await isListed()).toBe(before),
        'INBOX-LIST-03',
      );

      await happens(given, conversation, bob, erin);

      await check('INBOX-LIST-03', `it is ${before ? 'no longer' : 'now'} listed`, () =>
        eventually(async () => expect(await isListed()).toBe(!before)),
      );
    },
  );
