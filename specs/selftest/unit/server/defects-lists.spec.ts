import { type Effect, type Probe, testEffects } from './effects.ts';
import { type Client, filter, type Json } from './harness.ts';

/** Defects of reading, of parameters that meet, of long lists, of filters, keys and caches. */

const system = { type: 'SystemMessage', text: 'x' };
const send = (api: Client, ...messages: readonly Json[]) => api.post('conversations/c/messages', messages);
const read =
  (userId: string, isUnread = false) =>
  (api: Client) =>
    api.patch(`users/${userId}/conversations/c`, { isUnread });
const isUnread = async (api: Client, userId: string) => (await api.participant('c', userId))?.['isUnread'];
const messages = async (api: Client) =>
  (await api.get('conversations/c/messages?limit=100')).body['data'] as { readBy: string[] }[];

/** How many messages bob has read. */
const readByBob =
  (...calls: readonly ((api: Client) => Promise<unknown>)[]): Probe =>
  async (api) => {
    for (const call of calls) await call(api);
    await read('bob')(api);
    return (await messages(api)).filter(({ readBy }) => readBy.includes('bob')).length;
  };

const ten = (api: Client) => send(api, ...Array<Json>(10).fill(system));
const say = (userId: string) => (api: Client) => api.say('c', userId);
const edit = async (api: Client) =>
  api.put(`conversations/c/messages/${await api.say('c', 'alice')}`, { text: 'y' });

/** Whether bob's conversation is unread after a GET. */
const unreadAfter =
  (path: (messageId: string) => string): Probe =>
  async (api) => {
    await api.get(path(await api.say('c', 'alice')));
    return isUnread(api, 'bob');
  };

/** bob marks unread in some state. */
const markedIn = (...calls: readonly ((api: Client) => Promise<unknown>)[]): Effect => [
  async (api) => {
    for (const call of calls) await call(api);
    await read('bob', true)(api);
    return isUnread(api, 'bob');
  },
  true,
  false,
];

/** Three conversations with a message each, d1 to d3, the later ones later; ids of a list. */
const listed =
  (query: (times: Readonly<Record<string, number>>) => string): Probe =>
  async (api) => {
    const times: Record<string, number> = {};
    for (const id of ['d1', 'd2', 'd3']) {
      await api.put(`conversations/${id}`, { participants: ['alice', 'bob'] });
      const message = await api.say(id, 'alice');
      times[id] = (await api.get(`conversations/${id}/messages/${message}`)).body['createdAt'] as number;
    }
    return api.ids(query(times));
  };

const all = 'conversations?';
const bobs = 'users/bob/conversations?unreadsOnly=true&';

/** c has a first message, then what is given; whether it is in a list bounded right after the first. */
const boundedAfterFirst =
  (...calls: readonly ((api: Client) => Promise<unknown>)[]): Probe =>
  async (api) => {
    const first = await api.say('c', 'alice');
    const at = (await api.get(`conversations/c/messages/${first}`)).body['createdAt'] as number;
    for (const call of calls) await call(api);
    await new Promise((resolve) => setTimeout(resolve, 2));
    return api.ids(`conversations?lastMessageAfter=${at}`);
  };

const editFirst = async (api: Client) => {
  const [id] = (await api.ids('conversations/c/messages')).slice(-1);
  return api.put(`conversations/c/messages/${id}`, { text: 'later' });
};

/** How many conversations a walk sees. */
const walked =
  (count: number, path: string): Probe =>
  async (api) => {
    for (let index = 0; index < count; index++)
      await api.put(`conversations/w${index}`, { participants: ['bob'] });
    let seen = 0;
    for (let page = await api.ids(`${path}?limit=30`); page.length > 0;) {
      seen += page.length;
      page = await api.ids(`${path}?limit=30&startingAfter=${page.at(-1)}`);
    }
    return seen;
  };

/** What stands after a cursor whose id has a neighbour. */
const afterCursor =
  (neighbour: string, id: string): Probe =>
  async (api) => {
    for (const one of ['last', neighbour, 'middle', id])
      await api.put(`conversations/${encodeURIComponent(one)}`);
    return (await api.ids(`conversations?limit=1&startingAfter=${encodeURIComponent(id)}`))[0];
  };

/** How many conversations a bad limit answers; a number stands for a refusal. */
const limited = (text: string): Effect => [
  async (api) => {
    await walked(31, 'conversations')(api);
    const { status, body } = await api.get(`conversations?limit=${text}`);
    return status === 200 ? `${(body['data'] as unknown[]).length} items` : status;
  },
  400,
  '32 items',
];

