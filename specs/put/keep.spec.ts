/** PUT adds the people whom its list names, and removes nobody. Conversations page: a list cannot exclude participants. */
import { refused } from '../../fixtures/client/exchange.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** People whom a list leaves out, of alice, bob and carol; dave takes no part before. */
for (const [leavesOut, names] of [
  ['one of three', ['alice', 'bob']],
  ['two of three', ['carol']],
  ['all of them, for a new one', ['dave']],
] as const)
  test(
    `a participants list that leaves out ${leavesOut}`,
    covers('PUT-KEEP-01'),
    async ({ api, given, check, eventually }) => {
      const people = await given.users('alice', 'bob', 'carol', 'dave');
      const { alice, bob, carol } = people;
      const { id } = await given.conversation({ with: [alice, bob, carol] });

      const listed = names.map((name) => people[name].id);
      const put = await api.conversations.put(id, { participants: listed });

      await check('PUT-KEEP-01', 'all three still take part', async () => {
        expect(put).toSucceed();
        const all = [...new Set([alice.id, bob.id, carol.id, ...listed])];
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(all));
      });
    },
  );

for (const history of ['new', 'with messages'] as const)
  test(
    `an empty participants list: a conversation ${history}`,
    covers('PUT-KEEP-02'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const { id } = await given.conversationInState(history, { with: [alice, bob] });

      const put = await api.conversations.put(id, { participants: [] });

      await check('PUT-KEEP-02', 'nobody is removed', async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toHaveParticipants([alice.id, bob.id]),
        );
      });
    },
  );

test(
  'null in place of a participants list',
  covers('PUT-KEEP-02'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice, bob] });

    const options = { body: { participants: null }, deliberate: true };
    const put = await api.call('putConversation', { conversationId: id }, options);

    // The documented type has no null here. Whether it is taken or refused, it names nobody who could be removed.
    await check('PUT-KEEP-02', 'nobody is removed', async () => {
      if (!refused(put)) expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants([alice.id, bob.id]),
      );
    });
  },
);

for (const [people, names] of [
  ['one new person', ['carol']],
  ['a new person beside one who takes part', ['alice', 'carol']],
  ['seven new people at once', ['carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'ivan']],
] as const)
  test(
    `a participants list with ${people}`,
    covers('PUT-KEEP-03'),
    async ({ api, given, check, eventually }) => {
      const { alice } = await given.users('alice');
      const listed = Object.values(await given.users(...names)).map((person) => person.id);
      const { id } = await given.conversation({ with: [alice] });

      const put = await api.conversations.put(id, { participants: listed });

      await check('PUT-KEEP-03', 'all who are named take part, and who did before', async () => {
        expect(put).toSucceed();
        const all = [...new Set([alice.id, ...listed])];
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(all));
      });
    },
  );

test(
  'a participants list with twenty-five new people',
  covers('PUT-KEEP-03'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const listed = (await given.guests(25)).map((person) => person.id);
    const { id } = await given.conversation({ with: [alice] });

    const put = await api.conversations.put(id, { participants: listed });
    // How many a conversation may have is not documented.
    given.applicable(refused(put) ? undefined : put, 'the target refuses so many people');

    await check('PUT-KEEP-03', 'all who are named take part, and who did before', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants([alice.id, ...listed]),
      );
    });
  },
);

for (const [list, members, newcomers] of [
  ['beside a new person', ['alice', 'bob'], ['carol']],
  ['in a group of five', ['alice', 'bob', 'carol', 'dave', 'erin'], []],
] as const)
  test(`listing somebody again ${list}`, covers('PUT-KEEP-04'), async ({ api, given, check, eventually }) => {
    const people = await given.users('alice', 'bob', 'carol', 'dave', 'erin');
    const { alice, bob } = people;
    const conversation = await given.conversation({ with: members.map((name) => people[name]) });
    await given.modified(conversation, bob, { access: 'Read', notify: 'MentionsOnly' });
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
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.marked(conversation, bob, 'unread');
    const { participants } = await given.read(conversation);

    const put = await api.conversations.put(conversation.id, { participants: [bob.id] });

    await check('PUT-KEEP-04', 'it is still unread', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toHaveParticipants(participants),
      );
    });
  },
);

for (const [list, names] of [
  ['in another order', ['carol', 'alice', 'bob']],
  ['with somebody twice', ['bob', 'carol', 'bob']],
  ['with a new person twice', ['dave', 'dave']],
] as const)
  test(`a participants list ${list}`, covers('PUT-KEEP-05'), async ({ api, given, check, eventually }) => {
    const people = await given.users('alice', 'bob', 'carol', 'dave');
    const { alice, bob, carol } = people;
    const { id } = await given.conversation({ with: [alice, bob, carol] });

    const participants = names.map((name) => people[name].id);
    const put = await api.conversations.put(id, { participants });

    await check('PUT-KEEP-05', 'everybody takes part once, or duplicates are refused', async () => {
      const hasDuplicates = new Set(participants).size < participants.length;
      if (!hasDuplicates || !refused(put)) expect(put).toSucceed();
      const added = refused(put) ? [] : participants;
      const all = [...new Set([alice.id, bob.id, carol.id, ...added])];
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(all));
    });
  });
