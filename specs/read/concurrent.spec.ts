/** Marks of several people at the same time all count. Follows from the Conversations page: marking is for a specific user. */
import { participantIn } from '../../fixtures/reading/read.ts';
import { mustAllSucceed } from '../../fixtures/scenario/concurrent.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [what, carolUnread] of [
  ['both as read', false],
  ['one as read, the other as unread', true],
] as const)
  test(
    `two people mark a conversation at the same time, ${what}`,
    covers('READ-CONCURRENT-01'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const conversation = await given.conversation({ with: [alice, bob, carol] });
      await given.messages(conversation, { from: alice, text: 'Hello' });
      await given.marked(conversation, bob, 'unread');
      await given.marked(conversation, carol, carolUnread ? 'read' : 'unread');

      const marks = await Promise.all([
        api.readState.set(bob.id, conversation.id, { isUnread: false }),
        api.readState.set(carol.id, conversation.id, { isUnread: carolUnread }),
      ]);

      await check('READ-CONCURRENT-01', 'each of the two has the own mark', async () => {
        mustAllSucceed(marks);
        await eventually(async () => {
          const read = await api.conversations.get(conversation.id);
          expect(participantIn(read, bob)).toMatchObject({ isUnread: false });
          expect(participantIn(read, carol)).toMatchObject({ isUnread: carolUnread });
        });
      });
    },
  );
