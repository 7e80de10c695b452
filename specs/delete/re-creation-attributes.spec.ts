/** Nothing is merged with what a deleted conversation had. Conversations page: all data and metadata is deleted. */
import { covers, expect, test } from '../../fixtures/test.ts';
import { attributeNames, cleared } from '../put/attributes.ts';

for (const name of attributeNames)
  test(
    `a conversation with attributes, deleted and created again with another ${name}`,
    covers('DELETE-REBIRTH-01'),
    async ({ api, given, check, eventually, data }) => {
      const { id } = await given.conversation({ ...data.attributes(), custom: { category: data.value() } });
      await given.deleted({ id });

      const value = { ...data.attributes(), custom: { owner: data.value() } }[name];
      const put = await api.conversations.put(id, { [name]: value });

      await check('DELETE-REBIRTH-01', `it has that ${name}, and nothing of the old attributes`, async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ ...cleared, [name]: value }),
        );
      });
    },
  );
