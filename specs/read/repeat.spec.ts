/** Marking twice is as good as once. Follows from the Conversations page: `isUnread` sets a state. */
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [mark, marker] of [
  ['read', 'bob'],
  ['unread', 'alice'],
] as const)
  test(`marking as ${mark} twice`, covers('READ-REPEAT-01'), async ({ api, given, check, eventually }) => {
    const people = await given.users('alice', 'bob');
    const { id, before } = await given.conversationInState(`marked as ${mark}`, {
      with: [people.alice, people.bob],
    });

    const again = await api.readState.set(people[marker].id, id, { isUnread: mark === 'unread' });

    await check('READ-REPEAT-01', 'it reads as after the first', async () => {
      expect(again).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
    });
  });

test(
  'marking as read, as unread, and as read again',
  covers('READ-REPEAT-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversationInState('marked as read', { with: [alice, bob] });
    await given.marked(conversation, bob, 'unread');

    const again = await api.readState.set(bob.id, conversation.id, { isUnread: false });

    await check(
      'READ-REPEAT-01',
      'the conversation is as after the first mark, each reader named once',
      async () => {
        expect(again).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(conversation.id)).toBeAs(conversation.before),
        );
      },
    );
  },
);
