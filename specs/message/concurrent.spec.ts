/** Messages that are sent at the same time are all there, in whatever order. Follows from the Messages page: sending. */
import { userMessage } from '../../fixtures/builders/messages.ts';
import { messagesIn } from '../../fixtures/reading/read.ts';
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { mustAllSucceed } from '../../fixtures/scenario/concurrent.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [who, senders] of [
  ['different people', ['alice', 'bob']],
  ['one person', ['alice', 'alice']],
] as const)
  test(
    `two messages of ${who} at the same time`,
    covers('MESSAGE-CONCURRENT-01'),
    async ({ api, given, check, eventually, data }) => {
      given.unlessDisclaimed('messages');
      const people = await given.users('alice', 'bob');
      const { id } = await given.conversation({ with: [people.alice, people.bob] });
      const messages = senders.map((name) => userMessage(people[name], data.subject()));

      const sent = await Promise.all(messages.map((message) => api.messages.send(id, [message])));

      await check('MESSAGE-CONCURRENT-01', 'both are listed', async () => {
        mustAllSucceed(sent);
        await eventually(async () => {
          const listed = messagesIn(await api.messages.list(id, fewMessages)).map(({ text }) => text);
          expect([...listed].sort()).toEqual(messages.map(({ text }) => text).sort());
        });
      });
    },
  );
