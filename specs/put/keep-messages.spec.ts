/** PUT leaves messages, and for whom a conversation is unread. Follows from the Conversations page: PUT merges. */
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { idsIn, participantIn, unreadOf } from '../../fixtures/reading/read.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [history, named, role] of [
  ['with messages', 'bob', 'for whom it is unread'],
  ['marked as read', 'alice', 'who has not marked it'],
  ['marked as unread', 'alice', 'who has marked it'],
] as const)
  test(
    `updating the subject and naming the one ${role}: ${inWords(history)}`,
    covers('PUT-MERGE-09'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('alice', 'bob');
      const { id, before } = await given.conversationInState(history, { with: [people.alice, people.bob] });

      const body = { subject: data.subject(), participants: [people[named].id] };
      const put = await api.conversations.put(id, body);

      await check('PUT-MERGE-09', 'the last message is as before, and for whom it is unread', async () => {
        expect(put).toSucceed();
        await eventually(async () => {
          const read = await api.conversations.get(id);
          expect(read).toShow({ lastMessage: before.lastMessage });
          expect(read).toHaveUnread(unreadOf(before));
        });
      });
    },
  );

test(
  'bringing somebody back, while another has it marked as unread',
  covers('PUT-MERGE-09'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const conversation = await given.conversationInState('marked as unread', { with: [alice, bob, carol] });
    await given.left(conversation, carol);

    const put = await api.conversations.put(conversation.id, { participants: [carol.id] });

    await check('PUT-MERGE-09', 'it is still unread for the other', async () => {
      expect(put).toSucceed();
      await eventually(async () => {
        const read = await api.conversations.get(conversation.id);
        expect(participantIn(read, alice)).toMatchObject({ isUnread: true });
      });
    });
  },
);

test(
  'updating a conversation that has messages',
  covers('PUT-MERGE-09'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const sent = await given.messages(
      conversation,
      ...['Hello', 'How are you?'].map((text) => ({ from: alice, text })),
    );

    const put = await api.conversations.put(conversation.id, data.attributes());

    await check('PUT-MERGE-09', 'all messages are still there', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(idsIn(await api.messages.list(conversation.id, fewMessages)).sort()).toEqual([...sent].sort()),
      );
    });
  },
);
