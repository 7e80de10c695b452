/** A value that is sent as it already was does not stop the others. Conversations page: a subset of attributes can be updated. */
import { covers, expect, test } from '../../fixtures/test.ts';
import { attributeNames } from './attributes.ts';

for (const [index, unchanged] of attributeNames.entries()) {
  const changed = attributeNames[(index + 1) % attributeNames.length] ?? 'subject';
  test(
    `updating ${changed}, and sending ${unchanged} as it is`,
    covers('PUT-MERGE-01'),
    async ({ api, given, check, eventually, data }) => {
      const before = data.attributes();
      const { id } = await given.conversation(before);

      const value = data.attributes()[changed];
      const put = await api.conversations.put(id, { [unchanged]: before[unchanged], [changed]: value });

      await check('PUT-MERGE-01', `${changed} is new, and everything else as it was`, async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ ...before, [changed]: value }),
        );
      });
    },
  );
}

test(
  'changing a subject, and changing it back',
  covers('PUT-MERGE-01'),
  async ({ api, given, check, eventually, data }) => {
    const [first, second] = [data.subject(), data.subject()];
    const { id } = await given.conversation();
    await given.updated({ id }, { subject: first });
    await given.updated({ id }, { subject: second });

    const put = await api.conversations.put(id, { subject: first });

    await check('PUT-MERGE-01', 'it is the first one again', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ subject: first }));
    });
  },
);
