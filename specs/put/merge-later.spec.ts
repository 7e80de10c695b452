/** PUT merges whatever has happened to a conversation before. Follows from the Conversations page: PUT merges. */
import { refused } from '../../fixtures/client/exchange.ts';
import { attributesOf, fieldIn, idsIn, settingsOf, unreadOf } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const states = [
  'with messages',
  'marked as read',
  'marked as unread',
  'with changed settings',
  'updated before',
] as const;

for (const history of states)
  test(
    `updating the subject: ${history}`,
    covers('PUT-MERGE-08', 'PUT-MERGE-09'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const { id, before } = await given.conversationIn(history, {
        with: [alice, bob],
        ...data.attributes(),
      });

      const subject = data.subject();
      const put = await api.conversations.put(id, { subject });

      await check('PUT-MERGE-08', 'other attributes, and how people take part, are as before', async () => {
        expect(put).toSucceed();
        await eventually(async () => {
          const read = await api.conversations.get(id);
          expect(read).toShow({ ...attributesOf(before), subject });
          expect(read).toHaveParticipants(settingsOf(before));
        });
      });
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

for (const history of ['with messages', 'after somebody left', 'deleted and created again'] as const)
  test(
    `setting one key of custom: ${history}`,
    covers('PUT-MERGE-05'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const custom = data.custom();
      const { id } = await given.conversationIn(history, { with: [alice, bob], custom });

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
        expect(idsIn(await api.messages.list(conversation.id)).sort()).toEqual([...sent].sort()),
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
  async ({ api, given, check, eventually }) => {
    const { id } = await given.conversation();

    const other = given.newId();
    const put = await api.call(
      'putConversation',
      { conversationId: id },
      { body: { id: other }, deliberate: true },
    );

    const kept = await check('PUT-MERGE-11', 'id is ignored, or the call refused', async () => {
      if (!refused(put)) expect(put).toSucceed();
      await eventually(async () => expect(fieldIn(await api.conversations.get(id), 'id'), 'id').toBe(id));
    });
    // The clean-up knows of the first id only.
    if (!kept) await given.api.conversations.remove(other);
  },
);
