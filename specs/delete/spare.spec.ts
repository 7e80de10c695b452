/** The people of a deleted conversation stay. Conversations page: users that take part will not be deleted. */
import { conversationIn, userIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

// Oscar and Peggy are used here alone: where deleting takes people along, those of others may be gone already.
for (const role of ['takes part', 'has left'] as const)
  test(
    `deleting a conversation in which somebody ${role}`,
    covers('DELETE-SPARE-01'),
    async ({ api, given, check, eventually }) => {
      given.unlessDisclaimed('users');
      const oscar = await given.userOfOwn('oscar');
      const conversation = await given.conversation({ with: [oscar] });
      if (role === 'has left') await given.leftByAll(conversation, oscar);
      const before = await given.holds(
        'the user can be read',
        async () => userIn(await given.api.users.get(oscar.id)),
        'USER-PUT-01',
      );

      const deleted = await api.conversations.remove(conversation.id);

      await check('DELETE-SPARE-01', 'the user has the same data', async () => {
        expect(deleted).toSucceed();
        await eventually(async () => expect(userIn(await api.users.get(oscar.id))).toEqual(before));
      });
    },
  );

test(
  'a new conversation with somebody whose conversation was deleted',
  covers('DELETE-SPARE-04'),
  async ({ api, given, check, eventually }) => {
    const peggy = await given.userOfOwn('peggy');
    await given.deleted(await given.conversation({ with: [peggy] }));

    const id = given.newId();
    const put = await api.conversations.put(id, { participants: [peggy.id] });

    await check('DELETE-SPARE-04', 'the person takes part', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants([peggy.id]));
    });
  },
);

test(
  'writing in another conversation after one was deleted',
  covers('DELETE-SPARE-04'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('messages');
    const peggy = await given.userOfOwn('peggy');
    const other = await given.conversation({ with: [peggy] });
    await given.deleted(await given.conversation({ with: [peggy] }));

    const text = data.text();
    const sent = await api.messages.send(other.id, [{ type: 'UserMessage', sender: peggy.id, text }]);

    await check('DELETE-SPARE-04', 'the message is sent', async () => {
      expect(sent).toSucceed();
      await eventually(async () => {
        const read = conversationIn(await api.conversations.get(other.id));
        expect(read).toMatchObject({ lastMessage: { senderId: peggy.id, text } });
      });
    });
  },
);
