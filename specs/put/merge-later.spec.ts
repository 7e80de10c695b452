/** PUT merges whatever has happened to a conversation before. Follows from the Conversations page: PUT merges. */
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { refused } from '../../fixtures/client/exchange.ts';
import { attributesOf, idsIn, participantIn, settingsOf, unreadOf } from '../../fixtures/reading/read.ts';
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
    `updating ${name}: a conversation ${history}`,
    covers('PUT-MERGE-08'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const people = { with: [alice, bob, carol] } as const;
      const { id, before } = await given.conversationInState(history, { ...people, ...data.attributes() });

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

/** Who is named: somebody for whom it is unread, by a message or by a mark, or another than for whom it was read. */
for (const [history, named] of [
  ['with messages', 'bob'],
  ['marked as read', 'alice'],
  ['marked as unread', 'alice'],
] as const)
  test(
    `updating a subject, and naming somebody: a conversation ${history}`,
    covers('PUT-MERGE-09'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('alice', 'bob');
      const { id, before } = await given.conversationInState(history, { with: [people.alice, people.bob] });

      const body = { subject: data.subject(), participants: [people[named].id] };
      const put = await api.conversations.put(id, body);

      await check('PUT-MERGE-09', 'the last message and what is unread are as before', async () => {
        expect(put).toSucceed();
        await eventually(async () => {
          const read = await api.conversations.get(id);
          expect(read).toShow({ lastMessage: before.lastMessage });
          expect(read).toHaveUnread(unreadOf(before));
        });
      });
    },
  );

test(
  'bringing somebody back, while another has it marked as unread',
  covers('PUT-MERGE-09'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const conversation = await given.conversation({ with: [alice, bob, carol] });
    await given.marked(conversation, alice, 'unread');
    await given.left(conversation, carol);

    const put = await api.conversations.put(conversation.id, { participants: [carol.id] });

    await check('PUT-MERGE-09', 'it is still unread for the other', async () => {
      expect(put).toSucceed();
      await eventually(async () => {
        const read = await api.conversations.get(conversation.id);
        expect(participantIn(read, alice)).toMatchObject({ isUnread: true });
      });
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
    `setting one key of custom: ${history}`,
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

test(
  'updating a conversation that has messages',
  covers('PUT-MERGE-09'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const sent = await given.messages(
      conversation,
      ...['Hello', 'How are you?'].map((text) => ({ from: alice, text })),
    );

    const put = await api.conversations.put(conversation.id, data.attributes());

    await check('PUT-MERGE-09', 'all messages are still there', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(idsIn(await api.messages.list(conversation.id, fewMessages)).sort()).toEqual([...sent].sort()),
      );
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

for (const [name, value] of [
  ['createdAt', 1],
  ['lastMessage', { id: 'msg_1', text: 'Hello' }],
] as const)
  test(
    `setting ${name}, which the server manages`,
    covers('PUT-MERGE-11'),
    async ({ api, given, check, eventually, data }) => {
      const { id, before } = await given.conversation({ subject: data.subject() });

      const subject = data.subject();
      const body = { subject, [name]: value };
      const put = await api.call('putConversation', { conversationId: id }, { body, deliberate: true });

      await check('PUT-MERGE-11', `${name} is ignored, or the call refused`, async () => {
        if (!refused(put)) expect(put).toSucceed();
        const changes = refused(put) ? {} : { subject };
        await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before, changes));
      });
    },
  );

test(
  'setting id, which the server manages',
  covers('PUT-MERGE-11'),
  async ({ api, given, check, eventually, data }) => {
    const { id, before } = await given.conversation();

    const [other, subject] = [given.newId(), data.subject()];
    const options = { body: { id: other, subject }, deliberate: true };
    const put = await api.call('putConversation', { conversationId: id }, options);

    const kept = await check('PUT-MERGE-11', 'id is ignored, or the call refused', async () => {
      if (!refused(put)) expect(put).toSucceed();
      const shown = { id, subject: refused(put) ? before.subject : subject };
      await eventually(async () => expect(await api.conversations.get(id)).toShow(shown));
    });
    // The clean-up knows of the first id only.
    if (!kept) await given.api.conversations.remove(other);
  },
);
