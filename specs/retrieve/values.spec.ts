/** What was set reads back exactly, whatever it is made of. Conversations page: after a PUT, GET fetches it back. */
import { refused, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Shown } from '../../fixtures/scenario/matchers.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { conversationIn, fieldIn, isObject } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Texts that careless code changes, by a custom key and a name. */
const texts = [
  ['astral', 'Unicode outside the BMP', '🛍️ 👩🏽‍🚀 𝄞 𠮷'],
  ['combining', 'combining marks', 'e\u0301 is not \u00e9, a\u0323\u030a'],
  ['rightToLeft', 'right-to-left text', 'שלום, العالم 123'],
  ['quotes', 'quotes', '"double" \'single\' “curly” `back`'],
  ['backslashes', 'backslashes', 'C:\\new\\table \\u0041 \\\\'],
  ['lineBreaks', 'line breaks', 'first\nsecond\n\nfourth\r\n'],
  ['spaces', 'leading and trailing spaces', '  two  inside, two outside  '],
  ['html', 'HTML', '<b>bold</b> &amp; <i class="x">1 < 2 & 3</i>'],
] as const;

const mixed = `  ${texts.map(([, , text]) => text).join(' | ')}`;
/** Exactly 2,000 characters, of which no later part is like another, so that a cut shows wherever it is. */
const filler = Array.from({ length: 400 }, (_, index) => String(index).padStart(4, '0')).join(' ');
const long = `${mixed} | ${filler}`.slice(0, 1998) + '  ';

test(
  'values read back as they were set',
  covers('RETRIEVE-FOUND-01', 'RETRIEVE-FOUND-02'),
  async ({ api, given, check, eventually, data }) => {
    const set = {
      subject: `${mixed}  `,
      photoUrl: `${data.photoUrl()}?Size=1&amp=a%20b+c%2Fd#Top`,
      welcomeMessages: texts.map(([, , text]) => text),
      custom: { ...Object.fromEntries(texts.map(([key, , text]) => [key, text])), productId: data.value() },
    };
    const id = given.newId('-MixedCase');
    const seen = (attributes: Shown): Promise<Exchange> =>
      lastReading(
        eventually,
        () => api.conversations.get(id),
        (reading) => expect(reading).toShow(attributes),
      );

    // A target may limit the length of a subject: then it gets a shorter one.
    const longPut = await api.conversations.put(id, { ...set, subject: long });
    const put = succeeded(longPut) ? longPut : await api.conversations.put(id, set);
    if (!succeeded(put)) await given.conversation({ id });
    const stored = succeeded(longPut) ? { ...set, subject: long } : set;
    const read = await seen(succeeded(put) ? stored : {});

    await check('RETRIEVE-FOUND-01', 'the conversation that was asked for', () => {
      expect(read).toSucceed();
      expect(fieldIn(read, 'id'), 'id').toBe(id);
    });
    for (const name of ['subject', 'photoUrl', 'welcomeMessages', 'custom'] as const)
      await check(
        'RETRIEVE-FOUND-02',
        `${name} reads back`,
        () => {
          expect(put).toSucceed();
          expect(read).toShow({ [name]: stored[name] });
        },
        [put, read],
      );
    for (const [key, kind, text] of texts)
      await check('RETRIEVE-FOUND-02', `${kind}, in a welcome message and in custom`, async () => {
        // Where all texts together were too much, each is tried alone, so that the culprit has a name.
        const alone = { welcomeMessages: [text], custom: { [key]: text } };
        if (!succeeded(put)) expect(await api.conversations.put(id, alone)).toSucceed();
        const { welcomeMessages, custom } = conversationIn(succeeded(put) ? read : await seen(alone));
        const list: readonly unknown[] = Array.isArray(welcomeMessages) ? welcomeMessages : [];
        expect(list.find((one) => one === text) ?? list[set.welcomeMessages.indexOf(text)]).toBe(text);
        expect(isObject(custom) ? custom[key] : undefined).toBe(text);
      });

    await check(
      'RETRIEVE-FOUND-02',
      'a subject of 2,000 characters',
      () => {
        expect(put).toSucceed();
        if (refused(longPut)) throw new NotApplicable('the target limits the length of a subject');
        expect(longPut).toSucceed();
        expect(read).toShow({ subject: long });
      },
      [longPut, read],
    );
  },
);
