/** What a failed matcher tells programs: jq rejects the answer that it rejected, and takes one that it takes. */
import { execFileSync } from 'node:child_process';
import { expect as plain, test } from '@playwright/test';
import type { Exchange } from '../../../../fixtures/client/exchange.ts';
import { idsIn } from '../../../../fixtures/reading/read.ts';
import { judge } from '../../../../fixtures/scenario/judgement.ts';
import { expect } from '../../../../fixtures/scenario/matchers.ts';

const alice = { access: 'Read', notify: true, isUnread: false, undocumented: 1 };
const right = { id: 'c', subject: 'Hats', custom: {}, participants: { alice }, undocumented: 1 };
const before = {
  ...{
    id: 'c',
    subject: 'Hats',
    custom: {},
    participants: { alice: { access: 'Read', notify: true, isUnread: false } },
  },
  ...{ photoUrl: undefined, welcomeMessages: undefined, createdAt: undefined, lastMessage: undefined },
};
const withAlice = (change: object): object => ({
  ...right,
  participants: { alice: { ...alice, ...change } },
});

const rows: readonly [string, right: object, wrong: object, (exchange: Exchange) => void][] = [
  [
    'toShow',
    right,
    { ...right, subject: null },
    (one) => expect(one).toShow({ subject: 'Hats', custom: {} }),
  ],
  [
    'toShow: absent',
    right,
    { ...right, photoUrl: null },
    (one) => expect(one).toShow({ photoUrl: undefined }),
  ],
  ['toBeAs', right, { ...right, custom: { a: 'b' } }, (one) => expect(one).toBeAs(before)],
  ['toBeAs: people', right, withAlice({ notify: false }), (one) => expect(one).toBeAs(before)],
  [
    'toHaveParticipants',
    right,
    { ...right, participants: {} },
    (one) => expect(one).toHaveParticipants(['alice']),
  ],
  [
    'toHaveParticipants: settings',
    right,
    withAlice({ access: 'ReadWrite' }),
    (one) => expect(one).toHaveParticipants({ alice: { access: 'Read' } }),
  ],
  ['toHaveUnread', right, withAlice({ isUnread: true }), (one) => expect(one).toHaveUnread({ alice: false })],
  [
    'ids, sorted',
    { data: [{ id: 'b' }, { id: 'a' }] },
    { data: [{ id: 'b' }] },
    (one) => plain(idsIn(one).sort()).toEqual(['a', 'b']),
  ],
];

for (const [name, takes, rejects, claim] of rows)
  test(name, () => {
    claim(exchange(takes));
    const assertion = assertionOf(() => claim(exchange(rejects)));
    if (!assertion || !('select' in assertion)) throw new Error('no assertion');
    plain(assertion.exchange).toBe('x.1');
    const holds = (body: object): string =>
      execFileSync(
        'jq',
        ['--argjson', 'expected', JSON.stringify(assertion.equals), `(${assertion.select}) == $expected`],
        { input: JSON.stringify(body), encoding: 'utf8' },
      ).trim();
    plain(holds(takes)).toBe('true');
    plain(holds(rejects)).toBe('false');
  });

test('what another target would give otherwise is not compared', () => {
  plain(assertionOf(() => expect(exchange({ ...right, createdAt: 2 })).toShow({ createdAt: 1 }))).toBe(
    undefined,
  );
  plain(assertionOf(() => expect(exchange(right)).not.toShow({ subject: 'Hats' }))).toBe(undefined);
});

test('a status', () => {
  plain(assertionOf(() => expect(exchange(right)).toBeRefused())).toEqual({ exchange: 'x.1', status: '4xx' });
  plain(assertionOf(() => expect(exchange(right)).toHaveStatus(404))).toEqual({
    exchange: 'x.1',
    status: '404',
  });
});

function assertionOf(claim: () => void) {
  try {
    claim();
  } catch (error) {
    return judge(error).assertion;
  }
  throw new Error('the claim holds');
}

function exchange(body: unknown): Exchange {
  return {
    ...{ id: 'x.1', number: 1, operation: 'getConversation', parameters: {}, path: '/conversations/c' },
    ...{ method: 'GET', status: 200, body, issues: [], drift: [], headers: {}, text: '' },
  } as unknown as Exchange;
}
