/** null clears an attribute whatever stands beside it, and for good. Conversations page: type RequestBody; PUT merges. */
import { covers, expect, test } from '../../fixtures/test.ts';
import { attributeNames, cleared } from './attributes.ts';

/** Each attribute, and each other one. */
const pairs = attributeNames.flatMap((name) =>
  attributeNames.filter((other) => other !== name).map((other) => [name, other] as const),
);

for (const [name, other] of pairs)
  test(
    `clearing ${name} while setting ${other}`,
    covers('PUT-MERGE-03'),
    async ({ api, given, check, eventually, data }) => {
      const { id, before } = await given.conversation({
        ...data.attributes(),
        custom: { category: 'before' },
      });
      const after = { ...data.attributes(), custom: { category: 'after' } };

      const put = await api.conversations.put(id, { [name]: null, [other]: after[other] });

      await check(
        'PUT-MERGE-03',
        `${name} is cleared, ${other} is new, and the rest is as it was`,
        async () => {
          expect(put).toSucceed();
          const changes = { [name]: cleared[name], [other]: after[other] };
          await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before, changes));
        },
      );
    },
  );

/** Each attribute, and the one after it. */
const neighbours = attributeNames.map(
  (name, index) => [name, attributeNames[(index + 1) % attributeNames.length] ?? 'subject'] as const,
);

for (const [name, other] of neighbours)
  test(
    `clearing ${name}, then setting ${other}`,
    covers('PUT-MERGE-03'),
    async ({ api, given, check, eventually, data }) => {
      const { id, before } = await given.conversation({
        ...data.attributes(),
        custom: { category: 'before' },
      });
      const after = { ...data.attributes(), custom: { category: 'after' } };
      await given.updated({ id }, { [name]: null });

      const put = await api.conversations.put(id, { [other]: after[other] });

      await check('PUT-MERGE-03', `${name} stays cleared, and the rest is as it was`, async () => {
        expect(put).toSucceed();
        const changes = { [name]: cleared[name], [other]: after[other] };
        await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before, changes));
      });
    },
  );

test(
  'creating a conversation with null for every attribute',
  covers('PUT-MERGE-03'),
  async ({ api, given, check, eventually }) => {
    const id = given.newId();

    const nothing = Object.fromEntries(attributeNames.map((name) => [name, null]));
    const put = await api.conversations.put(id, nothing);

    await check('PUT-MERGE-03', 'each reads as one that was never set', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow(cleared));
    });
  },
);
