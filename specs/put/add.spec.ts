/** PUT adds the people whom its list names to those who take part. Conversations page: PUT merges with existing data. */
import { usersAlike, usersOfDigits } from '../../fixtures/builders/neighbours.ts';
import { fewPeople } from '../../fixtures/builders/sizes.ts';
import { refused } from '../../fixtures/client/exchange.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [people, names] of [
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
        if (listed.length > fewPeople && refused(put))
          throw new NotApplicable('the target refuses so many at once');
        expect(put).toSucceed();
        const all = [...new Set([alice.id, ...listed])];
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(all));
      });
    },
  );

for (const [how, [first, second]] of Object.entries({ ...usersAlike, ...usersOfDigits }))
  test(
    `adding somebody whose id is easily taken for that of a participant: ${how}`,
    covers('PUT-KEEP-03'),
    async ({ api, given, check, eventually }) => {
      const [member, newcomer] = await given.usersWithIds(first, second);
      // Not read yet: whether a member with such an id is shown is a part of what is judged.
      const { id } = await given.conversationNotReadYet({ with: [member] });

      const put = await api.conversations.put(id, { participants: [newcomer.id] });

      await check('PUT-KEEP-03', 'both take part', async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toHaveParticipants([member.id, newcomer.id]),
        );
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
    given.unlessRefused(put, 'the target refuses so many people');

    await check('PUT-KEEP-03', 'all who are named take part, and who did before', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants([alice.id, ...listed]),
      );
    });
  },
);
