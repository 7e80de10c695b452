/** A text reads back as it was sent, whatever it is made of. Messages page: type Message. */
import { userMessage } from '../../fixtures/builders/messages.ts';
import { longText, proseTexts } from '../../fixtures/builders/prose.ts';
import { refused } from '../../fixtures/client/exchange.ts';
import { messagesIn, sentIdsIn } from '../../fixtures/reading/read.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'sending texts that are easily mangled',
  covers('MESSAGE-SEND-01'),
  async ({ api, given, check, eventually }) => {
    given.claimed('messages');
    const { alice } = await given.users('alice');
    const { id } = await given.conversation({ with: [alice] });
    const texts = Object.entries(proseTexts);

    const sent = await api.messages.send(
      id,
      texts.map(([, text]) => userMessage(alice, text)),
    );

    await check('MESSAGE-SEND-01', 'each reads back as it was sent', async () => {
      const ids = sentIdsIn(sent);
      await eventually(async () => {
        const listed = messagesIn(await api.messages.list(id, { limit: 10 }));
        for (const [index, [name, text]] of texts.entries())
          expect(listed.find((message) => message.id === ids[index])?.text, name).toBe(text);
      });
    });
  },
);

test('sending a long text', covers('MESSAGE-SEND-01'), async ({ api, given, check, eventually }) => {
  given.claimed('messages');
  const { alice } = await given.users('alice');
  const { id } = await given.conversation({ with: [alice] });

  const sent = await api.messages.send(id, [userMessage(alice, longText)]);

  await check('MESSAGE-SEND-01', 'it reads back as it was sent', async () => {
    if (refused(sent)) throw new NotApplicable('the target limits the length of a text');
    expect(sent).toSucceed();
    await eventually(async () =>
      expect(messagesIn(await api.messages.list(id)).map(({ text }) => text)).toEqual([longText]),
    );
  });
});
