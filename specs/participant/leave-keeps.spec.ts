/** Leaving changes nothing for those who stay. Follows from the Participation page: leaving takes one person out. */
import { messagesIn, type ConversationState } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const history of ['with changed settings', 'marked as read'] as const)
  test(
    `alice leaves two others: a conversation ${history}`,
    covers('PARTICIPANT-LEAVE-04'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const { id, before } = await given.conversationIn(history, {
        with: [alice, bob, carol],
        ...data.attributes(),
      });

      const left = await api.participants.leave(id, alice.id);

      await check('PARTICIPANT-LEAVE-04', 'everything else is as before', async () => {
        expect(left).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toBeAs(before, without(before, alice)),
        );
      });
    },
  );

test(
  'the sender leaves a conversation with messages',
  covers('PARTICIPANT-LEAVE-04'),
  async ({ api, given, check, eventually, data }) => {
    given.claimed('messages');
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const texts = [data.text(), data.text()];
    await given.messages(conversation, ...texts.map((text) => ({ from: alice, text })));
    const messages = async () => messagesIn(await api.messages.list(conversation.id));
    const before = await given.holds('the messages are listed', messages, 'MESSAGE-SEND-01');

    const left = await api.participants.leave(conversation.id, alice.id);

    await check('PARTICIPANT-LEAVE-04', 'the messages are as before', async () => {
      expect(left).toSucceed();
      await eventually(async () => expect(await messages()).toEqual(before));
    });
  },
);

function without({ participants }: ConversationState, person: { readonly id: string }) {
  const others = Object.entries(participants).filter(([id]) => id !== person.id);
  return { participants: Object.fromEntries(others) };
}
