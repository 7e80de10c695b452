/** What cannot be marked, and what `isUnread` cannot be. Conversations page: type of the body; API getting started page. */
import { show } from '../../fixtures/reading/show.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** For whom: somebody who has it read, or unread, so that a value that is taken for a boolean changes something. */
const wrongMarks = [
  ['a string', 'true', 'read'],
  ['a string', 'false', 'unread'],
  ['a number', 1, 'read'],
  ['a number', 0, 'unread'],
  ['an object', { value: true }, 'read'],
  ['an array', [], 'read'],
] as const;

test(
  'marking with an isUnread that is no boolean',
  covers('READ-REFUSE-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversationNotReadYet({ with: [alice, bob] });
    await given.messages(conversation, { from: alice, text: data.text() });
    // The same requests with a boolean work, and change nothing.
    const people = { read: alice, unread: bob };
    for (const state of ['read', 'unread'] as const) await given.marked(conversation, people[state], state);
    const before = await given.read(conversation);

    for (const [what, isUnread, state] of wrongMarks) {
      const ids = { userId: people[state].id, conversationId: conversation.id };
      const set = await api.call('setReadState', ids, { body: { isUnread }, deliberate: true });
      await check('READ-REFUSE-01', `${what}, ${show(isUnread)}, is refused`, () =>
        expect(set).toBeRefused(),
      );
    }

    await check('READ-REFUSE-01', 'nothing changes', async () => {
      await eventually(async () => expect(await api.conversations.get(conversation.id)).toBeAs(before));
    });
  },
);

const marks = ['read', 'unread'] as const;

test(
  'marking a conversation that does not exist',
  covers('READ-REFUSE-02'),
  async ({ api, given, check }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    await given.readState(await given.conversationNotReadYet({ with: [alice, bob] }), alice);

    for (const mark of marks) {
      const marked = await api.readState.set(alice.id, given.newId(), { isUnread: mark === 'unread' });
      await check('READ-REFUSE-02', `marking as ${mark} is refused`, () => expect(marked).toBeRefused());
    }
  },
);

for (const bobHasLeft of [false, true])
  test(
    `marking for somebody who ${bobHasLeft ? 'has left' : 'takes no part'}`,
    covers('READ-REFUSE-02'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: bobHasLeft ? [alice, bob] : [alice] });
      await given.readState(conversation, alice);
      if (bobHasLeft) await given.left(conversation, bob);

      for (const mark of marks) {
        const marked = await api.readState.set(bob.id, conversation.id, { isUnread: mark === 'unread' });
        await check('READ-REFUSE-02', `marking as ${mark} is refused`, () => expect(marked).toBeRefused());
      }

      await check('READ-REFUSE-02', 'the person takes no part', async () => {
        await eventually(async () =>
          expect(await api.conversations.get(conversation.id)).toHaveParticipants([alice.id]),
        );
      });
    },
  );
