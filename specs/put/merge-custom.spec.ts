/** custom is merged key by key. SDK reference: custom is patched, and null removes a key. */
import { hardKeys, hardValues } from '../../fixtures/builders/hard-keys.ts';
import { refused } from '../../fixtures/client/exchange.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'setting one key of custom and adding another',
  covers('PUT-MERGE-05'),
  async ({ api, given, check, eventually, data }) => {
    const custom = data.custom();
    const { id } = await given.conversation({ custom });

    const update = { category: data.value(), added: data.value() };
    const put = await api.conversations.put(id, { custom: update });

    await check('PUT-MERGE-05', 'what was sent is set, and the other key is kept', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toShow({ custom: { ...custom, ...update } }),
      );
    });
  },
);

for (const [kind, custom] of Object.entries(hardValues))
  test(
    `setting another key beside ${kind}`,
    covers('PUT-MERGE-05'),
    async ({ api, given, check, eventually, data }) => {
      const { id } = await given.conversation({ custom });

      const added = data.value();
      const update = await api.conversations.put(id, { custom: { added } });

      await check('PUT-MERGE-05', 'the stored keys are kept as they were', async () => {
        if (refused(update)) throw new NotApplicable('the target refuses so many keys');
        expect(update).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ custom: { ...custom, added } }),
        );
      });
    },
  );

test(
  'setting another key beside an empty value',
  covers('PUT-MERGE-05'),
  async ({ api, given, check, eventually, data }) => {
    const custom = { empty: '', other: data.value() };
    const { id } = await given.conversationIfTaken({ custom }, 'an empty value');

    const added = data.value();
    const update = await api.conversations.put(id, { custom: { added } });

    await check('PUT-MERGE-05', 'the stored keys are kept as they were', async () => {
      expect(update).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toShow({ custom: { ...custom, added } }),
      );
    });
  },
);

test(
  'setting a key of custom to an empty text',
  covers('PUT-MERGE-05'),
  async ({ api, given, check, eventually, data }) => {
    const custom = data.custom();
    const { id } = await given.conversation({ custom });

    const put = await api.conversations.put(id, { custom: { category: '' } });

    await check('PUT-MERGE-05', 'it is an empty text, and the other key is kept', async () => {
      if (refused(put)) throw new NotApplicable('the target refuses an empty value');
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toShow({ custom: { ...custom, category: '' } }),
      );
    });
  },
);

for (const [kind, added] of Object.entries(hardKeys))
  test(`adding ${kind}`, covers('PUT-MERGE-05'), async ({ api, given, check, eventually, data }) => {
    const custom = data.custom();
    const { id } = await given.conversation({ custom });

    const put = await api.conversations.put(id, { custom: added });

    await check('PUT-MERGE-05', 'they are set beside the others, or refused', async () => {
      // Which keys are allowed is not documented.
      if (refused(put)) throw new NotApplicable(`the target refuses ${kind}`);
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toShow({ custom: { ...custom, ...added } }),
      );
    });
  });

test('putting an empty custom', covers('PUT-MERGE-14'), async ({ api, given, check, eventually, data }) => {
  const custom = data.custom();
  const { id } = await given.conversation({ custom });

  const put = await api.conversations.put(id, { custom: {} });

  await check('PUT-MERGE-14', 'every key is kept', async () => {
    expect(put).toSucceed();
    await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom }));
  });
});

test(
  'setting a key of custom to null',
  covers('PUT-MERGE-06'),
  async ({ api, given, check, eventually, data }) => {
    const { category, owner } = data.custom() as { category: string; owner: string };
    const { id } = await given.conversation({ custom: { category, owner } });

    const body = { custom: { category: null } };
    const put = await api.call('putConversation', { conversationId: id }, { body, deliberate: true });

    await check('PUT-MERGE-06', 'that key is removed, and only that', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom: { owner } }));
    });
  },
);

test(
  'setting the only key of custom to null',
  covers('PUT-MERGE-06'),
  async ({ api, given, check, eventually, data }) => {
    const { id } = await given.conversation({ custom: { category: data.value() } });

    const body = { custom: { category: null } };
    const put = await api.call('putConversation', { conversationId: id }, { body, deliberate: true });

    await check('PUT-MERGE-06', 'custom is empty', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom: {} }));
    });
  },
);

for (const history of [
  'with messages',
  'marked as unread',
  'with changed settings',
  'after somebody left',
] as const)
  test(
    `setting one key of custom: ${inWords(history)}`,
    covers('PUT-MERGE-05'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const custom = data.custom();
      const { id } = await given.conversationInState(history, { with: [alice, bob], custom });

      const category = data.value();
      const put = await api.conversations.put(id, { custom: { category } });

      await check('PUT-MERGE-05', 'the key is new, and the others are kept', async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ custom: { ...custom, category } }),
        );
      });
    },
  );
