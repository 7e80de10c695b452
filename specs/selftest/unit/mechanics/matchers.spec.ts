/** Each matcher rejects something, and its failure is a verdict that tells both sides. */
import { expect as plain, test } from '@playwright/test';
import type { Exchange } from '../../../../fixtures/client/exchange.ts';
import { judge } from '../../../../fixtures/scenario/judgement.ts';
import { expect, same } from '../../../../fixtures/scenario/matchers.ts';

const conversation = {
  id: 'c',
  subject: 'boots',
  photoUrl: null,
  welcomeMessages: ['a', 'b'],
  custom: { k: 'v' },
  participants: { alice: { access: 'Read', notify: true, isUnread: false, more: 1 } },
};

function exchange(status: number, body: unknown = conversation, failure?: string): Exchange {
  const rest = {
    id: 'e.1',
    number: 1,
    operation: 'getConversation',
    parameters: { conversationId: 'c' },
    path: '/conversations/c',
  };
  return {
    ...rest,
    method: 'GET',
    status,
    body,
    failure,
    issues: [],
    drift: [],
    headers: {},
    text: '',
  } as unknown as Exchange;
}

function told(assertion: () => void): {
  verdict: string;
  expected: string | undefined;
  received: string | undefined;
} {
  try {
    assertion();
  } catch (error) {
    const { verdict, expected, received } = judge(error);
    return { verdict, expected, received };
  }
  return { verdict: 'passed', expected: undefined, received: undefined };
}

/** Why an assertion could not be judged; undefined where it could. */
function causeOf(assertion: () => void): unknown {
  try {
    assertion();
  } catch (error) {
    return judge(error).cause;
  }
  return undefined;
}

test('toHaveStatus', () => {
  plain(told(() => expect(exchange(404)).toHaveStatus(404)).verdict).toBe('passed');
  plain(told(() => expect(exchange(200)).toHaveStatus(404))).toEqual({
    verdict: 'failed',
    expected: 'status 404',
    received: '#1 GET /conversations/c → 200',
  });
});

test('toSucceed', () => {
  for (const status of [200, 201, 204])
    plain(told(() => expect(exchange(status)).toSucceed()).verdict).toBe('passed');
  for (const status of [199, 300, 400])
    plain(told(() => expect(exchange(status)).toSucceed()).verdict).toBe('failed');
});

test('toBeRefused', () => {
  for (const status of [400, 403, 404, 409, 422])
    plain(told(() => expect(exchange(status)).toBeRefused()).verdict).toBe('passed');
  for (const status of [200, 302, 401, 429])
    plain(told(() => expect(exchange(status)).toBeRefused()).verdict).toBe('failed');
});

for (const [what, judged] of Object.entries({
  toHaveStatus: (answer: Exchange) => expect(answer).toHaveStatus(404),
  toSucceed: (answer: Exchange) => expect(answer).toSucceed(),
  toBeRefused: (answer: Exchange) => expect(answer).toBeRefused(),
  toShow: (answer: Exchange) => expect(answer).toShow({ subject: 'boots' }),
  toHaveParticipants: (answer: Exchange) => expect(answer).toHaveParticipants(['alice']),
}))
  test(`${what} cannot judge by a server error, or where no answer came`, () => {
    const cause = (answer: Exchange): unknown => causeOf(() => judged(answer));
    for (const status of [500, 501, 503])
      plain(cause(exchange(status))).toEqual({
        ...{ kind: 'requirement', requirement: 'TRANSPORT-STATUS-03', exchange: 'e.1' },
      });
    plain(cause(exchange(0, undefined, 'connection reset'))).toEqual({ kind: 'transport', exchange: 'e.1' });
    // Whoever breaks the documentation on purpose judges how the server takes it, unless it was not even there.
    plain(cause({ ...exchange(503), deliberate: true })).toEqual({ kind: 'transport', exchange: 'e.1' });
    plain(told(() => judged({ ...exchange(500), deliberate: true })).verdict).toBe('failed');
  });

test('toKeep finds what is wrong with an answer in itself', () => {
  plain(told(() => expect(exchange(503)).toKeep('TRANSPORT-STATUS-03')).verdict).toBe('failed');
  plain(told(() => expect(exchange(404)).toKeep('TRANSPORT-STATUS-03')).verdict).toBe('passed');
});

