/** A key of custom is exact, and null removes it wherever it stands. SDK reference: custom is patched, null removes a key. */
import type { Api } from '../../fixtures/client/api.ts';
import { refused, type Exchange } from '../../fixtures/client/exchange.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Updates custom, with null for what is to be removed: the SDK reference has it, the documented type of the body has not. */
const putCustom = (
  api: Api,
  id: string,
  custom: Readonly<Record<string, string | null>>,
): Promise<Exchange> =>
  api.call('putConversation', { conversationId: id }, { body: { custom }, deliberate: true });

/** A key, and another one that is easily taken for it. */
const alike = {
  'differs in case only': ['color', 'Color'],
  'begins with it': ['color', 'colors'],
} as const;

for (const [how, [key, other]] of Object.entries(alike)) {
  test(
    `setting a key of custom beside one that ${how}`,
    covers('PUT-MERGE-05'),
    async ({ api, given, check, eventually, data }) => {
      const kept = { [other]: data.value() };
      const { id } = await given.conversation({ custom: kept });

      const added = { [key]: data.value() };
      const put = await api.conversations.put(id, { custom: added });

      await check('PUT-MERGE-05', 'it is set, and the other key is kept', async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ custom: { ...kept, ...added } }),
        );
      });
    },
  );

  test(
    `setting a key of custom to null beside one that ${how}`,
    covers('PUT-MERGE-06'),
    async ({ api, given, check, eventually, data }) => {
      const kept = { [other]: data.value() };
      const { id } = await given.conversation({ custom: { ...kept, [key]: data.value() } });

      const put = await putCustom(api, id, { [key]: null });

      await check('PUT-MERGE-06', 'that key is removed, and only that', async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom: kept }));
      });
    },
  );
}

test(
  'setting a key of custom to null while setting another',
  covers('PUT-MERGE-06'),
  async ({ api, given, check, eventually, data }) => {
    const { id } = await given.conversation({ custom: { category: data.value() } });

    const added = data.value();
    const put = await putCustom(api, id, { category: null, added });

    await check('PUT-MERGE-06', 'the one is removed, and the other set', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom: { added } }));
    });
  },
);

for (const [what, isNew] of [
  ['creating a conversation with null for a key of custom', true],
  ['setting a key of custom to null that is not there', false],
] as const)
  test(what, covers('PUT-MERGE-06'), async ({ api, given, check, eventually, data }) => {
    const { id } = isNew ? { id: given.newId() } : await given.conversation();

    const category = data.value();
    const put = await putCustom(api, id, { category, missing: null });

    // Whether there may be a null where nothing is to be removed is not documented.
    await check('PUT-MERGE-06', 'there is no such key, or the call is refused', async () => {
      if (refused(put)) throw new NotApplicable('the target refuses null where there is no such key');
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom: { category } }));
    });
  });

test(
  'setting a key of custom to null, then setting another',
  covers('PUT-MERGE-06'),
  async ({ api, given, check, eventually, data }) => {
    const { id } = await given.conversation({ custom: { category: data.value() } });
    await given.done('removing a key', putCustom(given.api, id, { category: null }), 'PUT-MERGE-06');

    const custom = { added: data.value() };
    const put = await api.conversations.put(id, { custom });

    await check('PUT-MERGE-06', 'what was removed does not come back', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom }));
    });
  },
);
