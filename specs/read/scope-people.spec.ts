/** Marking is about one person. Conversations page: it marks a conversation for a specific user. */
import { pat, similarToPat } from '../../fixtures/builders/neighbours.ts';
import { conversationIn, unreadOf, type ConversationState } from '../../fixtures/reading/read.ts';
import { idPrefix } from '../../fixtures/run/ids.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** For whom it is unread, apart from one person. */
function unreadApartFrom(state: ConversationState, { id }: { readonly id: string }): Record<string, unknown> {
  const { [id]: _, ...others } = unreadOf(state);
  return others;
}

test(
  'marking as read, then as unread, for one of three people',
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

    for (const mark of ['read', 'unread'] as const) {
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

test(
  'marking as read what another person has marked as unread, without messages',
  covers('READ-SCOPE-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.markedWithoutMessages(conversation, alice);

    const marked = await api.readState.set(bob.id, conversation.id, { isUnread: false });

    await check('READ-SCOPE-01', 'it is read for one, and still unread for the other', async () => {
      expect(marked).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toHaveUnread({
          [alice.id]: true,
          [bob.id]: false,
        }),
      );
    });
  },
);

for (const mark of ['read', 'unread'] as const)
  test(
    `marking as ${mark} for one of several people with similar ids`,
    covers('READ-SCOPE-01'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users(pat, ...similarToPat, 'alice');
      const conversation = await given.conversation({ with: Object.values(people) });
      await given.readState(conversation, people[pat]);
      if (mark === 'read') await given.messages(conversation, { from: people.alice, text: data.text() });
      const before = unreadApartFrom(await given.read(conversation), people[pat]);

      const marked = await api.readState.set(people[pat].id, conversation.id, {
        isUnread: mark === 'unread',
      });

      await check('READ-SCOPE-01', 'it is for the others as before', async () => {
        // That it works without messages is a requirement of its own, and weaker (READ-UNREAD-03).
        given.unlessRefused(marked, 'the target marks only what has messages');
        await eventually(async () => {
          const state = conversationIn(await api.conversations.get(conversation.id));
          expect(unreadApartFrom(state, people[pat])).toEqual(before);
        });
      });
    },
  );

/**
 * Two pairs of a conversation and its person whose ids are the same text when they are joined: `c-x` and `rupert`, `c` and
 * `x-rupert`. A server that keeps marks under such a text takes the mark of one pair for that of the other.
 */
for (const [how, between] of [
  ['put together', ''],
  ['joined by a hyphen', '-'],
  ['joined by an underscore', '_'],
] as const)
  test(
    `marking as unread: ids of conversation and person, ${how}, are the same text as those of another pair`,
    covers('READ-SCOPE-01'),
    async ({ api, given, check, eventually }) => {
      const [c, x, name] = [given.newId(), `${idPrefix}x`, `${idPrefix}rupert`];
      const [rupert, otherPerson] = await given.usersWithIds(name, `${x}${between}${name}`);
      const conversation = await given.conversation({ id: `${c}${between}${x}`, with: [rupert] });
      const other = await given.conversation({ id: c, with: [otherPerson] });
      await given.messages(conversation, { from: rupert, text: 'Hello' });
      await given.readState(conversation, rupert);

      const marked = await api.readState.set(rupert.id, conversation.id, { isUnread: true });

      await check('READ-SCOPE-01', 'the other conversation is as before', async () => {
        expect(marked).toSucceed();
        await eventually(async () => expect(await api.conversations.get(other.id)).toBeAs(other.before));
      });
    },
  );
