import { expect, test } from './harness.ts';

/** Several calls in one. */

test('a batch answers each operation with its number, status and body', async ({ api }) => {
  const reply = await api.post('batch', [
    [7, 'PUT', '/users/dave', { name: 'Dave' }],
    [1, 'PUT', '/conversations/c', { participants: ['alice', 'bob'] }],
    [2, 'POST', '/conversations/c/messages', [{ type: 'SystemMessage', text: 'Hello' }]],
    [3, 'GET', '/users/alice/conversations', { limit: '30', unreadsOnly: 'true' }],
    [4, 'POST', '/conversations/c/readBy/bob'],
    [5, 'GET', '/non/existing/endpoint'],
    [6, 'PUT', '/conversations/c', { subject: 1 }],
  ]);
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject([
    [7, 200, {}],
    [1, 200, {}],
    [2, 200, [{ id: expect.any(String) }]],
    [3, 200, { data: [{ id: 'c', isUnread: true }] }],
    [4, 200, {}],
    [5, 404, 'Not found'],
    [6, 400, { errorCode: expect.any(String) }],
  ]);
  expect((await api.get('users/dave')).body['name']).toBe('Dave');
  expect(await api.participant('c', 'bob')).toMatchObject({ isUnread: false });
});

test('an operation has its own version, and without one that of the batch', async ({ api }) => {
  const missing = [1, 'GET', '/users/nobody/conversations'];
  const statuses = async (version: Readonly<Record<string, string>>) =>
    (
      (await api.with(version).post('batch', [missing, [...missing, {}, { api_version: '2021-07-30' }]]))
        .body as unknown as [number, number][]
    ).map(([, status]) => status);
  expect(await statuses({})).toEqual([404, 200]);
  expect(await statuses({ 'talkjs-rest-version': '2021-07-30' })).toEqual([200, 200]);
});

test('a batch that is none is refused, and does nothing', async ({ api }) => {
  const good = [1, 'PUT', '/conversations/c', {}];
  const faults: unknown[] = [
    {},
    [good, 'x'],
    [good, ['1', 'GET', '/users']],
    [good, [1, 'GET']],
    [good, [1, 'POST', '/batch', []]],
    [good, [1, 'GET', '/users', { limit: 1 }]],
    [good, [1, 'GET', '/users', {}, '2021-07-30']],
    Array.from({ length: 11 }, () => good),
  ];
  for (const body of faults) expect((await api.post('batch', body)).status, JSON.stringify(body)).toBe(400);
  expect((await api.get('conversations/c')).status).toBe(404);
  expect((await api.with({ authorization: '' }).post('batch', [good])).status).toBe(401);
  expect((await api.post('batch', [])).body).toEqual([]);
});
