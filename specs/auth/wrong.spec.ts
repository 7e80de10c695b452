/**
 * A credential that is not the right one opens nothing. Getting started page: 401 where Authorization is wrong;
 * introduction page: `Authorization: Bearer <token>`.
 */
import { credentialFor } from '../../fixtures/client/credential.ts';
import { shortestLearned } from '../../fixtures/client/redact.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** A key made from the right one, if it is another one, and so long that nothing of it gets into the report. */
const made =
  (change: (key: string) => string) =>
  (key: string): string | undefined =>
    key.length > shortestLearned && change(key) !== key ? change(key) : undefined;

const inOtherCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

const wrongKeys: Readonly<Record<string, (key: string) => string | undefined>> = {
  'another key': () => 'no-such-key',
  'a beginning of the key': made((key) => key.slice(0, -1)),
  'an end of the key': made((key) => key.slice(1)),
  'the key with more at its end': made((key) => `${key}x`),
  'the key with more at its front': made((key) => `x${key}`),
  'the key in other case': made((key) => key.replace(/[a-z]/gi, inOtherCase)),
  // At an end it would be no part of the header.
  'the key with white space in it': made((key) => `${key.slice(0, -1)} ${key.slice(-1)}`),
};

for (const [what, wrong] of Object.entries(wrongKeys))
  test(
    `calling with ${what}`,
    covers('AUTH-WRONG-01', 'AUTH-WRONG-02'),
    async ({ api, given, check, eventually, data, target }) => {
      const key = given.applicable(wrong(await credentialFor(target, target)), `no ${what} can be tried`);
      const { id, before } = await given.conversation(data.attributes());

      const stranger = api.with({ authorization: `Bearer ${key}`, deliberate: true });
      const reading = await stranger.conversations.get(id);
      const writing = await stranger.conversations.put(id, { subject: data.subject() });

      await check('AUTH-WRONG-01', 'reading answers 401', () => expect(reading).toHaveStatus(401));
      await check('AUTH-WRONG-01', 'writing answers 401', () => expect(writing).toHaveStatus(401));
      await check('AUTH-WRONG-02', 'nothing is written', async () => {
        await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
      });
    },
  );

const malformed: Readonly<Record<string, (key: string) => string>> = {
  'the scheme alone': () => 'Bearer',
  'the key without a scheme': (key) => key,
  'the key under another scheme': (key) => `Token ${key}`,
};

for (const [what, header] of Object.entries(malformed))
  test(`calling with ${what}`, covers('AUTH-WRONG-01'), async ({ api, given, check, data, target }) => {
    const { id } = await given.conversation(data.attributes());

    const authorization = header(await credentialFor(target, target));
    const stranger = api.with({ authorization, deliberate: true });
    const reading = await stranger.conversations.get(id);
    const writing = await stranger.conversations.put(id, { subject: data.subject() });

    await check('AUTH-WRONG-01', 'reading answers 401', () => expect(reading).toHaveStatus(401));
    await check('AUTH-WRONG-01', 'writing answers 401', () => expect(writing).toHaveStatus(401));
  });
