/** Requests that change nothing. Conversations page: omitting `isUnread`, or null, does not change the status. */
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** How a conversation is for a person who has not read its message. */
const states: Readonly<Record<string, (given: Given, on: Conversation, person: Person) => Promise<void>>> = {
  read: (given, on, person) => given.marked(on, person, 'read'),
  unread: () => Promise.resolve(),
  'marked as unread': async (given, on, person) => {
    await given.marked(on, person, 'read');
    await given.marked(on, person, 'unread');
  },
};

for (const [id, what, body] of [
  ['READ-NOCHANGE-01', 'isUnread left out', {}],
  ['READ-NOCHANGE-02', 'isUnread null', { isUnread: null }],
] as const)
  for (const [state, prepare] of Object.entries(states))
    test(
      `${what}: a conversation that is ${state}`,
      covers(id),
      async ({ api, given, check, eventually, data }) => {
        const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
        const conversation = await given.conversation({ with: [alice, bob, carol] });
        // Of somebody else: what is tried here may be what is judged.
        await given.readState(conversation, carol);
        await given.messages(conversation, { from: alice, text: data.text() });
        await prepare(given, conversation, bob);
        const before = await given.read(conversation);
        await given.holds(
          'it is what it has to be',
          () => Promise.resolve(expect(before.participants[bob.id]?.isUnread).toBe(state !== 'read')),
          'READ-MESSAGE-01',
        );

        const set = await api.readState.set(bob.id, conversation.id, body);

        await check(id, 'it is as before', async () => {
          expect(set).toSucceed();
          await eventually(async () => expect(await api.conversations.get(conversation.id)).toBeAs(before));
        });
      },
    );
