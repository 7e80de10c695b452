/** A text reads back as it was sent, whatever it is made of. Messages page: type Message. */
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { hardTexts } from '../../fixtures/builders/hard-text.ts';
import { userMessage } from '../../fixtures/builders/messages.ts';
import { longText, proseTexts, replaceableText } from '../../fixtures/builders/prose.ts';
import { refused } from '../../fixtures/client/exchange.ts';
import { messagesIn, sentIdsIn } from '../../fixtures/reading/read.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Most messages of one call. */
const most = 10;
/** A longer one is sent by itself: how long a text may be is not documented. */
const longest = 100;
/** By name. An empty text is left out: whether there are messages without text is not documented. */
const texts: readonly (readonly [name: string, text: string])[] = [
  ...Object.entries(proseTexts),
  ['emoticons and typography', replaceableText],
  ...['0', 'false', 'null'].map((word) => [`the word ${word}`, word] as const),
  ...hardTexts
    .map(({ name, text }) => [name, text('text ')] as const)
    .filter(([, text]) => text !== '' && text.length <= longest),
];

for (let start = 0; start < texts.length; start += most)
  test(
    `sending ${texts[start]?.[0]}, and other texts that are easily mangled`,
    covers('MESSAGE-SEND-01'),
    async ({ api, given, check, eventually }) => {
      given.unlessDisclaimed('messages');
      const { alice } = await given.users('alice');
      const { id } = await given.conversation({ with: [alice] });
      const some = texts.slice(start, start + most);

      const sent = await api.messages.send(
        id,
        some.map(([, text]) => userMessage(alice, text)),
      );

      await check('MESSAGE-SEND-01', 'each reads back as it was sent', async () => {
        const ids = sentIdsIn(sent);
        await eventually(async () => {
          const listed = messagesIn(await api.messages.list(id, { limit: most }));
          for (const [index, [name, text]] of some.entries())
            expect(listed.find((message) => message.id === ids[index])?.text, name).toBe(text);
        });
      });
    },
  );

test('sending a long text', covers('MESSAGE-SEND-01'), async ({ api, given, check, eventually }) => {
  given.unlessDisclaimed('messages');
  const { alice } = await given.users('alice');
  const { id } = await given.conversation({ with: [alice] });

  const sent = await api.messages.send(id, [userMessage(alice, longText)]);

  await check('MESSAGE-SEND-01', 'it reads back as it was sent', async () => {
    if (refused(sent)) throw new NotApplicable('the target limits the length of a text');
    expect(sent).toSucceed();
    await eventually(async () =>
      expect(messagesIn(await api.messages.list(id, fewMessages)).map(({ text }) => text)).toEqual([
        longText,
      ]),
    );
  });
});
