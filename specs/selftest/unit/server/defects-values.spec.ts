import { type Effect, type Probe, testEffects } from './effects.ts';
import type { Client, Json } from './harness.ts';

/** Defects of values that do not come back as sent, and of merging in some states. */

const conversation = async (api: Client, id = 'c'): Promise<Json> =>
  (await api.get(`conversations/${id}`)).body;

/** What GET shows of an attribute after some bodies were put, one after the other. */
const after =
  (name: string, ...bodies: readonly Json[]): Probe =>
  async (api) => {
    for (const body of bodies) await api.put('conversations/c', body);
    return (await conversation(api))[name];
  };

const custom = (value: Json, shown: unknown): Effect => [
  after('custom', { custom: { k: null, ...value } }),
  value,
  shown,
];

const text = (sent: string, shown: string): Effect => [
  async (api) => {
    await api.say('c', 'alice', sent);
    return ((await conversation(api))['lastMessage'] as Json)['text'];
  },
  sent,
  shown,
];

const set = { ...{ subject: 'old', photoUrl: 'old' }, welcomeMessages: ['old'] };

/** The keys of custom when another one is added in some state. */
const addedIn = (state: (api: Client) => Promise<unknown>): Effect => [
  async (api) => {
    await state(api);
    await api.put('conversations/c', { custom: { n: 'x' } });
    return Object.keys((await conversation(api))['custom'] as Json).sort();
  },
  ['k', 'n'],
  ['n'],
];

const bob = 'conversations/c/participants/bob';

/** A setting of bob after a PUT of attributes. */
const setting = (name: string, value: unknown, shown: unknown): Effect => [
  async (api) => {
    await api.patch(bob, { [name]: value });
    await api.put('conversations/c', { subject: 'new' });
    return (await api.participant('c', 'bob'))?.[name];
  },
  value,
  shown,
];

/** Another conversation of the same people, after one has been changed. */
const elsewhere =
  (probe: Probe): Probe =>
  async (api) => {
    await api.put('conversations/d', { participants: ['alice', 'bob'], subject: 'D' });
    await api.say('d', 'alice');
    await api.put('conversations/c', { subject: 'C' });
    return probe(api);
  };

testEffects(
  'defects',
  {
    'custom-empty-value-lost-later': [
      after('custom', { custom: { a: '' } }, { custom: { b: 'x' } }),
      { k: 'v', a: '', b: 'x' },
      { k: 'v', b: 'x' },
    ],
    'custom-empty-value-removes-key': [after('custom', { custom: { k: '' } }), { k: '' }, {}],
    'custom-empty-value-not-stored': custom({ a: '' }, {}),
    'custom-key-with-dot-nested': custom({ 'a.b.c': 'x' }, { a: { 'b.c': 'x' } }),
    'custom-key-with-dot-underscored': custom({ 'a.b.c': 'x' }, { a_b_c: 'x' }),
    'custom-key-with-dollar-lost': custom({ $a: 'x' }, {}),
    'custom-key-with-spaces-trimmed': custom({ ' a ': 'x' }, { a: 'x' }),
    'custom-digit-keys-as-list': custom({ 0: 'x', 1: 'y' }, ['x', 'y']),
    'custom-digit-keys-lose-zeros': custom({ '007': 'x' }, { 7: 'x' }),
    'custom-true-as-boolean': custom({ a: 'true', b: 'True' }, { a: true, b: 'True' }),
    'custom-digits-as-number': custom({ a: '12', b: '12a' }, { a: 12, b: '12a' }),
    'custom-null-text-as-null': custom({ a: 'null' }, { a: null }),
    'custom-date-gets-time': custom({ a: '2024-01-02' }, { a: '2024-01-02T00:00:00.000Z' }),
    'custom-zeros-lost': custom({ a: '0012', b: '0' }, { a: '12', b: '0' }),
    'empty-subject-keeps-old': [after('subject', set, { subject: '' }), '', 'old'],
    'empty-photo-url-keeps-old': [after('photoUrl', set, { photoUrl: '' }), '', 'old'],
    'empty-welcome-messages-keep-old': [after('welcomeMessages', set, { welcomeMessages: [] }), [], ['old']],
    'welcome-messages-lose-repeated': [
      after('welcomeMessages', { welcomeMessages: ['a', 'b', 'a'] }),
      ['a', 'b', 'a'],
      ['a', 'b'],
    ],
    'welcome-messages-lose-empty': [
      after('welcomeMessages', { welcomeMessages: ['', 'a'] }),
      ['', 'a'],
      ['a'],
    ],
    'message-text-cut-at-astral': text('one 🎈 two', 'one '),
    'message-text-trimmed': text(' a ', 'a'),
    'message-text-escaped': text('<a&b>', '&lt;a&amp;b>'),
    'message-text-loses-line-breaks': text('a\nb', 'a b'),
    'message-text-composed': text('a\u0308', '\u00e4'),
    'custom-replaced-after-messages': addedIn((api) => api.say('c', 'alice')),
    'custom-replaced-while-marked': addedIn((api) =>
      api.patch('users/bob/conversations/c', { isUnread: true }),
    ),
    'custom-replaced-after-settings': addedIn((api) => api.patch(bob, { notify: false })),
    'custom-replaced-after-leaving': addedIn((api) => api.delete(bob)),
    'custom-empty-object-clears': [after('custom', { custom: {} }), { k: 'v' }, {}],
    'put-turns-mentions-only-into-true': setting('notify', 'MentionsOnly', true),
    'put-turns-muted-into-notified': setting('notify', false, true),
    'put-turns-read-into-read-write': setting('access', 'Read', 'ReadWrite'),
    'put-writes-subject-elsewhere': [
      elsewhere(async (api) => (await conversation(api, 'd'))['subject']),
      'D',
      'C',
    ],
    'put-writes-custom-elsewhere': [
      elsewhere(async (api) => (await conversation(api, 'd'))['custom']),
      {},
      { k: 'v' },
    ],
    'put-reads-elsewhere': [
      elsewhere(async (api) => (await api.participant('d', 'bob'))?.['isUnread']),
      true,
      false,
    ],
    'put-gives-users-its-photo': [
      async (api) => {
        await api.put('conversations/c', { photoUrl: 'p' });
        return (await api.get('users/bob')).body['photoUrl'];
      },
      null,
      'p',
    ],
    'put-same-as-earlier-ignored': [
      after('subject', { subject: 'a' }, { subject: 'b' }, { subject: 'a' }),
      'a',
      'b',
    ],
  },
  async (api) => {
    await api.users('alice', 'bob', 'carol');
    await api.put('conversations/c', { participants: ['alice', 'bob'], custom: { k: 'v' } });
  },
);
