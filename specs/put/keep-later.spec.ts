/** PUT removes nobody, however many take part and whatever has happened. Conversations page: PUT merges. */
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'a list that names somebody new, and not the only participant',
  covers('PUT-KEEP-06'),
  async ({ api, given, check, eventually }) => {
    const { alice, ken } = await given.users('alice', 'ken');
    const { id } = await given.conversation({ with: [alice] });

    const put = await api.conversations.put(id, { participants: [ken.id] });

    await check('PUT-KEEP-06', 'both take part', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants([alice.id, ken.id]),
      );
    });
  },
);

const tenNames = [
  ...['alice', 'bob', 'carol', 'dave', 'erin'],
  ...['frank', 'grace', 'heidi', 'ivan', 'judy'],
] as const;

for (const size of [2, 3, 10])
  test(
    `a list that names one of ${size} participants`,
    covers('PUT-KEEP-06'),
    async ({ api, given, check, eventually }) => {
      const people = Object.values(await given.users(...tenNames.slice(0, size)));
      const { alice } = await given.users('alice');
      const { id } = await given.conversation({ with: people });

      const put = await api.conversations.put(id, { participants: [alice.id] });

      await check('PUT-KEEP-06', 'all of them still take part', async () => {
        expect(put).toSucceed();
        const all = people.map((person) => person.id);
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(all));
      });
    },
  );

for (const history of ['with messages', 'marked as unread', 'after somebody left'] as const)
  test(
    `a list that names one participant of ${inWords(history)}`,
    covers('PUT-KEEP-06'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const { id, before } = await given.conversationInState(history, { with: [alice, bob, carol] });

      const put = await api.conversations.put(id, { participants: [alice.id] });

      await check('PUT-KEEP-06', 'everybody still takes part', async () => {
        expect(put).toSucceed();
        const all = Object.keys(before.participants);
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(all));
      });
    },
  );

test(
  'a list that does not name who left',
  covers('PUT-KEEP-07'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.left(conversation, bob);

    const body = { participants: [alice.id, carol.id], subject: data.subject() };
    const put = await api.conversations.put(conversation.id, body);

    await check('PUT-KEEP-07', 'who left is not brought back', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toHaveParticipants([alice.id, carol.id]),
      );
    });
  },
);

test('a list that names who left', covers('PUT-KEEP-07'), async ({ api, given, check, eventually }) => {
  const { alice, bob } = await given.users('alice', 'bob');
  const conversation = await given.conversation({ with: [alice, bob] });
  await given.left(conversation, bob);

  const put = await api.conversations.put(conversation.id, { participants: [bob.id] });

  await check('PUT-KEEP-07', 'who left is brought back', async () => {
    expect(put).toSucceed();
    await eventually(async () =>
      expect(await api.conversations.get(conversation.id)).toHaveParticipants([alice.id, bob.id]),
    );
  });
});
