/** A reply stays what it is, whatever becomes of messages. Follows from the Conversations page: lastMessage; Messages page: editing. */
import { userMessage } from '../../fixtures/builders/messages.ts';
import { conversationIn, sentIdsIn } from '../../fixtures/reading/read.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

interface Talk {
  readonly question: string;
  readonly reply: string;
}

/** A message and a reply to it, which is the last message. */
async function talk(
  given: Given,
  conversation: Conversation,
  people: readonly [Person, Person],
): Promise<Talk> {
  const [alice, bob] = people;
  const [question = ''] = await given.messages(conversation, { from: alice, text: 'Shall we?' });
  await given.tick();
  const body = [{ ...userMessage(bob, 'Yes'), referencedMessageId: question }];
  const sent = await given.done('replying', given.api.messages.send(conversation.id, body));
  const [reply = ''] = sentIdsIn(sent);
  await given.holds('the reply is the last message', async () =>
    expect(conversationIn(await given.api.conversations.get(conversation.id)).lastMessage?.id).toBe(reply),
  );
  return { question, reply };
}

test(
  'deleting the message that the last one answers',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const { question, reply } = await talk(given, conversation, [alice, bob]);

    await given.removed(conversation, question);

    await check('MESSAGE-LAST-01', 'the reply is still the last message', async () => {
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
        expect(lastMessage?.id).toBe(reply);
      });
    });
  },
);

test(
  'editing a reply that is the last message',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const { question, reply } = await talk(given, conversation, [alice, bob]);

    await given.offered(await api.messages.edit(conversation.id, reply, { text: 'Yes, gladly' }));

    await check('MESSAGE-LAST-01', 'lastMessage has the new text, and says what it answers', async () => {
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
        const edited = { id: reply, text: 'Yes, gladly', referencedMessageId: question, senderId: bob.id };
        expect(lastMessage).toMatchObject(edited);
      });
    });
  },
);
