/** What was set reads back exactly, whatever it is made of. Conversations page: after a PUT, GET fetches it back. */
import { hardKeys, hardValues } from '../../fixtures/builders/hard-keys.ts';
import { longText, proseTexts } from '../../fixtures/builders/prose.ts';
import { refused } from '../../fixtures/client/exchange.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'setting attributes with ordinary values',
  covers('RETRIEVE-FOUND-02'),
  async ({ api, given, check, eventually, data }) => {
    const id = given.newId('-MixedCase');
    const attributes = {
      subject: data.subject(),
      photoUrl: `${data.photoUrl()}?Size=1&amp=a%20b+c%2Fd#Top`,
      welcomeMessages: ['b', 'a', 'b'],
      custom: { ...data.custom(), productId: data.value() },
    };

    const put = await api.conversations.put(id, attributes);

    for (const [name, value] of Object.entries(attributes))
      await check('RETRIEVE-FOUND-02', `${name} reads back`, async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toShow({ [name]: value }));
      });
  },
);

/** What is lost most often; the stories about a conversation with messages set all of these texts. */
for (const kind of ['leading and trailing spaces', 'line breaks'] as const)
  test(
    `setting attributes with ${kind}`,
    covers('RETRIEVE-FOUND-02'),
    async ({ api, given, check, eventually }) => {
      const id = given.newId();
      const text = proseTexts[kind];
      const attributes = { subject: text, welcomeMessages: ['Hello', text], custom: { note: text } };

      const put = await api.conversations.put(id, attributes);

      await check('RETRIEVE-FOUND-02', 'subject, welcomeMessages and custom read back', async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toShow(attributes));
      });
    },
  );

for (const text of ['0', 'false', 'null', '[]'])
  test(
    `setting attributes to the text ${text}`,
    covers('RETRIEVE-FOUND-02'),
    async ({ api, given, check, eventually }) => {
      const id = given.newId();
      const attributes = { subject: text, welcomeMessages: [text] };

      const put = await api.conversations.put(id, attributes);

      await check('RETRIEVE-FOUND-02', 'subject and welcomeMessages read back', async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toShow(attributes));
      });
    },
  );

for (const [kind, custom] of Object.entries(hardValues))
  test(
    `setting custom with ${kind}`,
    covers('RETRIEVE-FOUND-02'),
    async ({ api, given, check, eventually }) => {
      const id = given.newId();

      const put = await api.conversations.put(id, { custom });

      await check('RETRIEVE-FOUND-02', 'it reads back', async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom }));
      });
    },
  );

test(
  'setting custom with an empty value',
  covers('RETRIEVE-FOUND-02'),
  async ({ api, given, check, eventually }) => {
    const id = given.newId();
    const custom = { empty: '', other: 'value' };

    const put = await api.conversations.put(id, { custom });

    await check('RETRIEVE-FOUND-02', 'it reads back, or is refused', async () => {
      // Whether a value may be empty is not documented.
      if (refused(put)) throw new NotApplicable('the target refuses an empty value');
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom }));
    });
  },
);

for (const [kind, custom] of Object.entries(hardKeys))
  test(
    `setting custom with ${kind}`,
    covers('RETRIEVE-FOUND-02'),
    async ({ api, given, check, eventually }) => {
      const id = given.newId();

      const put = await api.conversations.put(id, { custom });

      await check('RETRIEVE-FOUND-02', 'it reads back, or is refused', async () => {
        // Which keys are allowed is not documented.
        if (refused(put)) throw new NotApplicable(`the target refuses ${kind}`);
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toShow({ custom }));
      });
    },
  );

test(
  'setting custom with keys named like attributes',
  covers('RETRIEVE-FOUND-02'),
  async ({ api, given, check, eventually, data }) => {
    const id = given.newId();
    const custom = { id: 'one', subject: 'two', photoUrl: 'three', createdAt: '4' };
    const attributes = { subject: data.subject(), photoUrl: data.photoUrl(), custom };

    const put = await api.conversations.put(id, attributes);

    await check('RETRIEVE-FOUND-02', 'attributes and custom read back, or it is refused', async () => {
      // Which keys are allowed is not documented.
      if (refused(put)) throw new NotApplicable('the target refuses such keys');
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ id, ...attributes }));
    });
  },
);

