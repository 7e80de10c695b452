/** PUT merges whatever has happened to a conversation before. Follows from the Conversations page: PUT merges. */
import { attributesOf, settingsOf } from '../../fixtures/reading/read.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** What happened before, and what is updated then. */
for (const [history, name] of [
  ['with messages', 'photoUrl'],
  ['marked by two people', 'subject'],
  ['with changed settings', 'photoUrl'],
  ['updated before', 'subject'],
  ['after people left and came back', 'welcomeMessages'],
] as const)
  test(
    `updating ${name} of ${inWords(history)}`,
    covers('PUT-MERGE-08'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const { id, before } = await given.conversationInState(history, {
        with: [alice, bob, carol],
        ...data.attributes(),
      });

      const value = data.attributes()[name];
      const put = await api.conversations.put(id, { [name]: value });

      await check('PUT-MERGE-08', 'the rest, and how people take part, is as before', async () => {
        expect(put).toSucceed();
        await eventually(async () => {
          const read = await api.conversations.get(id);
          expect(read).toShow({ ...attributesOf(before), [name]: value });
          expect(read).toHaveParticipants(settingsOf(before));
        });
      });
    },
  );

test('the same update twice', covers('PUT-MERGE-10'), async ({ api, given, check, eventually, data }) => {
  const { alice, bob } = await given.users('alice', 'bob');
  const { id } = await given.conversation({ with: [alice], ...data.attributes() });
  const update = { ...data.attributes(), participants: [bob.id] };
  await given.updated({ id }, update);
  const before = await given.read({ id });

  const again = await api.conversations.put(id, update);

  await check('PUT-MERGE-10', 'it reads as after the first', async () => {
    expect(again).toSucceed();
    await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
  });
});

test(
  'naming somebody again after everybody left',
  covers('PUT-MERGE-08'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice], ...data.attributes() });
    await given.leftByAll(conversation, alice);

    const put = await api.conversations.put(conversation.id, { participants: [alice.id] });

    await check('PUT-MERGE-08', 'the attributes are as before', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toShow(attributesOf(conversation.before)),
      );
    });
  },
);

test(
  'clearing custom with null, then setting it',
  covers('PUT-MERGE-03', 'PUT-MERGE-08'),
  async ({ api, given, check, eventually, data }) => {
    const { id } = await given.conversationNotReadYet({ custom: data.custom() });
    await given.done('clearing custom', given.api.conversations.put(id, { custom: null }), 'PUT-MERGE-03');

    const custom = { added: data.value() };
    const put = await api.conversations.put(id, { custom });

    // What was cleared is gone for good, and an earlier update makes no difference to a later one.
    for (const requirement of ['PUT-MERGE-03', 'PUT-MERGE-08'])
      await check(requirement, 'what was cleared does not come back', async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom }));
      });
  },
);
