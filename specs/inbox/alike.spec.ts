/** The list of a person has nothing of people with similar ids. Conversations page: those a user is a part of. */
import { usersAlike } from '../../fixtures/builders/neighbours.ts';
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [how, [first, second]] of Object.entries(usersAlike))
  test(
    `a conversation of somebody whose id ${how}`,
    covers('INBOX-LIST-01'),
    async ({ api, given, check, eventually }) => {
      const [person, other] = await given.usersWithIds(first, second);
      await given.inbox(person);
      const own = await given.conversation({ with: [person] });
      const another = await given.conversation({ with: [other] });

      await check('INBOX-LIST-01', 'the own conversation is listed, and not the other one', () =>
        eventually(async () => {
          const { ids } = await inboxOf(api, person);
          expect(ids.filter((id) => id === own.id || id === another.id)).toEqual([own.id]);
        }),
      );
    },
  );
