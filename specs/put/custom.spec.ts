/** Custom data is merged by key. Conversations page: PUT merges with existing data. */
import { covers, expect, test } from '../../fixtures/test.ts';

test('updating custom with {}', covers('PUT-MERGE-14'), async ({ api, given, check, eventually, data }) => {
  const custom = data.custom();
  const { id } = await given.conversation({ custom });

  const put = await api.conversations.put(id, { custom: {} });

  await check('PUT-MERGE-14', 'every key is kept', async () => {
    expect(put).toSucceed();
    await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom }));
  });
});
