import { expect, type Json, test } from './harness.ts';

/** Importing messages with their own times. */

const AT = 1_600_000_000_000;
const PATH = 'import/conversations/c/messages';

test.beforeEach(async ({ api }) => {
  await api.put('conversations/c', { participants: ['alice', 'bob'] });
});

const said = (text: string, more: object = {}) => ({ type: 'UserMessage', sender: 'alice', text, ...more });

test('imported messages stand where their times say', async ({ api }) => {
  const now = await api.say('c', 'alice', 'now');
  const reply = await api.post(PATH, [
    said('later', { createdAt: AT + 5 }),
    said('earlier', { timestamp: AT, readBy: ['bob'], custom: { k: 'v' } }),
    { type: 'SystemMessage', text: 'between', createdAt: AT + 2 },
  ]);
  expect(reply.status).toBe(200);
  const [later, earlier, between] = (reply.body as unknown as { id: string }[]).map(({ id }) => id);
  expect(await api.ids('conversations/c/messages')).toEqual([now, later, between, earlier]);
  expect((await api.get(`conversations/c/messages/${earlier}`)).body).toMatchObject({
    ...{ text: 'earlier', senderId: 'alice', createdAt: AT, readBy: ['bob'], custom: { k: 'v' } },
    ...{ origin: 'import', editedAt: null },
  });
  expect((await api.get(`conversations/c/messages/${between}`)).body).toMatchObject({
    ...{ type: 'SystemMessage', senderId: null, createdAt: AT + 2, readBy: [] },
  });
});

test('an imported message is the last activity where it is the newest', async ({ api }) => {
  await api.put('conversations/d', { participants: ['alice'] });
  await api.post(PATH, [said('old', { createdAt: AT })]);
  await api.post('import/conversations/d/messages', [said('newer', { createdAt: AT + 1 })]);
  expect(await api.ids('conversations')).toEqual(['d', 'c']);
  expect(await api.ids(`conversations?lastMessageBefore=${AT + 1}`)).toEqual(['c']);
  expect((await api.get('conversations/c')).body['lastMessage']).toMatchObject({ text: 'old' });
});

test('duplicates are kept', async ({ api }) => {
  const message = said('twice', { createdAt: AT, idempotencyKey: 'k' });
  await api.post(PATH, [message, message]);
  await api.post(PATH, [message]);
  expect(await api.ids('conversations/c/messages')).toHaveLength(3);
});

test('a refused import stores nothing', async ({ api }) => {
  const faults: unknown[] = [
    said('no time'),
    said('no number', { createdAt: '2020-01-01' }),
    said('nobody', { createdAt: AT, sender: 'nobody' }),
    said('readers', { createdAt: AT, readBy: 'bob' }),
    { type: 'Other', text: 'type', createdAt: AT },
    { type: 'UserMessage', sender: 'alice', createdAt: AT },
    null,
  ];
  for (const fault of faults)
    expect((await api.post(PATH, [said('good', { createdAt: AT }), fault])).status).toBe(400);
  const many: Json[] = Array.from({ length: 101 }, () => said('many', { createdAt: AT }));
  for (const body of [[], {}, many]) expect((await api.post(PATH, body)).status).toBe(400);
  expect(await api.ids('conversations/c/messages')).toEqual([]);
  expect((await api.post(PATH.replace('/c/', '/none/'), [said('x', { createdAt: AT })])).status).toBe(404);
});
