import { setTimeout as wait } from 'node:timers/promises';

import { CHOICES, traitsOf, type ChoiceName } from '../../../../fixtures/server/index.ts';
import { type Effect, type Probe, status, testEffects } from './effects.ts';
import { type Client, expect, filter, type Json, test } from './harness.ts';

/** A server with any one choice still does what the documentation says; and each choice has its effect. */

const NAMES = Object.keys(CHOICES) as ChoiceName[];
const LAG_MS = 220;

for (const name of NAMES) {
  test(`with ${name} the server conforms`, async ({ start }) => {
    const explicit = { 'talkjs-rest-version': '2024-01-01', 'content-type': 'application/json' };
    const api = (await start({ choices: [name] })).with(explicit);
    // Under a coarse clock timestamps collide and the order among them is open.
    const { absent = [], equalTimes } = CHOICES[name];
    const inOrder = (list: readonly string[]) => (equalTimes === undefined ? list : list.toSorted());
    const { consistencyMs, readStateRoute } = traitsOf([name]);
    const settle = () => (consistencyMs > 0 ? wait(LAG_MS) : Promise.resolve());
    await api.users('alice', 'bob');
    const ids = ['a1', 'a2', 'a3'];
    for (const id of ids) {
      expect(
        (await api.put(`conversations/${id}`, { participants: ['alice', 'bob'], custom: { m: 'x' } })).status,
      ).toBe(200);
    }
    const sent = [];
    for (const id of ids.toReversed()) {
      sent.push(await api.say(id, 'alice'));
    }
    await settle();
    const mine = filter({ custom: { m: ['==', 'x'] } });
    expect(inOrder(await api.ids(`conversations?limit=30&${mine}`))).toEqual(ids);
    // Of equal timestamps a hash decides there, so that nobody knows what comes next.
    if (equalTimes !== 'hashed')
      expect(await api.ids(`conversations?orderBy=createdAt&limit=1&startingAfter=a2&${mine}`)).toEqual([
        'a1',
      ]);
    const ascending = await api.ids('users/bob/conversations?limit=30&orderDirection=ASC');
    expect(inOrder(ascending.toReversed())).toEqual(ids);

    expect((await api.put('conversations/a1', { subject: 's', participants: ['alice'] })).status).toBe(200);
    const readState = readStateRoute ?? {
      method: 'PATCH',
      path: '/users/{userId}/conversations/{conversationId}',
    };
    const path = readState.path.replace('{userId}', 'bob').replace('{conversationId}', 'a2').slice(1);
    expect((await api.call(readState.method, path, { isUnread: false })).status).toBe(200);
    await api.patch('conversations/a2/participants/bob', { notify: false });
    await api.put('conversations/a2', { participants: ['bob'], custom: { n: 'y' } });
    await api.delete('conversations/a3');
    await settle();
    expect((await api.get('conversations/a1')).body).toMatchObject({
      subject: 's',
      lastMessage: { id: sent[2] },
    });
    expect((await api.get('conversations/a2')).body['custom']).toEqual({ m: 'x', n: 'y' });
    expect(await api.participant('a2', 'bob')).toMatchObject({
      access: 'ReadWrite',
      notify: false,
      isUnread: false,
    });
    expect(await api.participant('a1', 'bob')).toMatchObject({ isUnread: true });
    expect(await api.participant('a1', 'alice')).toMatchObject({ isUnread: false });
    expect((await api.get('conversations/a3')).status).toBe(404);
    expect(inOrder(await api.ids(`conversations?limit=30&${mine}`))).toEqual(['a1', 'a2']);
    const message = await api.get(`conversations/a1/messages/${encodeURIComponent(sent[2] ?? '')}`);
    expect(message.status).toBe(absent.includes('getMessage') ? 404 : 200);
    const refused = await api.put('conversations/a1', { subject: 1 });
    expect([400, 422]).toContain(refused.status);
  });
}

const attribute =
  (name: string): Probe =>
  async (api) =>
    (await api.get('conversations/c')).body[name];
const listItem = async (api: Client) => ((await api.get('conversations')).body['data'] as Json[])[0];

