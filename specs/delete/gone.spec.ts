/** A deleted conversation is not found. Conversations page: DELETE irrevocably deletes the data of a conversation. */
import { messagesShown } from '../../fixtures/reading/read.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** What has happened to a conversation of two people before it is deleted. */
const histories: Readonly<
  Record<string, (given: Given, conversation: Conversation, alice: Person, bob: Person) => Promise<unknown>>
> = {
  'that is new': () => Promise.resolve(),
  async 'with more than ten messages'(given, conversation, alice) {
    const ten = Array.from({ length: 10 }, (_, index) => ({ from: alice, text: `Message ${index}` }));
    await given.messagesAtOnce(conversation, ...ten);
    await given.messages(conversation, { from: alice, text: 'The eleventh' });
  },
  async 'with an edited message'(given, conversation, alice) {
    const [message = ''] = await given.messages(conversation, { from: alice, text: 'Hello' });
    await given.edited(conversation, message, 'Hello again');
  },
  'in which somebody has turned notifications off': (given, conversation, _alice, bob) =>
    given.modified(conversation, bob, { notify: false }),
  'that somebody has left': (given, conversation, _alice, bob) => given.left(conversation, bob),
};

for (const [history, happens] of Object.entries(histories))
  test(
    `deleting a conversation ${history}`,
    covers('DELETE-GONE-01'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const { id } = await given.conversation({ with: [alice, bob, carol], ...data.attributes() });
      await happens(given, { id }, alice, bob);

      const deleted = await api.conversations.remove(id);

      await check('DELETE-GONE-01', 'it is not found', async () => {
        expect(deleted).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toHaveStatus(404));
      });
    },
  );

test(
  'deleting a conversation in which nobody takes part',
  covers('DELETE-GONE-01'),
  async ({ api, given, check, eventually }) => {
    const { id } = await given.conversation();

    const deleted = await api.conversations.remove(id);

    await check('DELETE-GONE-01', 'it is not found', async () => {
      expect(deleted).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toHaveStatus(404));
    });
  },
);

test(
  'reading messages of a conversation that was deleted',
  covers('DELETE-GONE-03'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const { id } = conversation;
    const sent = await given.messages(conversation, { from: alice, text: 'One' }, { from: bob, text: 'Two' });
    const ways = {
      'the list of messages': () => api.messages.list(id),
      'the first message': () => api.messages.get(id, sent[0] ?? ''),
      'the last message': () => api.messages.get(id, sent.at(-1) ?? ''),
    };
    const reading = await given.eachShows(ways, async (read) =>
      expect(messagesShown(await given.offered(await read()))).not.toEqual([]),
    );

    const deleted = await api.conversations.remove(id);

    for (const [what, readBefore] of reading)
      await check('DELETE-GONE-03', `${what} shows nothing any more`, async () => {
        const read = readBefore();
        expect(deleted).toSucceed();
        await eventually(async () => expect(messagesShown(await read()), 'messages').toEqual([]));
      });
  },
);
