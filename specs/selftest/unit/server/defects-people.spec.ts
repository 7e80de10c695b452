import { type Effect, type Probe, testEffects } from './effects.ts';
import type { Client, Json } from './harness.ts';

/** Defects of who takes part, of whose list has what, and of deleting. */

const people = async (api: Client, id = 'c'): Promise<string[]> =>
  Object.keys((await api.get(`conversations/${id}`)).body['participants'] ?? {}).sort();
const inbox = (api: Client, userId: string, query = ''): Promise<string[]> =>
  api.ids(`users/${userId}/conversations?${query}`);
const of = (userId: string, id = 'c'): string => `conversations/${id}/participants/${userId}`;

/** What is seen after some calls. */
const then =
  (probe: Probe, ...calls: readonly ((api: Client) => Promise<unknown>)[]): Probe =>
  async (api) => {
    for (const call of calls) await call(api);
    return probe(api);
  };

const put = (body: Json) => (api: Client) => api.put('conversations/c', body);
const leave = (userId: string) => (api: Client) => api.delete(of(userId));
const join =
  (userId: string, body: Json = {}) =>
  (api: Client) =>
    api.put(of(userId), body);
const modify = (userId: string, body: Json) => (api: Client) => api.patch(of(userId), body);
const say = (api: Client) => api.say('c', 'alice');
const remove = (api: Client) => api.delete('conversations/c');
const setting =
  (userId: string, name: string, id = 'c'): Probe =>
  async (api) =>
    (await api.participant(id, userId))?.[name];

const NEW = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'];
const added: Probe = then(
  async (api) => (await people(api)).filter((id) => id.startsWith('u')),
  put({ participants: NEW }),
);

/** People of a conversation after one of them left. */
const leftAmong = (others: readonly string[], left: string, stay: readonly string[]): Effect => {
  const all = [...others, left];
  const probe: Probe = async (api) => {
    for (const id of all) await api.put(`users/${encodeURIComponent(id)}`, { name: id });
    await api.put('conversations/d', { participants: all });
    await api.delete(of(encodeURIComponent(left), 'd'));
    return people(api, 'd');
  };
  return [probe, [...others].sort(), stay];
};

/** Who of some conversations is still there after one was deleted. */
const survivors = (ids: readonly string[], deleted: string, left: readonly string[]): Effect => [
  async (api) => {
    for (const id of [...ids, deleted]) await api.put(`conversations/${encodeURIComponent(id)}`);
    await api.delete(`conversations/${encodeURIComponent(deleted)}`);
    return (await api.ids('conversations')).filter((id) => id !== 'c').sort();
  },
  [...ids].sort(),
  left,
];

/** Status of GET after DELETE in some state. */
const deletedIn = (...calls: readonly ((api: Client) => Promise<unknown>)[]): Effect => [
  then(async (api) => (await api.get('conversations/c')).status, ...calls, remove),
  404,
  200,
];

const again = then(inboxOfBob, leave('bob'), join('bob'));
async function inboxOfBob(api: Client): Promise<string[]> {
  return inbox(api, 'bob');
}
const bobsInbox =
  (query: string): Probe =>
  (api) =>
    inbox(api, 'bob', query);
const createAgain = (api: Client) => api.put('conversations/c', { participants: ['alice', 'bob'] });

