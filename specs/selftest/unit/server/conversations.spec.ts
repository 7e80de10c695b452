import { expect, test } from './harness.ts';

/** GET, PUT and DELETE of one conversation. */

const EVERYTHING = {
  participants: ['alice', 'bob'],
  subject: ' "Ünï" \\ 𝄞\u0301 שלום\n<b>',
  photoUrl: 'https://example.com/p.png',
  welcomeMessages: ['one', 'two'],
  custom: { size: '43', ['__proto__']: 'p', constructor: 'c' },
};

const EMPTY = {
  subject: null,
  photoUrl: null,
  welcomeMessages: null,
  custom: {},
  lastMessage: null,
  participants: {},
};

test('a conversation reads back exactly as it was put', async ({ api }) => {
  expect((await api.put('conversations/c', EVERYTHING)).body).toEqual({});
  const { body, text } = await api.get('conversations/c');
  const { participants: _participants, custom: _custom, ...attributes } = EVERYTHING;
  expect(body).toMatchObject({ id: 'c', topicId: '', ...attributes });
  expect(text).toContain('"custom":{"size":"43","__proto__":"p","constructor":"c"}');
  const participation = { access: 'ReadWrite', notify: true, isUnread: false };
  expect(body['participants']).toEqual({ alice: participation, bob: participation });
});

test('attributes never set have their documented empty value', async ({ api }) => {
  await api.put('conversations/c');
  expect((await api.get('conversations/c')).body).toMatchObject(EMPTY);
});

for (const [name, value, cleared] of [
  ['subject', 'new', null],
  ['photoUrl', 'new', null],
  ['welcomeMessages', ['new'], null],
  ['custom', { size: '44' }, {}],
] as const) {
  test(`PUT of ${name} alone changes, and null clears, only that`, async ({ api }) => {
    await api.put('conversations/c', EVERYTHING);
    const before = (await api.get('conversations/c')).body;
    await api.put('conversations/c', { [name]: value });
    const custom = before['custom'] as object;
    const expected = name === 'custom' ? { ...custom, size: '44' } : value;
    expect((await api.get('conversations/c')).body).toEqual({ ...before, [name]: expected });
    await api.put('conversations/c', { [name]: null });
    expect((await api.get('conversations/c')).body).toEqual({ ...before, [name]: cleared });
  });
}

test('custom merges by key and null removes one key', async ({ api }) => {
  await api.put('conversations/c', { custom: { a: '1', b: '2' } });
  await api.put('conversations/c', { custom: { b: null, c: '3' } });
  expect((await api.get('conversations/c')).body['custom']).toEqual({ a: '1', c: '3' });
});

test('participants are only ever added', async ({ api }) => {
  await api.put('conversations/c', { participants: ['alice', 'bob'] });
  await api.patch('conversations/c/participants/alice', { notify: false, access: 'Read' });
  for (const participants of [[], ['bob'], ['carol', 'carol', 'alice']]) {
    await api.put('conversations/c', { participants });
  }
  expect(Object.keys((await api.get('conversations/c')).body['participants'] as object)).toHaveLength(3);
  expect(await api.participant('c', 'alice')).toMatchObject({ notify: false, access: 'Read' });
});

const BROKEN: Record<string, unknown> = {
  'subject as number': { subject: 1 },
  'photoUrl as object': { photoUrl: {} },
  'welcomeMessages as string': { welcomeMessages: 'a' },
  'welcomeMessages with a number': { welcomeMessages: ['a', 1] },
  'custom as array': { custom: [] },
  'custom as string': { custom: 'a' },
  'custom with a number': { custom: { a: 1 } },
  'participants as string': { participants: 'alice' },
  'participants as object': { participants: { alice: true } },
  'participants with a number': { participants: [1] },
  'participants null': { participants: null },
  'an unknown participant': { participants: ['nobody'] },
};

for (const [name, fault] of Object.entries(BROKEN)) {
  test(`PUT with ${name} is refused whole`, async ({ api }) => {
    await api.put('conversations/c', EVERYTHING);
    const before = (await api.get('conversations/c')).text;
    const reply = await api.put('conversations/c', {
      subject: 'x',
      photoUrl: 'y',
      custom: { z: 'z' },
      ...(fault as object),
    });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({
      errorCode: expect.any(String),
      reasons: expect.any(Object),
    });
    expect((await api.get('conversations/c')).text).toBe(before);
    await api.put('conversations/fresh', fault);
    expect((await api.get('conversations/fresh')).status).toBe(404);
  });
}

test('a body that is no object is refused', async ({ api }) => {
  for (const body of ['[]', '"x"', 'null', '1'])
    expect((await api.put('conversations/c', body)).status).toBe(400);
});

test('attributes that the server manages are ignored', async ({ api }) => {
  await api.put('conversations/c', { id: 'd', createdAt: 1, lastMessage: {}, topicId: 'x', nonsense: 1 });
  const { body } = await api.get('conversations/c');
  expect(body).toMatchObject({ id: 'c', topicId: '', lastMessage: null });
  expect(body['createdAt']).toBeGreaterThan(1);
});

test('DELETE erases everything and a new conversation starts fresh', async ({ api }) => {
  await api.put('conversations/c', EVERYTHING);
  const message = await api.say('c', 'alice');
  const { createdAt } = (await api.get('conversations/c')).body;
  await api.delete('conversations/c/participants/bob');
  expect(await api.delete('conversations/c')).toMatchObject({ status: 200, body: {} });
  expect((await api.delete('conversations/c')).status).toBe(404);
  for (const path of ['', '/messages', `/messages/${message}`]) {
    expect((await api.get(`conversations/c${path}`)).status).toBe(404);
  }
  expect((await api.delete('conversations/c/participants/alice')).status).toBe(404);
  expect(await api.with({ 'TalkJS-REST-Version': '2021-02-09' }).ids('users/bob/conversations')).toEqual([]);
  await api.put('conversations/c');
  const { body } = await api.get('conversations/c');
  expect(body).toMatchObject(EMPTY);
  expect(body['createdAt']).toBeGreaterThan(createdAt as number);
  expect((await api.get('users/alice')).status).toBe(200);
});
