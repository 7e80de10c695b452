/** PUT that names people who take part already leaves them as they are. Follows from the Conversations page: PUT merges. */
import { refused } from '../../fixtures/client/exchange.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [list, members, newcomers] of [
  ['beside a new person', ['alice', 'bob'], ['carol']],
  ['in a group of five', ['alice', 'bob', 'carol', 'dave', 'erin'], []],
] as const)
  test(`listing somebody again ${list}`, covers('PUT-KEEP-04'), async ({ api, given, check, eventually }) => {
    const people = await given.users('alice', 'bob', 'carol', 'dave', 'erin');
    const { alice, bob } = people;
    const conversation = await given.conversation({ with: members.map((name) => people[name]) });
    await given.modified(conversation, bob, { access: 'Read', notify: 'MentionsOnly' });
    // Where the target has messages, it is unread for some by then.
    await given.optional(() => given.messages(conversation, { from: alice, text: 'Hello' }));
    const { participants } = await given.read(conversation);

    const added = newcomers.map((name) => people[name].id);
    const put = await api.conversations.put(conversation.id, { participants: [bob.id, ...added] });

    await check('PUT-KEEP-04', 'settings and read state of everybody are as before', async () => {
      expect(put).toSucceed();
      const wanted = { ...Object.fromEntries(added.map((id) => [id, {}])), ...participants };
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toHaveParticipants(wanted),
      );
    });
  });

test(
  'listing somebody again who has it marked as unread',
  covers('PUT-KEEP-04'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversationInState('marked as unread', { with: [bob, alice] });
    const { participants } = conversation.before;

    const put = await api.conversations.put(conversation.id, { participants: [bob.id] });

    await check('PUT-KEEP-04', 'it is still unread', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toHaveParticipants(participants),
      );
    });
  },
);

test(
  'a participants list in another order',
  covers('PUT-KEEP-05'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const { id } = await given.conversation({ with: [alice, bob, carol] });

    const put = await api.conversations.put(id, { participants: [carol.id, alice.id, bob.id] });

    await check('PUT-KEEP-05', 'everybody takes part as before', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants([alice.id, bob.id, carol.id]),
      );
    });
  },
);

for (const [twice, names] of [
  ['somebody twice', ['bob', 'carol', 'bob']],
  ['a new person twice', ['dave', 'dave']],
] as const)
  test(
    `a participants list with ${twice}`,
    covers('PUT-KEEP-05'),
    async ({ api, given, check, eventually }) => {
      const people = await given.users('alice', 'bob', 'carol', 'dave');
      const { alice, bob, carol } = people;
      const { id } = await given.conversation({ with: [alice, bob, carol] });

      const participants = names.map((name) => people[name].id);
      const put = await api.conversations.put(id, { participants });

      // Whether a list may name somebody twice is not documented.
      await check('PUT-KEEP-05', 'everybody takes part once, or the list is refused', async () => {
        if (!refused(put)) expect(put).toSucceed();
        const added = refused(put) ? [] : participants;
        const all = [...new Set([alice.id, bob.id, carol.id, ...added])];
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(all));
      });
    },
  );
