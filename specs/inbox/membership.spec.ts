/** The list of a person follows who joins, leaves and comes back. Follows from the Conversations page. */
import { refused } from '../../fixtures/client/exchange.ts';
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const ways: Readonly<Record<string, (given: Given, to: Conversation, person: Person) => Promise<void>>> = {
  joining: (given, to, person) => given.joined(to, person),
  'being named by a PUT': (given, to, person) => given.updated(to, { participants: [person.id] }),
};

for (const [way, come] of Object.entries(ways))
  for (const history of ['new', 'with messages'] as const)
    test(
      `${way}: a conversation ${history}`,
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
    await given.messages(conversation, { from: bob, text: 'Welcome back' });

    for (const [list, query] of Object.entries({
      'the list': {},
      'the unreadsOnly list': { unreadsOnly: true },
    }))
      await check('INBOX-LIST-06', `the conversation is in ${list} once`, () =>
        eventually(async () => {
          const page = await api.inbox.list(erin.id, { ...query, limit: pageSize });
          if (list !== 'the list' && refused(page)) throw new NotApplicable('the target refuses unreadsOnly');
          expect(idsIn(page).filter((id) => id === conversation.id)).toHaveLength(1);
        }),
      );
  });

/** What is said when. */
const talks = {
  'leaving with an unread message': ['before'],
  'leaving before a message is sent': ['after'],
  'leaving between two messages': ['before', 'after'],
} as const;

for (const [title, said] of Object.entries(talks))
  test(title, covers('INBOX-LIST-06'), async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const conversation = await given.conversation({ with: [erin, bob] });
    const say = async (when: 'before' | 'after'): Promise<void> => {
      if (said.some((one) => one === when))
        await given.messages(conversation, { from: bob, text: 'Are you there?' });
    };
    await say('before');
    await given.done('leaving', api.participants.leave(conversation.id, erin.id), 'PARTICIPANT-LEAVE-01');
    await say('after');

    for (const [list, query] of Object.entries({ list: {}, 'unreadsOnly list': { unreadsOnly: true } }))
      await check('INBOX-LIST-06', `it is not in the ${list} of who left`, () =>
        eventually(async () => {
          const page = await api.inbox.list(erin.id, { ...query, limit: pageSize });
          if (list !== 'list' && refused(page)) throw new NotApplicable('the target refuses unreadsOnly');
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
    const ids: string[] = [];
    for (let count = 0; count < 4; count++) ids.push((await given.conversation({ with: [bob] })).id);

    const joined = await Promise.all(ids.map((id) => api.participants.join(id, erin.id)));

    await check('INBOX-LIST-05', 'all of them are in the list of that person', async () => {
      for (const one of joined) expect(one).toSucceed();
      await eventually(async () => expect((await inboxOf(api, erin, {}, ids)).ids).toInclude(ids));
    });
  },
);