for (const [what, welcomeMessages] of [
  ['an empty text', ['Hello', '', 'Welcome']],
  ['more than five texts', ['f', 'e', 'd', 'c', 'b', 'a']],
] as const)
  test(
    `setting welcomeMessages with ${what}`,
    covers('RETRIEVE-FOUND-02'),
    async ({ api, given, check, eventually }) => {
      const id = given.newId();

      const put = await api.conversations.put(id, { welcomeMessages: [...welcomeMessages] });

      await check('RETRIEVE-FOUND-02', 'they read back, or are refused', async () => {
        if (refused(put)) throw new NotApplicable(`the target refuses ${what} in welcomeMessages`);
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toShow({ welcomeMessages }));
      });
    },
  );

/** A target may refuse these, for their limits are not documented; what it accepts has to read back. */
const mayBeRefused = {
  'a photoUrl without a path': { photoUrl: 'https://example.com' },
  'a photoUrl with dots in its path': { photoUrl: 'https://example.com/a/../b/./c.png' },
  'texts that look like numbers': {
    subject: '007.10',
    welcomeMessages: ['1e3', '90071992547409931', '0x10'],
  },
  // Its bytes arrive in several parts, each of which may end within a character.
  'a subject of 90,000 bytes': { subject: `x${'€'.repeat(29_999)}` },
  'thirty keys in custom': {
    custom: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`key${index}`, `value ${index}`])),
  },
};

for (const [what, attributes] of Object.entries(mayBeRefused))
  test(`setting ${what}`, covers('RETRIEVE-FOUND-02'), async ({ api, given, check, eventually }) => {
    const id = given.newId();

    const put = await api.conversations.put(id, attributes);

    await check('RETRIEVE-FOUND-02', 'it reads back, or is refused', async () => {
      if (refused(put)) throw new NotApplicable(`the target refuses ${what}`);
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow(attributes));
    });
  });

test(
  'setting a subject that holds U+0000',
  covers('RETRIEVE-FOUND-02', 'TRANSPORT-STATUS-03'),
  async ({ api, given, check, eventually }) => {
    const id = given.newId();
    const subject = 'before\u0000after';

    const put = await api.conversations.put(id, { subject });

    await check('TRANSPORT-STATUS-03', 'it answers no 5xx', () => {
      expect(put).toKeep('TRANSPORT-STATUS-03');
    });
    await check('RETRIEVE-FOUND-02', 'it reads back, or is refused', async () => {
      if (refused(put)) throw new NotApplicable('the target refuses U+0000');
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ subject }));
    });
  },
);

test(
  'setting a subject of 2,000 characters',
  covers('RETRIEVE-FOUND-02'),
  async ({ api, given, check, eventually }) => {
    const id = given.newId();

    const put = await api.conversations.put(id, { subject: longText });

    await check('RETRIEVE-FOUND-02', 'it reads back whole, or is refused', async () => {
      if (refused(put)) throw new NotApplicable('the target limits the length of a subject');
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ subject: longText }));
    });
  },
);

for (const [kind, text] of Object.entries(proseTexts))
  test(
    `updating a conversation that has messages with ${kind}`,
    covers('RETRIEVE-FOUND-02'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const options = { with: [alice, bob], subject: 'Before' } as const;
      const { id } = await given.conversationInState('with messages', options);
      const attributes = { subject: text, welcomeMessages: [text], custom: { note: text } };

      const put = await api.conversations.put(id, attributes);

      await check('RETRIEVE-FOUND-02', 'the new attributes read back', async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toShow(attributes));
      });
    },
  );

test(
  'updating the attributes and adding somebody in one call',
  covers('RETRIEVE-FOUND-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice], ...data.attributes() });

    const update = data.attributes();
    const put = await api.conversations.put(id, { ...update, participants: [bob.id] });

    await check('RETRIEVE-FOUND-02', 'each attribute is new', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow(update));
    });
  },
);
