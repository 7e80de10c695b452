/** Only people who take part can be senders, and a call stores all of its messages or none. Messages page: sender. */
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { systemMessage, userMessage } from '../../fixtures/builders/messages.ts';
import { listedOf } from '../../fixtures/lists/listed.ts';
import { idsIn, messagesIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [sender, name, place] of [
  ['somebody who has never taken part', 'carol', 'alone'],
  ['somebody who left', 'bob', 'alone'],
  ['somebody who has never taken part', 'carol', 'before another message'],
  ['somebody who left', 'bob', 'after another message'],
] as const)
  test(
    `sending a message of ${sender}, ${place}`,
    covers('MESSAGE-SEND-02'),
    async ({ api, given, check, eventually, data }) => {
      given.unlessDisclaimed('messages');
      const people = await given.users('alice', 'bob', 'carol');
      const { alice, bob } = people;
      const conversation = await given.conversation({ with: [alice, bob] });
      if (name === 'bob') await given.left(conversation, bob);

      const text = data.subject();
      const [wrong, right] = [userMessage(people[name], text), userMessage(alice, data.subject())];
      const body = {
        alone: [wrong],
        'before another message': [wrong, right],
        'after another message': [right, wrong],
      };
      const options = { body: body[place], deliberate: true };
      const sent = await api.call('sendMessages', { conversationId: conversation.id }, options);

      await check('MESSAGE-SEND-02', 'it is refused, and the message is not stored', async () => {
        expect(sent).toBeRefused();
        await eventually(async () => {
          const listed = messagesIn(await api.messages.list(conversation.id, fewMessages));
          expect(listed.map((message) => message.text)).not.toContain(text);
        });
      });
    },
  );

for (const place of ['second', 'third'] as const)
  test(
    `sending three messages, the ${place} of somebody who takes no part`,
    covers('MESSAGE-SEND-05'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const conversation = await given.conversation({ with: [alice, bob] });
      const sentBefore = await given.messages(conversation, { from: alice, text: data.text() });
      const before = await given.read(conversation);
      const listed = () => api.messages.list(conversation.id, fewMessages);
      const ids = await given.holds(
        'the message is listed',
        async () => {
          const seen = idsIn(await listed());
          expect(seen).toEqual(expect.arrayContaining(sentBefore));
          return seen;
        },
        'MESSAGE-SEND-01',
      );

      const wrong = userMessage(carol, data.text());
      const [other, system] = [userMessage(bob, data.text()), systemMessage(data.text())];
      const body = {
        second: [system, wrong, other],
        third: [other, system, wrong],
      };
      const options = { body: body[place], deliberate: true };
      const sent = await api.call('sendMessages', { conversationId: conversation.id }, options);
      given.refused(sent, 'MESSAGE-SEND-02');

      await check('MESSAGE-SEND-05', 'none of them is stored', async () => {
        await eventually(async () => {
          expect(idsIn(await listed())).toEqual(ids);
          expect(await api.conversations.get(conversation.id)).toBeAs(before);
        });
      });
    },
  );

test(
  'a refused message to the lower of two conversations in the list',
  covers('MESSAGE-SEND-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, carol } = await given.users('alice', 'carol');
    const [older, newer] = await given.twoWithMessages(alice);
    const order = await given.listed(older, newer);
    await given.tick();

    // Carol takes no part.
    const body = [userMessage(carol, data.text())];
    const sent = await api.call('sendMessages', { conversationId: older.id }, { body, deliberate: true });

    await check('MESSAGE-SEND-02', 'the conversation does not move in the list', async () => {
      expect(sent).toBeRefused();
      await eventually(async () => expect(await listedOf(api, [older, newer])).toEqual(order));
    });
  },
);
