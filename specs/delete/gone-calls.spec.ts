/** No call brings a deleted conversation back. Follows from the Conversations page: it is deleted irrevocably. */
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Calls about one person, each made before the deletion, where it has to work, and after it. */
const calls: readonly [
  title: string,
  before: (given: Given, conversation: Conversation, person: Person) => Promise<unknown>,
  after: (api: Api, id: string, person: Person) => Promise<Exchange>,
][] = [
  [
    'sending a message to it',
    (given, conversation, person) => given.messages(conversation, { from: person, text: 'Hello' }),
    (api, id, person) => api.messages.send(id, [{ type: 'UserMessage', sender: person.id, text: 'Hello?' }]),
  ],
  [
    'marking it as read',
    (given, conversation, person) => given.marked(conversation, person, 'read'),
    (api, id, person) => api.readState.set(person.id, id, { isUnread: false }),
  ],
  [
    'changing settings of a participant of it',
    (given, conversation, person) => given.modified(conversation, person, { notify: false }),
    (api, id, person) => api.participants.modify(id, person.id, { notify: true }),
  ],
];

for (const [title, before, after] of calls)
  test(
    `after deleting a conversation, ${title}`,
    covers('DELETE-GONE-05'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      await before(given, conversation, bob);
      await given.deleted(conversation);

      const call = await after(api, conversation.id, bob);

      await check('DELETE-GONE-05', 'it is refused, and the conversation is still not found', async () => {
        expect(call).toBeRefused();
        await eventually(async () => expect(await api.conversations.get(conversation.id)).toBeRefused());
      });
    },
  );

test(
  'after deleting a conversation, leaving it',
  covers('DELETE-GONE-05'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.deleted(conversation);

    // Who leaves twice may be told so or not: the answer is not judged.
    await api.participants.leave(conversation.id, bob.id);

    await check('DELETE-GONE-05', 'the conversation is still not found', async () => {
      await eventually(async () => expect(await api.conversations.get(conversation.id)).toBeRefused());
    });
  },
);
