/** A mark is a state of one person, neither a count nor one for all. Conversations page: `isUnread`, for a specific user. */
import { participantIn } from '../../fixtures/reading/read.ts';
import { readersOf } from '../../fixtures/reading/read-state.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [what, times] of [
  ['once', 1],
  ['twice', 2],
] as const)
  test(
    `marking as read a conversation without messages that was marked as unread ${what}`,
    covers('READ-READ-01'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      for (let time = 0; time < times; time++) await given.markedWithoutMessages(conversation, alice);

      const marked = await api.readState.set(alice.id, conversation.id, { isUnread: false });

      await check('READ-READ-01', 'it is read for that person', async () => {
        expect(marked).toSucceed();
        await eventually(async () =>
          expect(participantIn(await api.conversations.get(conversation.id), alice)).toMatchObject({
            isUnread: false,
          }),
        );
      });
    },
  );

test(
  'marking as unread a conversation without messages that another person has marked as unread',
  covers('READ-SCOPE-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.markedWithoutMessages(conversation, alice);

    const marked = await api.readState.set(bob.id, conversation.id, { isUnread: true });

    await check('READ-SCOPE-01', 'it is still unread for the other', async () => {
      expect(marked).toSucceed();
      await eventually(async () =>
        expect(participantIn(await api.conversations.get(conversation.id), alice)).toMatchObject({
          isUnread: true,
        }),
      );
    });
  },
);

test(
  'marking as unread twice, with a message that the person has read',
  covers('READ-UNREAD-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const sent = await given.messages(conversation, { from: alice, text: data.text() });
    await given.marked(conversation, bob, 'read');
    await given.marked(conversation, bob, 'unread');
    const before = await given.holds(
      'readBy names the person',
      async () => {
        const readers = await readersOf(api, conversation, sent);
        expect(readers.flat()).toContain(bob.id);
        return readers;
      },
      'READ-UNREAD-02',
    );

    const again = await api.readState.set(bob.id, conversation.id, { isUnread: true });

    await check('READ-UNREAD-02', 'the readers of the message are as before', async () => {
      expect(again).toSucceed();
      await eventually(async () => expect(await readersOf(api, conversation, sent)).toEqual(before));
    });
  },
);
