/**
 * A credential that is not the right one opens nothing. Getting started page: 401 where Authorization is wrong;
 * introduction page: `Authorization: Bearer <token>`.
 */
import { credentialFor } from '../../fixtures/client/credential.ts';
import { shortestLearned } from '../../fixtures/client/redact.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** A wrong header, made from the right key; none where it cannot be made. */
type WrongHeader = (key: string) => string | undefined;

/** The key, changed. None where that changes nothing, or where the key is too short for reports to black out most of it. */
const changed =
  (change: (key: string) => string): WrongHeader =>
  (key) =>
    key.length > shortestLearned && change(key) !== key ? `Bearer ${change(key)}` : undefined;

const inOtherCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

const wrongHeaders: Readonly<Record<string, WrongHeader>> = {
  'another key': () => 'Bearer no-such-key',
  'a beginning of the key': changed((key) => key.slice(0, -1)),
  'an end of the key': changed((key) => key.slice(1)),
  'the key with more at its end': changed((key) => `${key}x`),
  'the key with more at its front': changed((key) => `x${key}`),
  'the key in other case': changed((key) => key.replace(/[a-z]/gi, inOtherCase)),
  // At an end it would be no part of the header.
  'the key with white space in it': changed((key) => `${key.slice(0, -1)} ${key.slice(-1)}`),
  'the scheme alone': () => 'Bearer',
  'the key without a scheme': (key) => key,
  'the key under another scheme': (key) => `Token ${key}`,
};

for (const [what, wrong] of Object.entries(wrongHeaders))
  test(
    `reading and writing with ${what}`,
    covers('AUTH-WRONG-01', 'AUTH-WRONG-02'),
    async ({ api, given, check, eventually, data, target }) => {
      const authorization = given.applicable(
        wrong(await credentialFor(target, target)),
        `${what} is the right credential, or the key is too short to be changed and still kept out of reports`,
      );
      const { id, before } = await given.conversation(data.attributes());
      const { conversations } = api.with({ authorization, deliberate: true });

      const reading = await conversations.get(id);
      const writing = await conversations.put(id, { subject: data.subject() });

      await check('AUTH-WRONG-01', 'both answer 401', () => {
        for (const answer of [reading, writing]) expect(answer).toHaveStatus(401);
      });
      await check('AUTH-WRONG-02', 'nothing is written', async () => {
        await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
      });
    },
  );
