/** PUT of an id that nothing has creates a conversation. Conversations page: PUT creates or updates. */
import { attributeNames } from './attributes.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test('creating a conversation', covers('PUT-CREATE-01'), async ({ api, given, check, eventually }) => {
  const id = given.newId();
  const absent = async (): Promise<void> => expect(await api.conversations.get(id)).toBeRefused();
  await given.holds('an id that nothing has is not found', absent, 'RETRIEVE-MISSING-01');

  const put = await api.conversations.put(id, {});

  await check('PUT-CREATE-01', 'it can be fetched', async () => {
    expect(put).toSucceed();
    await eventually(async () => expect(await api.conversations.get(id)).toShow({ id }));
  });
});

for (const name of attributeNames)
  test(
    `creating a conversation with ${name} alone`,
    covers('PUT-CREATE-02'),
    async ({ api, given, check, eventually, data }) => {
      const id = given.newId();
      const value = data.attributes()[name];

      const put = await api.conversations.put(id, { [name]: value });

      await check('PUT-CREATE-02', `it is created, and ${name} is stored`, async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toShow({ id, [name]: value }));
      });
    },
  );

test(
  'creating a conversation with nothing',
  covers('PUT-CREATE-02'),
  async ({ api, given, check, eventually }) => {
    const id = given.newId();

    const put = await api.conversations.put(id, {});

    await check('PUT-CREATE-02', 'it is created, and nobody takes part', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants([]));
    });
  },
);

test(
  'creating a conversation with participants alone',
  covers('PUT-CREATE-02'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const id = given.newId();

    const put = await api.conversations.put(id, { participants: [alice.id] });

    await check('PUT-CREATE-02', 'it is created, and she takes part', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants([alice.id]));
    });
  },
);

test(
  'creating a conversation with everything',
  covers('PUT-CREATE-03'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const id = given.newId();
    const attributes = data.attributes();

    const put = await api.conversations.put(id, { ...attributes, participants: [alice.id, bob.id] });

    for (const name of attributeNames)
      await check('PUT-CREATE-03', `${name} is stored`, async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ [name]: attributes[name] }),
        );
      });
    await check('PUT-CREATE-03', 'both people take part', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants([alice.id, bob.id]),
      );
    });
  },
);
