/** What sending does where the documentation is silent. Messages page: sending, type Message. */
import { userMessage } from '../../fixtures/builders/messages.ts';
import { messagesIn, participantIn } from '../../fixtures/reading/read.ts';
import { covers, test } from '../../fixtures/test.ts';

for (const [question, size] of [
  ['11 messages in one call', 11],
  ['an empty array', 0],
] as const)
  test(`asking about ${question}`, covers('MESSAGE-SEND-04'), async ({ api, given, survey, data }) => {
    given.unlessDisclaimed('messages');
    const { alice } = await given.users('alice');
    const { id } = await given.conversation({ with: [alice] });

    const body = Array.from({ length: size }, () => userMessage(alice, data.text()));
    const sent = await api.call('sendMessages', { conversationId: id }, { body, deliberate: true });

    await survey('MESSAGE-SEND-04', question, () => Promise.resolve(String(sent.status)));
  });

test(
  'asking about readBy of a new message',
  covers('MESSAGE-SEND-04'),
  async ({ api, given, survey, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    await given.messages(conversation, { from: alice, text: data.text() });

    await survey('MESSAGE-SEND-04', 'the sender in readBy of a new message', async () => {
      const [message] = messagesIn(await api.messages.list(conversation.id));
      return String(message?.readBy?.includes(alice.id));
    });
  },
);

test(
  'asking about a SystemMessage alone',
  covers('MESSAGE-SEND-04'),
  async ({ api, given, survey, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    await given.messages(conversation, { from: null, text: data.text() });

    await survey('MESSAGE-SEND-04', 'isUnread after a SystemMessage alone', async () =>
      String(participantIn(await api.conversations.get(conversation.id), alice)?.isUnread),
    );
  },
);
