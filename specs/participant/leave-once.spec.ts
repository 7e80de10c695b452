/** Whoever joined twice leaves once. Participation page: leaving removes the person; joining again only sets settings. */
import { covers, expect, test } from '../../fixtures/test.ts';

for (const way of ['a join', 'a PUT of the conversation'] as const)
  test(
    `leaving after being added twice, the second time by ${way}`,
    covers('PARTICIPANT-LEAVE-01'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      if (way === 'a join') await given.joined(conversation, bob);
      else await given.updated(conversation, { participants: [bob.id] });

      const left = await api.participants.leave(conversation.id, bob.id);

      await check('PARTICIPANT-LEAVE-01', 'that person is gone', async () => {
        expect(left).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(conversation.id)).toHaveParticipants([alice.id]),
        );
      });
    },
  );
