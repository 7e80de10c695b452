/** Marking as read makes a reader of nobody else. Conversations page: it is for a specific user, and reads for that user. */
import { readersByMessage, readersOf } from '../../fixtures/reading/read-state.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const carolHasRead of [false, true])
  test(
    `marking as read messages that another person has ${carolHasRead ? 'read already' : 'not read yet'}`,
    covers('READ-READ-03'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const conversation = await given.conversation({ with: [alice, bob, carol] });
      await given.readState(conversation, bob);
      const texts = [data.text(), data.text()].map((text) => ({ from: alice, text }));
      const sent = await given.messages(conversation, ...texts);
      if (carolHasRead) await given.marked(conversation, carol, 'read');
      const before = await given.holds(
        `readBy of each message ${carolHasRead ? 'names' : 'does not name'} the other person`,
        async () => {
          const readers = await readersOf(api, conversation, sent);
          for (const readBy of readers) expect(readBy.includes(carol.id)).toBe(carolHasRead);
          return readers;
        },
        carolHasRead ? 'READ-READ-02' : undefined,
      );

      const marked = await api.readState.set(bob.id, conversation.id, { isUnread: false });

      await check('READ-READ-03', 'all other readers of the messages are as before', async () => {
        expect(marked).toSucceed();
        await eventually(async () => {
          const after = await readersOf(api, conversation, sent);
          expect(readersByMessage(after, { except: bob })).toEqual(readersByMessage(before, { except: bob }));
        });
      });
    },
  );
