/** lastMessage is the last message, whatever becomes of messages. Follows from the Conversations page: lastMessage. */
import { listedOf } from '../../fixtures/lists/listed.ts';
import { conversationIn, messagesIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'editing a message before a SystemMessage',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const [older = '', last = ''] = await given.messages(
      conversation,
      { from: alice, text: data.text() },
      { from: null, text: data.text() },
    );

    const text = data.subject();
    const edit = api.messages.edit(conversation.id, older, { text });
    await given.done('editing a message', edit);
    const [newestAt, editedAt] = await given.holds('the edit is shown', async () => {
      const listed = messagesIn(await api.messages.list(conversation.id));
      const edited = listed.find((message) => message.text === text);
      expect(edited).toBeDefined();
      return [listed.find((message) => message.id === last)?.createdAt, edited?.createdAt];
    });

    await check('MESSAGE-LAST-01', 'lastMessage is still the newest', async () => {
      // Which of two messages of the same time is the newest, nobody says.
      const possible = editedAt === newestAt ? [older, last] : [last];
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
        expect(possible).toContain(lastMessage?.id);
      });
    });
  },
);

test(
  'editing an older message of one of two conversations',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const options = { with: [alice] };
    const [older, newer] = [await given.conversation(options), await given.conversation(options)];
    const said = [data.text(), data.text()].map((text) => ({ from: alice, text }));
    const [first = ''] = await given.messages(older, ...said);
    await given.tick();
    await given.messages(newer, { from: alice, text: data.text() });
    const order = await given.listed(older, newer);

    await given.done('editing a message', api.messages.edit(older.id, first, { text: data.subject() }));

    await check('MESSAGE-LAST-01', 'they stand in the list as before', async () => {
      await eventually(async () => expect(await listedOf(api, [older, newer])).toEqual(order));
    });
  },
);

test(
  'deleting a SystemMessage after a UserMessage',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const [before, last = ''] = await given.messages(
      conversation,
      { from: alice, text: data.text() },
      { from: null, text: data.text() },
    );

    await given.done('deleting a message', api.messages.remove(conversation.id, last));

    await check('MESSAGE-LAST-01', 'lastMessage is the one before', async () => {
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
        expect(lastMessage?.id).toBe(before);
      });
    });
  },
);

test(
  'deleting the only message',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const [only = ''] = await given.messages(conversation, { from: alice, text: data.text() });

    await given.done('deleting a message', api.messages.remove(conversation.id, only));

    await check('MESSAGE-LAST-01', 'there is no lastMessage any more', async () => {
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toShow({ lastMessage: null }),
      );
    });
  },
);
