/** An edit is no message: lastMessage stays the newest one. Follows from the Conversations page: lastMessage. */
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { listedOf } from '../../fixtures/lists/listed.ts';
import { conversationIn, messagesIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const newest of ['UserMessage', 'SystemMessage'] as const)
  test(
    `editing a message that a ${newest} has followed`,
    covers('MESSAGE-LAST-01'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      const from = newest === 'UserMessage' ? bob : null;
      const [older = '', last = ''] = await given.messages(
        conversation,
        { from: alice, text: data.text() },
        { from, text: data.text() },
      );

      const text = data.subject();
      await given.offered(await api.messages.edit(conversation.id, older, { text }));
      const [newestAt, editedAt] = await given.holds('the edit is shown', async () => {
        const listed = messagesIn(await api.messages.list(conversation.id, fewMessages));
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

    await given.edited(older, first, data.subject());

    await check('MESSAGE-LAST-01', 'they stand in the list as before', async () => {
      await eventually(async () => expect(await listedOf(api, [older, newer])).toEqual(order));
    });
  },
);

test(
  'editing the last message of a conversation that was read before',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const [last = ''] = await given.messages(conversation, { from: alice, text: data.text() });
    await given.read(conversation);

    const text = data.subject();
    await given.offered(await api.messages.edit(conversation.id, last, { text }));

    await check('MESSAGE-LAST-01', 'lastMessage has the new text', async () => {
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
        expect(lastMessage).toMatchObject({ id: last, text });
      });
    });
  },
);
