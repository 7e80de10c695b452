import type { ChoiceName } from '../../../../fixtures/server/index.ts';
import { type Effect, type Probe, status, testEffects } from './effects.ts';
import { type Client, expect, filter, type Json } from './harness.ts';

/** What a question answers by default, and with the choice: versions, leaving, sizes, routes, queries, messages. */

const old = { 'talkjs-rest-version': '2021-02-09' };
const oldest = { 'talkjs-rest-version': '2021-01-01' };
const json = { 'content-type': 'application/json' };
const LEFT = 'conversations/c/participants/bob';
const inboxOf = async (api: Client, userId: string) => api.ids(`users/${userId}/conversations`);
const put = (body: unknown) => status('PUT', 'conversations/x', body);
const list = (query: string) => status('GET', `conversations?${query}`);
const item = async (api: Client, path: string) => ((await api.get(path)).body['data'] as Json[])[0];

/** The inbox under one version after leaving under another. */
const leftUnder =
  (leaving: Readonly<Record<string, string>>, listing: Readonly<Record<string, string>>): Probe =>
  async (api) => {
    await api.with(leaving).delete(LEFT);
    return inboxOf(api.with(listing), 'bob');
  };

/** Two more conversations, then what comes first. */
const firstAfter =
  (change: (api: Client) => Promise<unknown>): Probe =>
  async (api) => {
    await api.say('c', 'alice');
    await api.put('conversations/d', { participants: ['alice'] });
    await api.say('d', 'alice');
    await change(api);
    return (await api.ids('conversations'))[0];
  };

const system = (text: string) => [{ type: 'SystemMessage', text }];
const isUnread = async (api: Client, userId: string) => (await api.participant('c', userId))?.['isUnread'];

