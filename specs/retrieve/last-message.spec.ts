/** lastMessage is the newest message. Conversations page: type Conversation, lastMessage: Message | null. */
import { userMessage } from '../../fixtures/builders/messages.ts';
import { conversationIn, messagesIn, sentIdsIn } from '../../fixtures/reading/read.ts';
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'a conversation with two messages, and another with a newer one',
  covers('RETRIEVE-FOUND-07'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const another = await given.conversation({ with: [alice] });
    await given.messages(conversation, { from: alice, text: 'first' });
    await given.tick();
    const custom = { mood: 'good' };
    const second = [{ ...userMessage(bob, 'second'), custom }];
    const [newest] = sentIdsIn(await given.done('sending', given.api.messages.send(conversation.id, second)));
    await given.messages(another, { from: alice, text: 'elsewhere' });

    await check('RETRIEVE-FOUND-07', 'lastMessage is the second, with its fields', async () => {
      const shown = { id: newest, text: 'second', custom, senderId: bob.id, conversationId: conversation.id };
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

test(
  'sending three messages in one call',
  covers('RETRIEVE-FOUND-07'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice, bob] });

    const messages = [userMessage(alice, 'one'), userMessage(bob, 'two'), userMessage(alice, 'three')];
    const sent = await api.messages.send(id, messages);

    await check('RETRIEVE-FOUND-07', 'lastMessage is the third', async () => {
      const third = sentIdsIn(sent)[2];
      await eventually(async () => {
        const listed = messagesIn(await api.messages.list(id, fewMessages));
        expect(listed).toHaveLength(3);
        // Which of several is the newest cannot be told where they have the same timestamp.
        const newest = Math.max(...listed.map(({ createdAt }) => Number(createdAt)));
        const others = listed.filter((one) => one.id !== third);
        if (others.some(({ createdAt }) => createdAt === newest))
          throw new NotApplicable('the messages of one call have the same timestamp');
        expect(conversationIn(await api.conversations.get(id)).lastMessage?.id).toBe(third);
      });
    });
  },
);

test(
  'a message of 500 characters',
  covers('RETRIEVE-FOUND-07'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    const { alice } = await given.users('alice');
    const { id } = await given.conversation({ with: [alice] });

    const text = 'Good morning. '.repeat(36).slice(0, 500);
    const sent = await api.messages.send(id, [userMessage(alice, text)]);
    given.unlessRefused(sent, 'the target limits the length of a text');

    await check('RETRIEVE-FOUND-07', 'lastMessage has its whole text', async () => {
      expect(sent).toSucceed();
      await eventually(async () =>
        expect(conversationIn(await api.conversations.get(id)).lastMessage?.text).toBe(text),
      );
    });
  },
);