test('toShow names only the attributes that differ', () => {
  plain(told(() => expect(exchange(200)).toShow({ subject: 'boots', custom: { k: 'v' } })).verdict).toBe(
    'passed',
  );
  plain(told(() => expect(exchange(200)).toShow({ subject: 'boots', custom: { k: 'v', l: 'w' } }))).toEqual({
    verdict: 'failed',
    expected: 'custom {"k":"v","l":"w"}',
    received: 'custom {"k":"v"}',
  });
  plain(told(() => expect(exchange(200)).toShow({ photoUrl: undefined })).verdict).toBe('failed');
  plain(told(() => expect(exchange(200)).toShow({ welcomeMessages: ['b', 'a'] })).verdict).toBe('failed');
});

test('toShow cannot judge another conversation than the one asked for', () => {
  plain(
    told(() => expect(exchange(200, { ...conversation, id: 'd' })).toShow({ subject: 'boots' })).verdict,
  ).toBe('blocked');
  plain(told(() => expect(exchange(200, [])).toShow({ subject: 'boots' })).verdict).toBe('blocked');
  plain(told(() => expect(exchange(404)).toShow({ subject: 'boots' })).verdict).toBe('failed');
});

test('toHaveParticipants compares the people exactly and only the settings that are named', () => {
  plain(told(() => expect(exchange(200)).toHaveParticipants(['alice'])).verdict).toBe('passed');
  plain(told(() => expect(exchange(200)).toHaveParticipants({ alice: { access: 'Read' } })).verdict).toBe(
    'passed',
  );
  plain(told(() => expect(exchange(200)).toHaveParticipants([])).verdict).toBe('failed');
  plain(told(() => expect(exchange(200)).toHaveParticipants(['alice', 'bob'])).verdict).toBe('failed');
  plain(told(() => expect(exchange(200)).toHaveParticipants({ alice: { access: 'ReadWrite' } }))).toEqual({
    verdict: 'failed',
    expected: 'participants {"alice":{"access":"ReadWrite"}}',
    received: 'participants {"alice":{"access":"Read"}}',
  });
});

test('toInclude names what is missing', () => {
  plain(told(() => expect(['alice', 'carol', 'bob']).toInclude(['bob', 'alice']))).toMatchObject({
    verdict: 'passed',
  });
  plain(told(() => expect(['alice', 'carol']).toInclude(['bob', 'alice']))).toMatchObject({
    verdict: 'failed',
    expected: '["bob","alice"] among what is listed',
    received: 'no "bob"',
  });
});

test('equality of JSON values', () => {
  plain(same({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  plain(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  const different: readonly [unknown, unknown][] = [
    [{ a: 1 }, { a: 1, b: undefined }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    ['1', 1],
    [{ ['__proto__']: 'x' }, {}],
  ];
  for (const [a, b] of different) plain(same(a, b), JSON.stringify([a, b])).toBe(false);
});

test('a failed built-in matcher is a verdict too', () => {
  plain(told(() => expect({ a: 1 }).toEqual({ a: 2 }))).toMatchObject({
    verdict: 'failed',
    expected: '{"a":2}',
    received: '{"a":1}',
  });
});

test('a matcher that tells both sides in words only', () => {
  plain(told(() => expect(['alice', 'bob']).not.toContain('bob'))).toMatchObject({
    verdict: 'failed',
    expected: 'not "bob"',
    received: '["alice", "bob"]',
  });
});

test('of fields, those that differ are told, and a value that is not there as well', () => {
  const bob = { access: 'Read', notify: true, custom: { a: '1', b: '2' } };
  plain(told(() => expect(bob).toMatchObject({ access: 'Read', custom: { b: '2' } })).verdict).toBe('passed');
  plain(told(() => expect(bob).toMatchObject({ notify: false, custom: { b: '2' } }))).toMatchObject({
    verdict: 'failed',
    expected: '{"notify":false,"custom":{"b":"2"}}',
    received: '{"notify":true,"custom":{"b":"2"}}',
  });
  plain(told(() => expect(undefined).toMatchObject({ notify: false }))).toMatchObject({
    verdict: 'failed',
    expected: '{"notify":false}',
    received: 'nothing',
  });
  plain(told(() => expect([{ a: 1 }]).toMatchObject([{ a: 1 }, { a: 2 }])).verdict).toBe('failed');
});

test('a value of a type that a matcher cannot compare is a wrong value, not a fault of the suite', () => {
  const odd: unknown = { toString: 1 };
  plain(told(() => expect('7').toBeGreaterThan(6))).toEqual({
    verdict: 'failed',
    expected: 'value must be a number or bigint',
    received: '"7"',
  });
  plain(told(() => expect(null).toContain('x')).verdict).toBe('failed');
  plain(told(() => expect(odd).toHaveLength(1)).verdict).toBe('failed');
  plain(told(() => expect(odd).toMatch('x')).verdict).toBe('failed');
  plain(told(() => expect(undefined).toHaveProperty('x')).verdict).toBe('failed');
});