const EFFECTS: Partial<Record<ChoiceName, Effect>> = {
  'leaving-version-decides': [leftUnder({}, old), ['c'], []],
  'leaving-both-versions-decide': [leftUnder({}, old), ['c'], []],
  'leaving-missing-succeeds': [status('DELETE', 'conversations/x/participants/bob'), 404, 200],
  'leave-nonparticipant-404': [status('DELETE', 'conversations/c/participants/carol'), 200, 400],
  'coming-back-keeps-unread-mark': [comingBack, false, true],
  'coming-back-has-read-all': [joinedAfterMessage, true, false],
  'none-shown': [
    withoutAccess(async (api) => (await api.participant('c', 'bob'))?.['access']),
    undefined,
    'None',
  ],
  'none-leaves-list': [withoutAccess((api) => inboxOf(api, 'bob')), ['c'], []],
  'none-refused': [status('PATCH', LEFT, { access: 'None' }), 200, 400],
  'default-version-2021-01-01': [status('GET', 'users/no/conversations'), 404, 200],
  'default-version-2021-02-09': [status('GET', 'users/no/conversations'), 404, 200],
  'default-version-2021-07-30': [status('GET', 'users/no/conversations'), 404, 200],
  'latest-version-only': [status('GET', 'conversations', undefined, old), 200, 400],
  'first-version-refuses-order': [
    status('GET', 'conversations?orderBy=createdAt', undefined, oldest),
    200,
    400,
  ],
  'old-version-refuses-offset': [status('GET', 'conversations?offsetTs=1', undefined, oldest), 200, 400],
  'old-version-knows-offset': [(api) => api.with(oldest).ids('conversations?offsetTs=1'), ['c'], []],
  'custom-8-keys': [
    put({ custom: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [i, 'x'])) }),
    200,
    400,
  ],
  'custom-values-255': [put({ custom: { k: 'x'.repeat(256) } }), 200, 400],
  'subject-500': [put({ subject: 'x'.repeat(501) }), 200, 400],
  'message-text-1000': [status('POST', 'conversations/c/messages', system('x'.repeat(1001))), 200, 400],
  'welcome-messages-3': [put({ welcomeMessages: '1234'.split('') }), 200, 400],
  'max-participants-10': [manyParticipants, 200, 400],
  'ids-40': [status('GET', `conversations/${'x'.repeat(41)}`), 404, 400],
  'url-4096': [list(filter({ custom: { k: ['==', 'x'.repeat(4096)] } })), 200, 413],
  'body-16k': [put({ subject: 'x'.repeat(16 * 1024) }), 200, 413],
  'unstorable-text-refused': [put({ custom: { k: 'a\u0000' } }), 200, 400],
  'read-state-by-participant': [
    async (api) => [
      (await api.patch('users/alice/conversations/c', { isUnread: true })).status,
      (await api.patch('conversations/c/participants/bob', { isUnread: true })).status,
      (await api.participant('c', 'bob'))?.['isUnread'],
    ],
    [200, 200, false],
    [404, 200, true],
  ],
  'read-state-by-put': [status('PUT', 'users/bob/conversations/c', { isUnread: true }), 404, 200],
  'trailing-slash-404': [status('GET', 'conversations/'), 200, 404],
  'empty-put-refused': [status('PUT', 'conversations/x', '', json), 200, 400],
  'content-type-always': [status('DELETE', 'conversations/c'), 200, 400],
  'content-type-exact': [
    status('PUT', 'conversations/x', '{}', { 'content-type': 'application/json; charset=utf-8' }),
    200,
    400,
  ],
  'array-body-as-empty': [put([]), 400, 200],
  'bearer-case-sensitive': [
    async (api) =>
      status('GET', 'conversations', undefined, { authorization: `bearer ${api.app.secretKey}` })(api),
    200,
    401,
  ],
  'errors-empty': [async (api) => (await api.get('conversations/x')).text === '', false, true],
  'refuse-409': [put({ participants: ['no'] }), 400, 409],
  'malformed-json-422': [status('PUT', 'conversations/x', '{', json), 400, 422],
  compressed: [
    async (api) => (await api.get('conversations/c')).headers.get('content-encoding'),
    null,
    'gzip',
  ],
  'batch-and-import-absent': [status('POST', 'batch', []), 200, 404],
  'unknown-parameters-refused': [list('sortBy=x'), 200, 400],
  'offset-beats-cursor': [
    (api) => api.ids(`conversations?startingAfter=c&offsetTs=9${'0'.repeat(12)}`),
    [],
    ['c'],
  ],
  'offset-with-cursor-refused': [list('startingAfter=c&offsetTs=1'), 200, 400],
  'bad-timestamp-ignored': [list('offsetTs=x'), 400, 200],
  'order-any-case': [list('orderBy=CREATEDAT&orderDirection=asc'), 400, 200],
  'limit-zero-empty': [list('limit=0'), 400, 200],
  'limit-leading-digits': [list('limit=1.5'), 400, 200],
  'limit-any-bad-default': [list('limit=31'), 400, 200],
  'empty-parameter-ignored': [list('limit=&offsetTs='), 400, 200],
  'duplicate-parameter-first': [list('limit=1&limit=2'), 400, 200],
  'deleted-cursor-works': [afterDeleted, 400, 200],
  'inbox-filter-refused': [status('GET', `users/bob/conversations?${filter({})}`), 200, 400],
  'inbox-filter-ignored': [
    (api) => api.ids(`users/bob/conversations?${filter({ custom: { k: 'exists' } })}`),
    [],
    ['c'],
  ],
  'inbox-limit-100': [status('GET', 'users/bob/conversations?limit=100'), 400, 200],
  'unknown-filter-field-ignored': [list(filter({ colour: ['==', 'x'] })), 400, 200],
  'edit-of-custom-no-edit': [editedAt, expect.any(Number), null],
  'deleting-keeps-unread': [afterDeletingMessage, false, true],
  'deleting-keeps-activity': [firstAfter(deleteLast), 'd', 'c'],
  'message-ids-numeric': [async (api) => /^\d+$/.test(await api.say('c', 'alice')), false, true],
  'sent-answers-messages': [
    async (api) => {
      const { body } = await api.post('conversations/c/messages', system('x'));
      return (body as unknown as Json[])[0]?.['text'];
    },
    undefined,
    'x',
  ],
  'content-blocks-refused': [
    status('POST', 'conversations/c/messages', [
      { type: 'SystemMessage', content: [{ type: 'text', children: ['x'] }] },
    ]),
    200,
    400,
  ],
  'messages-page-30': [messagesOnFirstPage, 10, 20],
  'list-of-nobody-refused': [put({ participants: [] }), 200, 400],
  'empty-values-refused': [put({ custom: { key: '' } }), 200, 400],
  'system-messages-final': [
    async (api) => {
      const sent = await api.post('conversations/c/messages', system('Hello'));
      const [id] = (sent.body as unknown as { id: string }[]).map((one) => one.id);
      return status('PUT', `conversations/c/messages/${id}`, { text: 'Bye' })(api);
    },
    200,
    400,
  ],
  'page-size-1': [conversationsOnFirstPage, 7, 1],
  'idempotency-beyond-deletion': [
    async (api) => {
      const send = () =>
        api.post('conversations/c/messages', [
          { type: 'UserMessage', sender: 'alice', text: 'once', idempotencyKey: 'k' },
        ]);
      await send();
      await api.delete('conversations/c');
      await api.put('conversations/c', { participants: ['alice'] });
      await send();
      return (await api.ids('conversations/c/messages')).length;
    },
    1,
    0,
  ],
  'empty-range-refused': [list('lastMessageAfter=2&lastMessageBefore=1'), 200, 400],
  'one-write-at-a-time': [
    async (api) => {
      const joins = ['bob', 'carol'].map((name) =>
        status('PUT', `conversations/c/participants/${name}`)(api),
      );
      return (await Promise.all(joins)).map(String).sort();
    },
    ['200', '200'],
    ['200', '400'],
  ],
  'replicas-at-random': [
    async (api) => {
      await api.put('conversations/c', { subject: 'New' });
      const reads = await Promise.all(Array.from({ length: 12 }, () => api.get('conversations/c')));
      return new Set(reads.map(({ body }) => body['subject'])).size;
    },
    1,
    2,
  ],
  'page-size-5': [conversationsOnFirstPage, 7, 5],
  'messageless-bounded-by-creation': [(api) => api.ids('conversations?lastMessageAfter=1'), [], ['c']],
  'inbox-activity-of-messages': [firstInInboxAfterJoining, 'c', 'd'],
  'joining-is-activity': [firstAfter((api) => api.put('conversations/c/participants/carol')), 'd', 'c'],
  'leaving-is-activity': [firstAfter((api) => api.delete(LEFT)), 'd', 'c'],
  'inbox-without-is-unread': [
    async (api) => (await item(api, 'users/bob/conversations'))?.['isUnread'],
    false,
    undefined,
  ],
  'inbox-unread-count': [
    async (api) => (await item(api, 'users/bob/conversations'))?.['unreadMessageCount'],
    undefined,
    0,
  ],
  'push-tokens-null': [async (api) => (await api.get('users/bob')).body['pushTokens'], {}, null],
  'user-fields-sparse': [async (api) => 'role' in (await api.get('users/bob')).body, true, false],
  'maps-sorted': [keysAsShown, ['b', 'a'], ['a', 'b']],
  'put-user-returns-user': [async (api) => (await api.put('users/bob', {})).body['id'], undefined, 'bob'],
  'join-unknown-user-created': [status('PUT', 'conversations/c/participants/no'), 404, 200],
  'join-missing-conversation-created': [status('PUT', 'conversations/x/participants/bob'), 404, 200],
  'user-name-optional': [status('PUT', 'users/new', {}), 400, 200],
  'delete-lag-150ms': [
    async (api) => {
      await api.delete('conversations/c');
      return (await api.get('conversations/c')).status;
    },
    404,
    200,
  ],
};

