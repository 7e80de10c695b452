/** What cannot be marked, and what `isUnread` cannot be. Conversations page: type of the body; API getting started page. */
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [what, isUnread, state] of [
  ['a string', 'true', 'read'],
  ['a string', 'false', 'unread'],
  ['a number', 1, 'read'],
  ['a number', 0, 'unread'],
  ['an object', { value: true }, 'read'],
] as const)
  test(
    `isUnread as ${what}: a conversation that is ${state}`,
    covers('READ-REFUSE-01'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversationNotReadYet({ with: [alice, bob] });
      await given.messages(conversation, { from: alice, text: data.text() });
      // The same request with a boolean works, and changes nothing.
      const person = state === 'read' ? alice : bob;
      await given.marked(conversation, person, state);
      const before = await given.read(conversation);

      const ids = { userId: person.id, conversationId: conversation.id };
      const set = await api.call('setReadState', ids, { body: { isUnread }, deliberate: true });

      await check('READ-REFUSE-01', 'it is refused, and nothing changes', async () => {
        expect(set).toBeRefused();
        await eventually(async () => expect(await api.conversations.get(conversation.id)).toBeAs(before));
      });
    },
  );

for (const mark of ['read', 'unread'] as const) {
  const isUnread = mark === 'unread';

  test(
    `marking as ${mark} a conversation that does not exist`,
    covers('READ-REFUSE-02'),
    async ({ api, given, check, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversationNotReadYet({ with: [alice, bob] });
      await given.messages(conversation, { from: bob, text: data.text() });
      await given.marked(conversation, alice, mark);

      const marked = await api.readState.set(alice.id, given.newId(), { isUnread });

      await check('READ-REFUSE-02', 'it is refused', () => expect(marked).toBeRefused());
    },
  );

  for (const bobHasLeft of [false, true])
    test(
      `marking as ${mark} for somebody who ${bobHasLeft ? 'has left' : 'takes no part'}`,
      covers('READ-REFUSE-02'),
      async ({ api, given, check, eventually }) => {
        const { alice, bob } = await given.users('alice', 'bob');
        const conversation = await given.conversation({ with: bobHasLeft ? [alice, bob] : [alice] });
        await given.readState(conversation, alice);
        if (bobHasLeft) await given.left(conversation, bob);

        const marked = await api.readState.set(bob.id, conversation.id, { isUnread });

        await check('READ-REFUSE-02', 'it is refused, and the person takes no part', async () => {
          expect(marked).toBeRefused();
          await eventually(async () =>
            expect(await api.conversations.get(conversation.id)).toHaveParticipants([alice.id]),
          );
        });
      },
    );
}
