import { DEFECTS } from '../../../../fixtures/server/index.ts';
import { type Effect, testEffects } from './effects.ts';
import { type Client, expect, filter, type Json, test } from './harness.ts';

/** Each defect is off by default, described in full, and visible when on. */

const EFFECTS: Record<string, Effect> = {
  'put-drops-subject': [
    async (api) => {
      await api.put('conversations/c', { photoUrl: 'x' });
      return (await api.get('conversations/c')).body['subject'];
    },
    'S',
    null,
  ],
  'put-resets-notify-after-messages': [
    async (api) => {
      await api.patch('conversations/c/participants/bob', { notify: false });
      await api.put('conversations/c', { participants: ['bob'] });
      return (await api.participant('c', 'bob'))?.['notify'];
    },
    false,
    true,
  ],
  'refused-put-writes-subject': [
    async (api) => {
      await api.put('conversations/c', { subject: 'T', custom: [] });
      return (await api.get('conversations/c')).body['subject'];
    },
    'S',
    'T',
  ],
  'put-loses-concurrent-updates': [
    async (api) => {
      await Promise.all(['a', 'b'].map((key) => api.put('conversations/c', { custom: { [key]: '1' } })));
      return Object.keys((await api.get('conversations/c')).body['custom'] as Json).length;
    },
    3,
    2,
  ],
  'unread-clears-read-by': [
    async (api) => {
      await api.patch('users/bob/conversations/c', { isUnread: false });
      await api.patch('users/bob/conversations/c', { isUnread: true });
      return (await lastMessage(api))['readBy'];
    },
    ['bob'],
    [],
  ],
  'read-skips-first-message': [
    async (api) => {
      await api.patch('users/bob/conversations/c', { isUnread: false });
      return (await api.participant('c', 'bob'))?.['isUnread'];
    },
    false,
    true,
  ],
  'asc-filter-second-page-skips': [
    (api) => api.ids(`conversations?orderDirection=ASC&startingAfter=c&${filter({})}`),
    ['d', 'e'],
    ['e'],
  ],
  'filter-not-equal-needs-key': [
    async (api) => (await api.ids(`conversations?${filter({ custom: { k: ['!=', 'w'] } })}`)).length,
    3,
    1,
  ],
  'query-decoded-twice': [
    async (api) => (await api.ids(`conversations?${filter({ custom: { k: ['==', '%76'] } })}`)).length,
    0,
    1,
  ],
  'delete-keeps-messages': [
    async (api) => {
      await api.delete('conversations/c');
      await api.put('conversations/c');
      return (await api.ids('conversations/c/messages')).length;
    },
    0,
    2,
  ],
  'leave-needs-no-credential': [
    async (api) => (await api.with({ authorization: '' }).delete('conversations/c/participants/bob')).status,
    401,
    200,
  ],
  'created-at-as-text': [
    async (api) => typeof (await api.get('conversations/c')).body['createdAt'],
    'number',
    'string',
  ],
  'create-answers-201': [async (api) => (await api.put('conversations/new')).status, 200, 201],
};

test('every defect names what it breaks, and those probed here exist', () => {
  expect(Object.keys(DEFECTS)).toEqual(expect.arrayContaining(Object.keys(EFFECTS)));
  const incomplete = Object.entries(DEFECTS).filter(([, { description, breaks, must, may }]) => {
    const named = [...must, ...may];
    return !description || !breaks || must.length === 0 || new Set(named).size < named.length;
  });
  expect(incomplete.map(([id]) => id)).toEqual([]);
});

testEffects('defects', EFFECTS, async (api) => {
  await api.users('alice', 'bob');
  await api.put('conversations/c', { participants: ['alice', 'bob'], subject: 'S', custom: { k: 'v' } });
  await api.say('c', 'alice');
  await api.say('c', 'alice');
  for (const other of ['d', 'e']) await api.put(`conversations/${other}`);
});

async function lastMessage(api: Client): Promise<Json> {
  return (await api.get('conversations/c')).body['lastMessage'] as Json;
}