testEffects('choices', EFFECTS, async (api) => {
  await api.users('alice', 'bob', 'carol');
  await api.put('conversations/c', { participants: ['alice', 'bob'] });
});

async function comingBack(api: Client): Promise<unknown> {
  await api.patch('users/bob/conversations/c', { isUnread: true });
  await api.delete(LEFT);
  await api.put(LEFT);
  return isUnread(api, 'bob');
}

async function joinedAfterMessage(api: Client): Promise<unknown> {
  await api.say('c', 'alice');
  await api.put('conversations/c/participants/carol');
  return isUnread(api, 'carol');
}

function withoutAccess(probe: Probe): Probe {
  return async (api) => {
    await api.patch(LEFT, { access: 'None' });
    return probe(api);
  };
}

async function manyParticipants(api: Client): Promise<unknown> {
  const participants = Array.from({ length: 11 }, (_, index) => `u${index}`);
  await api.users(...participants);
  return put({ participants })(api);
}

async function afterDeleted(api: Client): Promise<unknown> {
  await api.delete('conversations/c');
  return list('startingAfter=c')(api);
}

async function editedAt(api: Client): Promise<unknown> {
  const path = `conversations/c/messages/${await api.say('c', 'alice')}`;
  await api.put(path, { custom: { k: 'v' } });
  return (await api.get(path)).body['editedAt'];
}

async function deleteLast(api: Client): Promise<void> {
  await api.delete(`conversations/c/messages/${await api.say('c', 'alice')}`);
}

async function afterDeletingMessage(api: Client): Promise<unknown> {
  await deleteLast(api);
  return isUnread(api, 'bob');
}

async function messagesOnFirstPage(api: Client): Promise<unknown> {
  for (const _ of [1, 2]) await api.post('conversations/c/messages', Array(10).fill(system('x')[0]));
  return (await api.ids('conversations/c/messages')).length;
}

async function conversationsOnFirstPage(api: Client): Promise<unknown> {
  for (const id of '123456') await api.put(`conversations/${id}`);
  return (await api.ids('conversations')).length;
}

async function firstInInboxAfterJoining(api: Client): Promise<unknown> {
  await api.put('conversations/d', { participants: ['bob'] });
  await api.delete(LEFT);
  await api.put(LEFT);
  return (await inboxOf(api, 'bob'))[0];
}

async function keysAsShown(api: Client): Promise<unknown> {
  await api.put('conversations/c', { custom: { b: '1', a: '2' } });
  return Object.keys((await api.get('conversations/c')).body['custom'] as Json);
}