/** Which conversations a filter on custom finds, of those with the given custom. */
const found =
  (customs: Readonly<Record<string, Json>>, custom: Json): Probe =>
  async (api) => {
    for (const [id, given] of Object.entries(customs))
      await api.put(`conversations/${id}`, { custom: given });
    return (await api.ids(`conversations?${filter({ custom })}`)).sort();
  };

const equal = (operand: string, alike: string): Effect => [
  found({ x: { k: operand }, y: { k: alike } }, { k: ['==', operand] }),
  ['x'],
  ['x', 'y'],
];

const signedIn = (credential: (key: string) => string): Effect => [
  async (api) =>
    (await api.with({ authorization: `Bearer ${credential(api.app.secretKey)}` }).get('conversations'))
      .status,
  401,
  200,
];

/** The second of two GETs. */
const second =
  (first: string, then: string, version?: string): Probe =>
  async (api) => {
    await api.get(first);
    return (version ? api.with({ 'talkjs-rest-version': version }) : api).ids(then);
  };

const user = (text: string, sender = 'alice') => ({ type: 'UserMessage', sender, text });
const storedOf =
  (...sent: readonly Json[]): Probe =>
  async (api) => {
    await send(api, ...sent);
    return (await messages(api)).length;
  };

testEffects(
  'defects',
  {
    'read-marks-newest-10': [readByBob(ten, ten), 20, 10],
    'read-marks-newest-30': [readByBob(ten, ten, ten, ten), 40, 30],
    'read-marks-since-joining': [
      readByBob(
        say('alice'),
        (api) => api.delete('conversations/c/participants/bob'),
        (api) => api.put('conversations/c/participants/bob'),
        say('alice'),
      ),
      2,
      1,
    ],
    'read-skips-system-messages': [readByBob(ten, say('alice')), 11, 1],
    'read-skips-edited-messages': [readByBob(edit, say('alice')), 2, 1],
    'read-skips-before-own-message': [readByBob(say('alice'), say('bob'), say('alice')), 2, 1],
    'mark-ignored-for-last-sender': markedIn(say('bob')),
    'mark-ignored-with-read-access': markedIn((api) =>
      api.patch('conversations/c/participants/bob', { access: 'Read' }),
    ),
    'mark-ignored-while-alone': markedIn((api) => api.delete('conversations/c/participants/alice')),
    'listing-messages-marks-read': [unreadAfter(() => 'conversations/c/messages'), true, false],
    'getting-a-message-marks-read': [unreadAfter((id) => `conversations/c/messages/${id}`), true, false],
    'listing-own-conversations-marks-read': [unreadAfter(() => 'users/bob/conversations'), true, false],
    'cursor-ignored-with-bounds': [
      listed(() => `${all}lastMessageAfter=1&startingAfter=d2`),
      ['d1'],
      ['d3', 'd2', 'd1'],
    ],
    'cursor-ignored-in-ascending-order': [
      listed(() => `${all}orderDirection=ASC&startingAfter=d2`),
      ['d3'],
      ['c', 'd1', 'd2', 'd3'],
    ],
    'cursor-ignored-in-unreads-only': [listed(() => `${bobs}startingAfter=d2`), ['d1'], ['d3', 'd2', 'd1']],
    'bounds-ignored-after-cursor': [
      listed(({ d1 }) => `${all}startingAfter=d3&lastMessageAfter=${d1}`),
      ['d2'],
      ['d2', 'd1', 'c'],
    ],
    'bounds-ignored-by-creation': [
      listed(({ d2 }) => `${all}orderBy=createdAt&lastMessageAfter=${d2}`),
      ['d3'],
      ['d3', 'd2', 'd1', 'c'],
    ],
    'bounds-ignored-in-unreads-only': [
      listed(({ d2 }) => `${bobs}lastMessageAfter=${d2}`),
      ['d3'],
      ['d3', 'd2', 'd1'],
    ],
    'bounds-look-at-edits': [boundedAfterFirst(editFirst), [], ['c']],
    'bounds-look-at-any-message': [
      async (api) => {
        const first = await api.say('c', 'alice');
        const at = (await api.get(`conversations/c/messages/${first}`)).body['createdAt'] as number;
        await api.say('c', 'alice');
        return api.ids(`conversations?lastMessageBefore=${at + 1}`);
      },
      [],
      ['c'],
    ],
    'bounds-look-at-user-messages': [boundedAfterFirst((api) => send(api, system)), ['c'], []],
    'system-message-is-no-activity': [
      async (api) => {
        await api.say('c', 'alice');
        await listed(() => all)(api);
        await send(api, system);
        return (await api.ids('conversations'))[0];
      },
      'c',
      'd3',
    ],
    'system-message-is-no-last-message': [
      async (api) => {
        await send(api, user('said'), system);
        return ((await api.get('conversations/c')).body['lastMessage'] as Json)['text'];
      },
      'x',
      'said',
    ],
    'list-ends-after-60': [walked(65, 'conversations'), 66, 60],
    'list-ends-after-40': [walked(45, 'conversations'), 46, 40],
    'inbox-ends-after-30': [walked(35, 'users/bob/conversations'), 36, 30],
    'cursor-plus-is-a-space': [afterCursor('a b', 'a+b'), 'middle', 'last'],
    'cursor-decoded-twice': [afterCursor('a b', 'a%20b'), 'middle', 'last'],
    'cursor-ignores-case': [afterCursor('ab', 'aB'), 'middle', 'last'],
    'limit-minus-one-is-no-limit': limited('-1'),
    'limit-negative-is-no-limit': limited('-5'),
    'limit-zero-is-no-limit': limited('0'),
    'limit-text-is-no-limit': limited('abc'),
    'filter-underscore-stands-for-any': equal('a_b', 'axb'),
    'filter-percent-stands-for-any': equal('a%b', 'a12b'),
    'filter-star-stands-for-any': equal('a*b', 'a12b'),
    'filter-compares-numbers': equal('1', '01'),
    'filter-compares-trimmed': equal('a', ' a '),
    'exists-finds-inherited': [
      found({ x: { constructor: 'v' } }, { constructor: 'exists' }),
      ['x'],
      ['c', 'x'],
    ],
    'not-exists-misses-inherited': [
      found({ x: { constructor: 'v' } }, { constructor: '!exists' }),
      ['c'],
      [],
    ],
    'exists-needs-value': [found({ x: { k: '' }, y: { k: 'v' } }, { k: 'exists' }), ['x', 'y'], ['y']],
    'one-of-stands-for-any': [
      found({ x: { k: 'a' }, y: { k: 'ab' } }, { k: ['oneOf', ['a']] }),
      ['x'],
      ['x', 'y'],
    ],
    'filter-first-operator-for-all': [
      found({ x: { k: 'a', l: 'b' }, y: { k: 'a', l: 'c' } }, { k: ['==', 'a'], l: ['!=', 'b'] }),
      ['y'],
      ['x'],
    ],
    'filter-first-operand-for-all': [
      found({ x: { k: 'a', l: 'b' }, y: { k: 'a', l: 'a' } }, { k: ['==', 'a'], l: ['==', 'b'] }),
      ['x'],
      ['y'],
    ],
    'filter-two-keys-at-most': [
      found(
        { x: { k: 'a', l: 'a', m: 'a' }, y: { k: 'a', l: 'a' } },
        { k: ['==', 'a'], l: ['==', 'a'], m: ['==', 'a'] },
      ),
      ['x'],
      ['x', 'y'],
    ],
    'beginning-of-key-accepted': signedIn((key) => key.slice(0, -1)),
    'end-of-key-accepted': signedIn((key) => key.slice(1)),
    'key-with-more-at-its-end-accepted': signedIn((key) => `${key}x`),
    'key-with-more-at-its-front-accepted': signedIn((key) => `x${key}`),
    'key-in-other-case-accepted': signedIn((key) => key.toUpperCase()),
    'inbox-cached-by-query': [second('users/alice/conversations', 'users/carol/conversations'), [], ['c']],
    'list-cached-without-version': [
      async (api) => {
        await listed(() => all)(api);
        await api.say('d1', 'alice');
        return second('conversations', 'conversations', '2021-01-01')(api);
      },
      ['d3', 'd2', 'd1', 'c'],
      ['d1', 'd3', 'd2', 'c'],
    ],
    'list-cached-without-cursor': [
      second('conversations?limit=1', 'conversations?limit=1&startingAfter=c'),
      [],
      ['c'],
    ],
    'conversation-cached-by-lower-case-id': [
      async (api) => {
        await api.get('conversations/C');
        await api.put('conversations/C', {});
        await api.get('conversations/c');
        return (await api.get('conversations/C')).body['id'];
      },
      'C',
      'c',
    ],
    'messages-cached-without-limit': [
      async (api) => {
        await ten(api);
        await api.get('conversations/c/messages');
        return (await api.ids('conversations/c/messages?limit=1')).length;
      },
      1,
      10,
    ],
    'refused-call-stores-valid-messages': [storedOf(user('a'), user('b', 'carol'), user('c')), 0, 2],
    'refused-call-stores-up-to-fault': [storedOf(user('a'), user('b', 'carol'), user('c')), 0, 1],
  },
  async (api) => {
    await api.users('alice', 'bob', 'carol');
    await api.put('conversations/c', { participants: ['alice', 'bob'] });
  },
);
