import { expect, test } from './harness.ts';

/** Joining, modifying, leaving; read and unread. */

test.beforeEach(async ({ api }) => {
  await api.put('conversations/c', { participants: ['alice', 'bob'] });
});

test('joining takes defaults, with an empty body or none, and overwrites', async ({ api }) => {
  for (const body of [undefined, '', {}]) {
    await api.patch('conversations/c/participants/alice', { access: 'Read', notify: 'MentionsOnly' });
    expect(await api.call('PUT', 'conversations/c/participants/alice', body)).toMatchObject({
      status: 200,
      body: {},
    });
    expect(await api.participant('c', 'alice')).toMatchObject({ access: 'ReadWrite', notify: true });
  }
  await api.put('conversations/c/participants/carol', { access: 'Read' });
  expect(await api.participant('c', 'carol')).toEqual({ access: 'Read', notify: true, isUnread: false });
});

test('modifying changes only the given fields of one person', async ({ api }) => {
  await api.patch('conversations/c/participants/alice', { notify: 'MentionsOnly' });
  await api.patch('conversations/c/participants/alice', { access: 'Read' });
  await api.patch('conversations/c/participants/alice', {});
  expect(await api.participant('c', 'alice')).toMatchObject({ access: 'Read', notify: 'MentionsOnly' });
  expect(await api.participant('c', 'bob')).toMatchObject({ access: 'ReadWrite', notify: true });
});

test('a participant with access None is not shown but keeps the conversation', async ({ api }) => {
  await api.patch('conversations/c/participants/alice', { access: 'None' });
  expect(await api.participant('c', 'alice')).toBeUndefined();
  expect(await api.ids('users/alice/conversations')).toEqual(['c']);
});

test('invalid settings are refused and change nothing', async ({ api }) => {
  const before = (await api.get('conversations/c')).text;
  for (const fault of [{ access: 'None' }, { access: 'All' }, { notify: 'yes' }, { notify: 1 }, []]) {
    expect((await api.put('conversations/c/participants/alice', fault)).status).toBe(400);
  }
  for (const fault of [{ access: null }, { notify: null, access: 'Read' }, 'null']) {
    expect((await api.patch('conversations/c/participants/alice', fault)).status).toBe(400);
  }
  expect((await api.get('conversations/c')).text).toBe(before);
});

test('leaving is idempotent and touches nobody else', async ({ api }) => {
  await api.say('c', 'alice');
  const { participants: _before, ...before } = (await api.get('conversations/c')).body;
  for (const user of ['alice', 'alice', 'carol', 'nobody']) {
    expect(await api.delete(`conversations/c/participants/${user}`)).toMatchObject({ status: 200, body: {} });
  }
  const { participants, ...after } = (await api.get('conversations/c')).body;
  expect(after).toEqual(before);
  expect(participants).toEqual({ bob: { access: 'ReadWrite', notify: true, isUnread: true } });
  await api.delete('conversations/c/participants/bob');
  expect((await api.get('conversations/c')).body['participants']).toEqual({});
});

test('unknown people and conversations are refused', async ({ api }) => {
  expect((await api.put('conversations/c/participants/nobody')).status).toBe(404);
  expect((await api.put('conversations/none/participants/alice')).status).toBe(404);
  expect((await api.patch('conversations/c/participants/carol', {})).status).toBe(400);
  expect((await api.patch('users/carol/conversations/c', { isUnread: true })).status).toBe(400);
  expect((await api.patch('users/alice/conversations/none', { isUnread: true })).status).toBe(404);
  expect((await api.patch('users/nobody/conversations/c', { isUnread: true })).status).toBe(404);
});

test('a message is unread for others, reading covers every message, marking unread none', async ({ api }) => {
  for (const text of ['1', '2', '3']) await api.say('c', 'alice', text);
  const unread = async () => [
    (await api.participant('c', 'alice'))?.['isUnread'],
    (await api.participant('c', 'bob'))?.['isUnread'],
  ];
  const readBy = async () =>
    ((await api.get('conversations/c/messages')).body['data'] as { readBy: string[] }[]).map(
      (each) => each.readBy,
    );
  expect(await unread()).toEqual([false, true]);
  expect(await readBy()).toEqual([[], [], []]);
  for (const body of [{}, { isUnread: null }]) await api.patch('users/bob/conversations/c', body);
  expect(await unread()).toEqual([false, true]);
  await api.patch('users/bob/conversations/c', { isUnread: false });
  await api.patch('users/bob/conversations/c', { isUnread: false });
  expect(await unread()).toEqual([false, false]);
  expect(await readBy()).toEqual([['bob'], ['bob'], ['bob']]);
  await api.patch('users/bob/conversations/c', { isUnread: true });
  expect(await unread()).toEqual([false, true]);
  expect(await readBy()).toEqual([['bob'], ['bob'], ['bob']]);
  expect((await api.call('POST', 'conversations/c/readBy/bob')).body).toEqual({});
  await api.patch('users/alice/conversations/c', { isUnread: true });
  expect(await unread()).toEqual([true, false]);
  await api.say('c', 'alice');
  expect(await unread()).toEqual([true, true]);
});

test('a read state of another type is refused', async ({ api }) => {
  for (const isUnread of ['true', 0, {}, []]) {
    expect((await api.patch('users/bob/conversations/c', { isUnread })).status).toBe(400);
  }
});
