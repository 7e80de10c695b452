/** What was created again can be deleted again. Conversations page: DELETE irrevocably deletes the data of a conversation. */
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'deleting a conversation that was deleted and created again',
  covers('DELETE-GONE-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversationInState('deleted and created again', { with: [alice, bob] });

    const deleted = await api.conversations.remove(id);

    await check('DELETE-GONE-01', 'it is not found', async () => {
      expect(deleted).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toHaveStatus(404));
    });
  },
);
