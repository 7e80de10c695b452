/** Marking is about one person and one conversation, and is not activity. Conversations page: it is for a specific user. */
import { neighbourhoodOf } from '../../fixtures/builders/neighbours.ts';
import { listedOf } from '../../fixtures/lists/listed.ts';
import { differences } from '../../fixtures/reading/differences.ts';
import { conversationIn, unreadOf, type ConversationState } from '../../fixtures/reading/read.ts';
import { withoutReadState } from '../../fixtures/reading/read-state.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const marks = ['read', 'unread'] as const;

/** For whom it is unread, apart from one person. */
function unreadApartFrom(state: ConversationState, { id }: { readonly id: string }): Record<string, unknown> {
  const { [id]: _, ...others } = unreadOf(state);
  return others;
}

test(
  'marking as read, then as unread, what is read for one other and unread for another',
  covers('READ-SCOPE-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const conversation = await given.conversation({ with: [alice, bob, carol] });
    await given.readState(conversation, bob);
    await given.messages(conversation, { from: alice, text: data.text() });
    const before = await given.holds(
      'it is unread for all but the sender',
      async () => {
        const state = conversationIn(await api.conversations.get(conversation.id));
        expect(unreadApartFrom(state, bob)).toEqual({ [alice.id]: false, [carol.id]: true });
        return unreadApartFrom(state, bob);
      },
      'READ-MESSAGE-01',
    );

    for (const mark of marks) {
      const marked = await api.readState.set(bob.id, conversation.id, { isUnread: mark === 'unread' });

      await check('READ-SCOPE-01', `marking as ${mark} leaves the others`, async () => {
        expect(marked).toSucceed();
        await eventually(async () => {
          const state = conversationIn(await api.conversations.get(conversation.id));
          expect(unreadApartFrom(state, bob)).toEqual(before);
        });
      });
    }
  },
);

for (const [mark, others, name] of [
  ['read', 'unread', 'bob'],
  ['unread', 'read', 'alice'],
] as const)
  test(
    `marking as ${mark} what another person has marked as ${others}`,
    covers('READ-SCOPE-01'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('alice', 'bob', 'carol');
      const conversation = await given.conversation({ with: Object.values(people) });
      await given.messages(conversation, { from: people.alice, text: data.text() });
      await given.marked(conversation, people.carol, others);
      const before = unreadApartFrom(await given.read(conversation), people[name]);

      const marked = await api.readState.set(people[name].id, conversation.id, {
        isUnread: mark === 'unread',
      });

      await check('READ-SCOPE-01', 'it is for the others as before', async () => {
        expect(marked).toSucceed();
        await eventually(async () => {
          const state = conversationIn(await api.conversations.get(conversation.id));
          expect(unreadApartFrom(state, people[name])).toEqual(before);
        });
      });
    },
  );

/** The writer has it read, the other one unread. */
const markers = { read: 'dave', unread: 'erin' } as const;

test(
  'marking as read one of two conversations of the same people',
  covers('READ-SCOPE-02'),
  async ({ api, given, check, eventually, data }) => {
    const people = await given.users('erin', 'dave');
    const options = { with: [people.erin, people.dave] };
    const [one, other] = [await given.conversation(options), await given.conversation(options)];
    await given.readState(one, people.erin);
    await given.messages(other, { from: people.erin, text: data.text() });
    const before = await given.read(other);

    const marked = await api.readState.set(people.dave.id, one.id, { isUnread: false });

    await check('READ-SCOPE-02', 'the other one is as it was', async () => {
      expect(marked).toSucceed();
      await eventually(async () => expect(await api.conversations.get(other.id)).toBeAs(before));
    });
  },
);

test(
  'marking as unread one of several conversations',
  covers('READ-SCOPE-02'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const { id, neighbours } = neighbourhoodOf(given.newId());
    const create = (one: string) => given.conversation({ id: one, with: [alice] });
    const [conversation, ...others] = await Promise.all([create(id), ...neighbours.slice(0, 2).map(create)]);
    await given.readState(conversation, alice);

    const marked = await api.readState.set(alice.id, id, { isUnread: true });

    await check('READ-SCOPE-02', 'conversations with similar ids are as they were', async () => {
      expect(marked).toSucceed();
      for (const { id: other, before } of others)
        await eventually(async () => expect(await api.conversations.get(other)).toBeAs(before));
    });
  },
);

for (const mark of marks)
  test(
    `marking as ${mark} a conversation with attributes, messages and settings`,
    covers('READ-SCOPE-03'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('erin', 'dave');
      const conversation = await given.conversation({
        with: [people.erin, people.dave],
        ...data.attributes(),
      });
      await given.readState(conversation, people.dave);
      await given.modified(conversation, people.erin, { notify: 'MentionsOnly' });
      await given.messages(conversation, { from: people.erin, text: data.text() });
      const before = withoutReadState(await given.read(conversation));

      const marker = people[markers[mark]].id;
      const marked = await api.readState.set(marker, conversation.id, { isUnread: mark === 'unread' });

      await check('READ-SCOPE-03', 'everything but the read state is as before', async () => {
        expect(marked).toSucceed();
        await eventually(async () => {
          const after = withoutReadState(conversationIn(await api.conversations.get(conversation.id)));
          expect(differences(before, after), 'differences').toEqual([]);
        });
      });
    },
  );

for (const mark of marks)
  test(
    `marking as ${mark} the conversation with the older message`,
    covers('READ-SCOPE-03'),
    async ({ api, given, check, eventually }) => {
      const people = await given.users('erin', 'dave');
      const pair = await given.talking(people.erin, people.dave);
      const [older] = pair;
      await given.readState(older, people.erin);
      const order = await given.listed(...pair);

      const marker = people[markers[mark]].id;
      const marked = await api.readState.set(marker, older.id, { isUnread: mark === 'unread' });

      await check('READ-SCOPE-03', 'the two stand in the list as before', async () => {
        expect(marked).toSucceed();
        await eventually(async () => expect(await listedOf(api, pair)).toEqual(order));
      });
    },
  );