testEffects(
  'defects',
  {
    'put-adds-only-the-last': [added, NEW, ['u7']],
    'put-adds-five-at-most': [added, NEW, NEW.slice(0, 5)],
    'put-adds-every-other': [added, NEW, ['u1', 'u3', 'u5', 'u7']],
    'put-null-participants-removes-all': [then(people, put({ participants: null })), ['alice', 'bob'], []],
    'put-null-participants-removes-last': [
      then(people, put({ participants: null })),
      ['alice', 'bob'],
      ['alice'],
    ],
    'joining-again-restores-access': [
      then(setting('bob', 'access'), modify('bob', { access: 'Read' }), leave('bob'), join('bob')),
      'ReadWrite',
      'Read',
    ],
    'joining-again-restores-notify': [
      then(setting('bob', 'notify'), modify('bob', { notify: false }), leave('bob'), join('bob')),
      true,
      false,
    ],
    'put-again-restores-settings': [
      then(
        setting('bob', 'notify'),
        modify('bob', { notify: false }),
        leave('bob'),
        put({ participants: ['bob'] }),
      ),
      true,
      false,
    ],
    'joining-as-participant-reads': [then(setting('bob', 'isUnread'), say, join('bob')), true, false],
    'settings-change-everywhere': [
      then(setting('bob', 'notify', 'd'), second, modify('bob', { notify: false })),
      true,
      false,
    ],
    'joining-overwrites-everywhere': [
      then(
        setting('bob', 'notify', 'd'),
        second,
        (api) => api.patch(of('bob', 'd'), { notify: false }),
        join('bob'),
      ),
      false,
      true,
    ],
    'settings-make-unread-for-others': [
      then(setting('alice', 'isUnread'), modify('bob', { notify: false })),
      false,
      true,
    ],
    'joining-makes-unread-for-others': [then(setting('alice', 'isUnread'), join('carol')), false, true],
    'leaving-one-leaves-all': [
      then((api) => people(api, 'd'), second, leave('bob')),
      ['alice', 'bob'],
      ['alice'],
    ],
    'leave-takes-ids-that-begin-alike': leftAmong(['x', 'x_1_2'], 'x_1', ['x']),
    'leave-takes-ids-that-end-alike': leftAmong(['x', 'y_x_1'], 'x_1', ['x']),
    'leave-ignores-case': leftAmong(['X_1', 'x'], 'x_1', ['x']),
    'leave-takes-underscore-for-any': leftAmong(['x-1', 'x'], 'x_1', ['x']),
    'left-stays-in-unreads-only': [then(bobsInbox('unreadsOnly=true'), say, leave('bob')), [], ['c']],
    'left-stays-in-ascending-list': [then(bobsInbox('orderDirection=ASC'), leave('bob')), [], ['c']],
    'left-stays-in-bounded-list': [then(bobsInbox('lastMessageAfter=1'), say, leave('bob')), [], ['c']],
    'message-brings-back-who-left': [then(inboxOfBob, leave('bob'), say), [], ['c']],
    'joining-again-lists-twice': [again, ['c'], ['c', 'c']],
    'put-again-lists-twice': [
      then(inboxOfBob, leave('bob'), put({ participants: ['bob'] })),
      ['c'],
      ['c', 'c'],
    ],
    'joining-again-is-not-listed': [again, ['c'], []],
    'deleted-stays-in-unreads-only': [then(bobsInbox('unreadsOnly=true'), say, remove), [], ['c']],
    'deleted-stays-in-ascending-list': [then(bobsInbox('orderDirection=ASC'), remove), [], ['c']],
    'deleted-stays-in-bounded-list': [then(bobsInbox('lastMessageAfter=1'), say, remove), [], ['c']],
    'delete-ignored-while-unread': deletedIn(say),
    'delete-ignored-while-muted': deletedIn(modify('bob', { notify: false })),
    'delete-ignored-after-edit': deletedIn(async (api) =>
      api.put(`conversations/c/messages/${await say(api)}`, { text: 'x' }),
    ),
    'delete-ignored-with-long-history': deletedIn(...Array<typeof say>(11).fill(say)),
    'delete-ignored-without-participants': deletedIn(leave('alice'), leave('bob')),
    'created-again-passes-old-bound': [
      then((api) => api.ids('conversations?lastMessageAfter=1'), say, remove, createAgain),
      [],
      ['c'],
    ],
    'created-again-matches-old-custom': [
      then(
        (api) => api.ids(`conversations?filter=${encodeURIComponent('{"custom":{"k":["==","v"]}}')}`),
        put({ custom: { k: 'v' } }),
        remove,
        createAgain,
      ),
      [],
      ['c'],
    ],
    'created-again-is-unread': [then(setting('bob', 'isUnread'), say, remove, createAgain), false, true],
    'delete-takes-ids-that-end-alike': survivors(['y_x_1', 'x'], 'x_1', ['x']),
    'delete-takes-underscore-for-any': survivors(['x-1', 'x'], 'x_1', ['x']),
    'delete-takes-ids-with-spaces': survivors([' x', 'y'], 'x', ['y']),
    'delete-takes-users': [then(async (api) => (await api.get('users/bob')).status, remove), 200, 404],
    'delete-clears-users': [
      then(async (api) => (await api.get('users/bob')).body['role'], role, remove),
      'r',
      null,
    ],
    'delete-makes-users-unusable': [then(async (api) => (await createAgain(api)).status, remove), 200, 400],
  },
  async (api) => {
    await api.users('alice', 'bob', 'carol', ...NEW);
    await api.put('conversations/c', { participants: ['alice', 'bob'] });
  },
);

function second(api: Client): Promise<unknown> {
  return api.put('conversations/d', { participants: ['alice', 'bob'] });
}

function role(api: Client): Promise<unknown> {
  return api.put('users/bob', { role: 'r' });
}
