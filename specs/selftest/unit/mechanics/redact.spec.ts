/** A secret is found in each of the spellings in which a server may echo it. */
import { expect, test } from '@playwright/test';
import { makeRedact, placeholder } from '../../../../fixtures/client/redact.ts';

const secret = 'sk_test_9~Zß/+=?x7Q';
const redact = makeRedact([{ secret }, { secret: '' }]);

const spellings: readonly [string, string][] = [
  ['as it is', secret],
  ['percent-encoded', encodeURIComponent(secret)],
  ['percent-encoded in lower case', encodeURIComponent(secret).toLowerCase()],
  [
    'every byte percent-encoded',
    [...Buffer.from(secret)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  ],
  ['hexadecimal', Buffer.from(secret).toString('hex')],
];

for (const [name, spelling] of spellings)
  test(`a secret ${name} is replaced`, () => {
    expect(redact(`before ${spelling} after`)).toBe(`before ${placeholder} after`);
  });

for (const prefix of ['', ':', 'a:', 'abc', 'user-1:'])
  test(`a secret within base64 is replaced behind "${prefix}"`, () => {
    for (const encoding of ['base64', 'base64url'] as const) {
      const encoded = Buffer.from(`${prefix}${secret}:more`).toString(encoding);
      const seen = Buffer.from(redact(encoded).replaceAll(placeholder, ''), encoding).toString();
      expect(redact(encoded)).toContain(placeholder);
      expect(seen).not.toContain(secret.slice(2, -2));
    }
  });

test('text without a secret stays as it is, and no secret means no change', () => {
  expect(redact('nothing here')).toBe('nothing here');
  expect(makeRedact([])('nothing here')).toBe('nothing here');
});

test('what was received loses a secret in keys and values, but nothing that only looks like one', () => {
  const numeric = makeRedact([{ secret: '17000000' }, { secret: '1' }]);
  expect(redact.received({ [secret]: [`a ${secret}`, 1, null], other: true })).toEqual({
    [placeholder]: [`a ${placeholder}`, 1, null],
    other: true,
  });
  expect(numeric.received({ createdAt: 1700000000000, id: 'x-1' })).toEqual({
    createdAt: 1700000000000,
    id: 'x-1',
  });
});
