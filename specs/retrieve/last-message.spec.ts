/** lastMessage is the newest message. Conversations page: type Conversation, lastMessage: Message | null. */
import { conversationIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'a conversation with two messages, and another with a newer one',
  covers('RETRIEVE-FOUND-07'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const another = await given.conversation({ with: [alice] });
    const [, newest] = await given.messages(
      conversation,
      { from: alice, text: 'first' },
      { from: bob, text: 'second' },
    );
    await given.messages(another, { from: alice, text: 'elsewhere' });

    await check('RETRIEVE-FOUND-07', 'lastMessage is the second, with its fields', async () => {
      const shown = { id: newest, text: 'second', senderId: bob.id, conversationId: conversation.id };
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
        expect({ ...lastMessage }).toMatchObject(shown);
      });
    });
  },
);

test(
  'a system message after a message',
  covers('RETRIEVE-FOUND-07'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    await given.messages(conversation, { from: alice, text: 'Hello' });
    await given.tick();

    const sent = await api.messages.send(conversation.id, [{ type: 'SystemMessage', text: 'Order shipped' }]);

    await check('RETRIEVE-FOUND-07', 'lastMessage is the system message', async () => {
      expect(sent).toSucceed();
      const shown = { text: 'Order shipped', type: 'SystemMessage' };
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
        expect({ ...lastMessage }).toMatchObject(shown);
      });
    });
  },
);
