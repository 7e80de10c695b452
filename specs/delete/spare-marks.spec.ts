/** Deleting one conversation leaves the unread marks of another. Follows from the Conversations page: it deletes one id. */
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'deleting one of two conversations, the other of which is marked as unread',
  covers('DELETE-SPARE-02'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice, bob] });
    const other = await given.conversationInState('marked as unread', { with: [alice, bob] });

    const deleted = await api.conversations.remove(id);

    await check('DELETE-SPARE-02', 'the other one reads as before', async () => {
      expect(deleted).toSucceed();
      await eventually(async () => expect(await api.conversations.get(other.id)).toBeAs(other.before));
    });
  },
);
