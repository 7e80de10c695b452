/** null clears an attribute, and leaving it out keeps it. Conversations page: type RequestBody; PUT merges. */
import { refused } from '../../fixtures/client/exchange.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { attributeNames, cleared } from './attributes.ts';

for (const name of attributeNames)
  test(
    `clearing ${name} with null`,
    covers('PUT-MERGE-03'),
    async ({ api, given, check, eventually, data }) => {
      const { alice } = await given.users('alice');
      const before = data.attributes();
      const { id } = await given.conversation({ with: [alice], ...before });

      const put = await api.conversations.put(id, { [name]: null });

      await check('PUT-MERGE-03', `${name} is cleared, and the other attributes as they were`, async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ ...before, [name]: cleared[name] }),
        );
      });
    },
  );

test(
  'clearing every attribute at once',
  covers('PUT-MERGE-03'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const { id } = await given.conversation({ with: [alice], ...data.attributes() });

    const nothing = Object.fromEntries(attributeNames.map((name) => [name, null]));
    const put = await api.conversations.put(id, nothing);

    await check('PUT-MERGE-03', 'all of them are cleared, and the person still takes part', async () => {
      expect(put).toSucceed();
      await eventually(async () => {
        const read = await api.conversations.get(id);
        expect(read).toShow(cleared);
        expect(read).toHaveParticipants([alice.id]);
      });
    });
  },
);

for (const [one, other] of [
  ['subject', 'custom'],
  ['photoUrl', 'welcomeMessages'],
] as const)
  test(
    `leaving ${one} and ${other} out, then clearing them`,
    covers('PUT-MERGE-04'),
    async ({ api, given, check, eventually, data }) => {
      const before = data.attributes();
      const { id } = await given.conversation(before);

      const { [one]: _, [other]: __, ...others } = data.attributes();
      const without = await api.conversations.put(id, others);
      await check('PUT-MERGE-04', 'what is left out stays', async () => {
        expect(without).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ ...before, ...others }),
        );
      });

      const withNull = await api.conversations.put(id, { [one]: null, [other]: null });
      await check('PUT-MERGE-04', 'what is null is cleared', async () => {
        expect(withNull).toSucceed();
        const both = { [one]: cleared[one], [other]: cleared[other] };
        await eventually(async () => expect(await api.conversations.get(id)).toShow(both));
      });
    },
  );

for (const name of ['subject', 'photoUrl'] as const)
  test(
    `setting ${name} to an empty text`,
    covers('PUT-MERGE-04'),
    async ({ api, given, check, eventually, data }) => {
      const { id, before } = await given.conversation({ [name]: data.attributes()[name] });

      const put = await api.conversations.put(id, { [name]: '' });

      // Whether it is kept as an empty text or as none, or refused, is not documented.
      await check('PUT-MERGE-04', 'the old value is gone, or the call refused', async () => {
        if (refused(put)) throw new NotApplicable(`the target refuses an empty ${name}`);
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).not.toShow({ [name]: before[name] }),
        );
      });
    },
  );
