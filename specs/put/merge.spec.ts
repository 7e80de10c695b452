/** PUT changes what it names and keeps the rest. Conversations page: PUT merges with existing data. */
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { attributeNames } from './attributes.ts';

for (const name of attributeNames)
  test(`updating ${name} alone`, covers('PUT-MERGE-01'), async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const before = data.attributes();
    const { id } = await given.conversation({ with: [alice, bob], ...before });

    const value = data.attributes()[name];
    const put = await api.conversations.put(id, { [name]: value });

    await check('PUT-MERGE-01', `${name} is new, and everything else as it was`, async () => {
      expect(put).toSucceed();
      await eventually(async () => {
        const read = await api.conversations.get(id);
        expect(read).toShow({ ...before, [name]: value });
        expect(read).toHaveParticipants([alice.id, bob.id]);
      });
    });
  });

test(
  'updating participants alone',
  covers('PUT-MERGE-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const before = data.attributes();
    const { id } = await given.conversation({ with: [alice], ...before });

    const put = await api.conversations.put(id, { participants: [bob.id] });

    await check('PUT-MERGE-01', 'the person is added, and every attribute as it was', async () => {
      expect(put).toSucceed();
      await eventually(async () => {
        const read = await api.conversations.get(id);
        expect(read).toShow(before);
        expect(read).toHaveParticipants([alice.id, bob.id]);
      });
    });
  },
);

for (const history of ['new', 'with messages'] as const)
  test(
    `putting an empty body to ${inWords(history)}`,
    covers('PUT-MERGE-02'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const { id, before } = await given.conversationInState(history, {
        with: [alice, bob],
        ...data.attributes(),
      });

      const put = await api.conversations.put(id, {});

      await check('PUT-MERGE-02', 'nothing changes', async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
      });
    },
  );
