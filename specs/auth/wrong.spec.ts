/**
 * A credential that is not the right one opens nothing. Getting started page: 401 where Authorization is wrong;
 * introduction page: `Authorization: Bearer <token>`.
 */
import { credentialFor } from '../../fixtures/client/credential.ts';
import { shortestLearned } from '../../fixtures/client/redact.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
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

const malformed: Readonly<Record<string, (key: string) => string>> = {
  'the scheme alone': () => 'Bearer',
  'the key without a scheme': (key) => key,
  'the key under another scheme': (key) => `Token ${key}`,
};

test(
  'calling with wrong credentials',
  covers('AUTH-WRONG-01', 'AUTH-WRONG-02'),
  async ({ api, given, check, eventually, data, target }) => {
    const { id, before } = await given.conversation(data.attributes());
    const key = await credentialFor(target, target);

    const mustBeRefused = async (authorization: string): Promise<void> => {
      const { conversations } = api.with({ authorization, deliberate: true });
      const reading = await conversations.get(id);
      const writing = await conversations.put(id, { subject: data.subject() });
      for (const answer of [reading, writing]) expect(answer).toHaveStatus(401);
    };

    for (const [what, wrong] of Object.entries(wrongKeys))
      await check('AUTH-WRONG-01', `reading and writing with ${what} answer 401`, () => {
        const tried = wrong(key);
        // Ends this check, and not the scenario.
        if (tried === undefined) throw new NotApplicable(`no ${what} can be tried`);
        return mustBeRefused(`Bearer ${tried}`);
      });
    await check('AUTH-WRONG-02', 'nothing is written with a wrong key', async () => {
      await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
    });
    for (const [what, header] of Object.entries(malformed))
      await check('AUTH-WRONG-01', `reading and writing with ${what} answer 401`, () =>
        mustBeRefused(header(key)),
      );
  },
);
