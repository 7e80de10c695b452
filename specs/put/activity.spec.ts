/** Changing attributes is no activity. Conversations page: the default order is that of the last activity, of messages. */
import { listedOf } from '../../fixtures/lists/listed.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'updating the conversation with the older message',
  covers('PUT-MERGE-13'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const [older, newer] = await given.twoWithMessages(alice);
    const order = await given.listed(older, newer);

    const put = await api.conversations.put(older.id, data.attributes());

    await check('PUT-MERGE-13', 'it does not move in the list', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await listedOf(api, [older, newer])).toEqual(order));
    });
  },
);
