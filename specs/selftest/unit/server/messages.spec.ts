import { expect, type Json, test } from './harness.ts';

/** Sending, reading, editing, deleting messages. */

test.beforeEach(async ({ api }) => {
  await api.put('conversations/c', { participants: ['alice', 'bob'] });
});

const user = (text: string, more: object = {}) => ({ type: 'UserMessage', sender: 'alice', text, ...more });

test('messages are stored in order and listed newest first with every field', async ({ api }) => {
  const sent = await api.post('conversations/c/messages', [
    user('1', { custom: { k: 'v' } }),
    { type: 'SystemMessage', text: '2' },
    user('3'),
  ]);
  const ids = (sent.body as unknown as { id: string }[]).map(({ id }) => id);
  expect(await api.ids('conversations/c/messages')).toEqual(ids.toReversed());
  expect(await api.ids(`conversations/c/messages?limit=1&startingAfter=${ids[2]}`)).toEqual([ids[1]]);
  const first = (await api.get(`conversations/c/messages/${ids[0]}`)).body;
  expect(first).toEqual({
    id: ids[0],
    conversationId: 'c',
    type: 'UserMessage',
    senderId: 'alice',
    text: '1',
    attachment: null,
    location: null,
    custom: { k: 'v' },
    referencedMessageId: null,
    origin: 'rest',
    readBy: [],
    createdAt: expect.any(Number),
    editedAt: null,
  });
  expect((await api.get(`conversations/c/messages/${ids[1]}`)).body['senderId']).toBeNull();
  expect((await api.get('conversations/c')).body['lastMessage']).toMatchObject({ id: ids[2] });
});

test('a batch with one fault stores nothing', async ({ api }) => {
  const faults: unknown[] = [
    { type: 'UserMessage', sender: 'carol', text: 'not in it' },
    { type: 'UserMessage', text: 'no sender' },
    { type: 'SystemMessage', sender: 'alice', text: 'sender' },
    { type: 'Other', text: 'type' },
    { type: 'UserMessage', sender: 'alice' },
    user('custom', { custom: { a: 1 } }),
    user('reference', { referencedMessageId: 'none' }),
    null,
  ];
  for (const fault of faults) {
    expect((await api.post('conversations/c/messages', [user('good'), fault])).status).toBe(400);
  }
  for (const body of [[], {}, Array.from({ length: 11 }, () => user('many'))]) {
    expect((await api.post('conversations/c/messages', body)).status).toBe(400);
  }
  expect(await api.ids('conversations/c/messages')).toEqual([]);
  expect((await api.post('conversations/none/messages', [user('x')])).status).toBe(404);
});

test('content stands in place of text, and an attachment needs none', async ({ api }) => {
  const sent = async (message: object) => {
    const reply = await api.post('conversations/c/messages', [
      { type: 'UserMessage', sender: 'alice', ...message },
    ]);
    if (reply.status !== 200) return reply.status;
    const { text, attachment, location } = (await api.get('conversations/c')).body['lastMessage'] as Json;
    return { text, attachment, location };
  };
  const file = { url: 'https://files.example.com/t%2F1', size: 0 };
  const nothing = { text: null, attachment: null, location: null };
  const bold = { type: 'bold', children: ['you', ' two'] };
  const cases: [object, unknown][] = [
    [{ content: [{ type: 'text', children: ['Hi ', bold] }] }, { ...nothing, text: 'Hi you two' }],
    [{ content: [{ type: 'text', text: 'Hi' }] }, { ...nothing, text: 'Hi' }],
    [{ content: [{ type: 'file', fileToken: 't/1' }] }, { ...nothing, attachment: file }],
    [{ content: [{ type: 'location', latitude: 1, longitude: 2.5 }] }, { ...nothing, location: [1, 2.5] }],
    [{ attachmentToken: 't/1' }, { ...nothing, attachment: file }],
    [
      { attachmentToken: 't/1', text: 'See' },
      { ...nothing, attachment: file, text: 'See' },
    ],
    [{ content: [] }, 400],
    [{ content: [{ type: 'other' }] }, 400],
    [{ content: [{ type: 'text' }] }, 400],
    [{ content: [{ type: 'text', children: ['x'] }], text: 'x' }, 400],
    [{ attachmentToken: 1 }, 400],
  ];
  for (const [message, expected] of cases)
    expect(await sent(message), JSON.stringify(message)).toEqual(expected);
});

test('a repeated idempotency key sends once', async ({ api }) => {
  const body = [user('once', { idempotencyKey: 'k' })];
  const [first, second] = [
    await api.post('conversations/c/messages', body),
    await api.post('conversations/c/messages', body),
  ];
  expect(second.body).toEqual(first.body);
  expect(await api.ids('conversations/c/messages')).toHaveLength(1);
});

test('editing changes text and custom and is no activity', async ({ api }) => {
  const first = await api.say('c', 'alice', 'old');
  const second = await api.say('c', 'bob');
  expect(await api.put(`conversations/c/messages/${first}`, { text: 'new' })).toMatchObject({
    status: 200,
    body: {},
  });
  const edited = (await api.get(`conversations/c/messages/${first}`)).body;
  expect(edited).toMatchObject({ text: 'new', editedAt: expect.any(Number) });
  expect((await api.get('conversations/c')).body['lastMessage']).toMatchObject({ id: second });
  expect((await api.put(`conversations/c/messages/${first}`, { text: 1 })).status).toBe(400);
});

test('deleting the newest message falls back to the one before, then to none', async ({ api }) => {
  const first = await api.say('c', 'alice');
  const second = await api.say('c', 'alice');
  await api.delete(`conversations/c/messages/${second}`);
  expect((await api.get('conversations/c')).body['lastMessage']).toMatchObject({ id: first });
  await api.delete(`conversations/c/messages/${first}`);
  expect((await api.get('conversations/c')).body['lastMessage']).toBeNull();
  expect((await api.delete(`conversations/c/messages/${first}`)).status).toBe(404);
});