/** What a question answers by default, and with the choice. */
const EFFECTS: Partial<Record<ChoiceName, Effect>> = {
  'refuse-404': [status('PUT', 'conversations/x', { participants: ['no'] }), 400, 404],
  'refuse-422': [status('PUT', 'conversations/x', { subject: 1 }), 400, 422],
  'refuse-403': [status('PATCH', 'users/carol/conversations/c', {}), 400, 403],
  'content-type-415': [status('PUT', 'conversations/x'), 400, 415],
  'limit-clamp': [status('GET', 'conversations?limit=99'), 400, 200],
  'limit-100': [status('GET', 'conversations?limit=99'), 400, 200],
  'lenient-bad-order': [status('GET', 'conversations?orderBy=x'), 400, 200],
  'unknown-cursor-empty': [status('GET', 'conversations?startingAfter=x'), 400, 200],
  'excluded-cursor-refused': [status('GET', 'conversations?lastMessageAfter=1&startingAfter=c'), 200, 400],
  'duplicate-parameter-last': [status('GET', 'conversations?limit=1&limit=2'), 400, 200],
  'empty-one-of-refused': [
    status('GET', `conversations?${filter({ custom: { a: ['oneOf', []] } })}`),
    200,
    400,
  ],
  'delete-missing-200': [status('DELETE', 'conversations/x'), 404, 200],
  'patch-nonparticipant-404': [status('PATCH', 'conversations/c/participants/carol', {}), 400, 404],
  'patch-nonparticipant-200': [status('PATCH', 'conversations/c/participants/carol', {}), 400, 200],
  'leave-unknown-user-404': [status('DELETE', 'conversations/c/participants/no'), 200, 404],
  'unknown-participant-created': [status('PUT', 'conversations/x', { participants: ['no'] }), 400, 200],
  'unknown-participant-ignored': [status('PUT', 'conversations/x', { participants: ['no'] }), 400, 200],
  'duplicate-participants-refused': [
    status('PUT', 'conversations/x', { participants: ['bob', 'bob'] }),
    200,
    400,
  ],
  'null-participants-ignored': [status('PUT', 'conversations/x', { participants: null }), 400, 200],
  'unknown-attributes-refused': [status('PUT', 'conversations/x', { other: 1 }), 200, 400],
  'custom-nonstring-accepted': [status('PUT', 'conversations/x', { custom: { a: 1 } }), 400, 200],
  'photo-url-checked': [status('PUT', 'conversations/x', { photoUrl: 'x' }), 200, 400],
  'ids-strict': [status('PUT', 'conversations/x%20y', {}), 200, 400],
  'any-message-count': [status('POST', 'conversations/c/messages', []), 400, 200],
  'legacy-route-absent': [status('POST', 'conversations/c/readBy/bob', {}), 200, 404],
  'legacy-route-gone': [status('POST', 'conversations/c/readBy/bob', {}), 200, 410],
  'filter-custom-only': [status('GET', `conversations?${filter({ hasMessages: true })}`), 200, 400],
  'topic-null': [attribute('topicId'), '', null],
  'topic-absent': [attribute('topicId'), '', undefined],
  'topic-named': [attribute('topicId'), '', 'customer_support'],
  'put-returns-conversation': [
    async (api) => (await api.put('conversations/c', {})).body['id'],
    undefined,
    'c',
  ],
  'list-without-is-unread': [
    async (api) => (await listItem(api))?.['participants'],
    participants(false),
    participants(undefined),
  ],
  'foreign-300': [async (api) => (await api.ids('conversations?limit=30')).length, 1, 30],
  'foreign-rush': [async (api) => (await api.ids('conversations?limit=30')).length > 15, false, true],
  'late-80ms': [timed, false, true],
  'list-lag-150ms': [async (api) => (await api.get('conversations')).body, expect.anything(), { data: [] }],
  'read-lag-150ms': [status('GET', 'conversations/c'), 200, 404],
};

testEffects('choices', EFFECTS, async (api) => {
  await api.users('alice', 'bob', 'carol');
  await api.put('conversations/c', { participants: ['alice', 'bob'] });
});

test('an unknown choice or defect is an error', async ({ start }) => {
  await expect(start({ choices: ['toString' as ChoiceName] })).rejects.toThrow(RangeError);
  await expect(start({ defects: ['none'] })).rejects.toThrow(RangeError);
});

test('colliding timestamps lose and repeat nothing', async ({ start }) => {
  for (const choices of [['clock-1s'], ['clock-1s', 'ties-by-id-reversed']] as const) {
    const api = await start({ choices });
    const ids = Array.from({ length: 12 }, (_, index) => `c${index}`);
    for (const id of ids) await api.put(`conversations/${id}`);
    const seen: string[] = [];
    for (let page = await api.ids('conversations?limit=5'); page.length > 0;) {
      seen.push(...page);
      page = await api.ids(`conversations?limit=5&startingAfter=${page.at(-1)}`);
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  }
});

function participants(isUnread: boolean | undefined): Json {
  const participation = {
    access: 'ReadWrite',
    notify: true,
    ...(isUnread === undefined ? {} : { isUnread }),
  };
  return { alice: participation, bob: participation };
}

async function timed(api: Client): Promise<boolean> {
  const started = Date.now();
  await api.get('conversations');
  return Date.now() - started >= 75;
}
