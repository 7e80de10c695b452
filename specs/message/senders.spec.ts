/** Whoever takes part may send, whatever the id and the past. Messages page: the sender has to take part. */
import { userMessage } from '../../fixtures/builders/messages.ts';
import { usersOfDigits } from '../../fixtures/builders/neighbours.ts';
import { messagesIn } from '../../fixtures/reading/read.ts';
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [what, [, id]] of Object.entries(usersOfDigits))
  test(
    `a message of somebody whose id is one of ${what}`,
    covers('MESSAGE-SEND-01'),
    async ({ api, given, check, eventually, data }) => {
      given.unlessDisclaimed('messages');
      const [person] = await given.usersWithIds(id, `${given.newId()}-other`);
      const conversation = await given.conversation({ with: [person] });

      const sent = await api.messages.send(conversation.id, [userMessage(person, data.text())]);

      await check('MESSAGE-SEND-01', 'it is listed with that id as senderId', async () => {
        expect(sent).toSucceed();
        await eventually(async () => {
          const [message] = messagesIn(await api.messages.list(conversation.id, fewMessages));
          expect(message?.senderId).toBe(person.id);
        });
      });
    },
  );

for (const cameBack of ['by joining', 'through participants'] as const)
  test(
    `a message of somebody who left and came back ${cameBack}`,
    covers('MESSAGE-SEND-01'),
    async ({ api, given, check, eventually, data }) => {
      given.unlessDisclaimed('messages');
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      await given.left(conversation, bob);
      if (cameBack === 'by joining') await given.joined(conversation, bob);
      else await given.updated(conversation, { participants: [bob.id] });

      const sent = await api.messages.send(conversation.id, [userMessage(bob, data.text())]);

      await check('MESSAGE-SEND-01', 'it is listed', async () => {
        expect(sent).toSucceed();
        await eventually(async () =>
          expect(messagesIn(await api.messages.list(conversation.id, fewMessages))).toHaveLength(1),
        );
      });
    },
  );
