/** The list of a person follows who joins, leaves and comes back. Follows from the Conversations page. */
import { inboxOf, inboxPage } from '../../fixtures/lists/inbox.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize, pageWith } from '../../fixtures/reading/walk.ts';
import { mustAllSucceed } from '../../fixtures/scenario/concurrent.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { lists } from './lists.ts';

const ways: Readonly<Record<string, (given: Given, to: Conversation, person: Person) => Promise<void>>> = {
  joining: (given, to, person) => given.joined(to, person),
  'being named by a PUT': (given, to, person) => given.updated(to, { participants: [person.id] }),
};

for (const [way, come] of Object.entries(ways))
  for (const history of ['new', 'with messages'] as const)
    test(
      `${way}: ${inWords(history)}`,
      covers('INBOX-LIST-05'),
      async ({ api, given, check, eventually }) => {
        const { erin, bob, carol } = await given.users('erin', 'bob', 'carol');
        await given.inbox(erin);
        const conversation = await given.conversationInState(history, { with: [bob, carol] });
        await given.holds(
          'it is not in the list of a person who does not take part',
          async () => expect((await inboxOf(api, erin)).ids).not.toContain(conversation.id),
          'INBOX-LIST-01',
        );

        await come(given, conversation, erin);

        await check('INBOX-LIST-05', 'the conversation is in the list of that person', () =>
          eventually(async () =>
            expect((await inboxOf(api, erin, {}, [conversation.id])).ids).toContain(conversation.id),
          ),
        );
      },
    );

for (const [way, come] of Object.entries(ways))
  test(`${way} after leaving`, covers('INBOX-LIST-06'), async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const conversation = await given.conversation({ with: [erin, bob] });
    await given.left(conversation, erin);

    await come(given, conversation, erin);
    // So that it is unread, and among the first: on one page with whatever else there is of it.
    await given.messages(conversation, { from: bob, text: 'Welcome back' });

    for (const [list, { query }] of Object.entries(lists))
      await check('INBOX-LIST-06', `the conversation is in ${list} once`, () =>
        eventually(async () => {
          const page = await pageWith(conversation.id, (asked) =>
            inboxPage(api, erin, { ...query, ...asked }),
          );
          const times = idsIn(page).filter((id) => id === conversation.id).length;
          // That what is unread is in this list at all is a requirement of its own, and weaker (INBOX-LIST-03).
          if ('unreadsOnly' in query) expect(times).toBeLessThanOrEqual(1);
          else expect(times).toBe(1);
        }),
      );
  });

/** Whether a message is sent before the person leaves, and after. */
for (const [title, before, after] of [
  ['leaving with an unread message', true, false],
  ['leaving before a message is sent', false, true],
  ['leaving between two messages', true, true],
] as const)
  test(title, covers('INBOX-LIST-06'), async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const conversation = await given.conversation({ with: [erin, bob] });
    const message = { from: bob, text: 'Are you there?' };
    if (before) await given.messages(conversation, message);
    await given.holds(
      'it is in the list before',
      async () => expect((await inboxOf(api, erin, {}, [conversation.id])).ids).toContain(conversation.id),
      'INBOX-LIST-01',
    );

    await given.done('leaving', api.participants.leave(conversation.id, erin.id), 'PARTICIPANT-LEAVE-01');
    if (after) await given.messages(conversation, message);

    for (const [list, { query }] of Object.entries(lists))
      await check('INBOX-LIST-06', `it is not in ${list} of who left`, () =>
        eventually(async () => {
          const page = await inboxPage(api, erin, { ...query, limit: pageSize });
          expect(idsIn(page)).not.toContain(conversation.id);
        }),
      );
  });

test(
  'joining several conversations at once',
  covers('INBOX-LIST-05'),
  async ({ api, given, check, eventually }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const four = await Promise.all([1, 2, 3, 4].map(() => given.conversation({ with: [bob] })));
    const ids = four.map(({ id }) => id);

    const joined = await Promise.all(ids.map((id) => api.participants.join(id, erin.id)));

    await check('INBOX-LIST-05', 'all of them are in the list of that person', async () => {
      mustAllSucceed(joined);
      await eventually(async () => expect((await inboxOf(api, erin, {}, ids)).ids).toInclude(ids));
    });
  },
);
