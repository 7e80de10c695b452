import { connect } from 'node:net';

import { startReferenceServer } from '../../../../fixtures/server/index.ts';
import { type Client, expect, test } from './harness.ts';

/** Content types, ids, garbage, concurrency, start and end. */

test('a write needs a JSON content type', async ({ api }) => {
  const send = (contentType: string, body = '{"subject":"x"}') =>
    api.call('PUT', 'conversations/c', body, { 'content-type': contentType });
  for (const bad of ['text/plain', 'application/jsonp', 'garbage', 'application/x-www-form-urlencoded', '']) {
    expect((await send(bad)).status, bad).toBe(400);
  }
  expect((await raw(api, 'PUT', 'conversations/c', 'Content-Length: 2\r\n', '{}')).status).toBe(400);
  expect((await api.get('conversations/c')).status).toBe(404);
  for (const good of ['application/json', 'Application/JSON; charset=utf-8', 'application/json;x=y']) {
    expect((await send(good)).status, good).toBe(200);
  }
});

test('an empty body is {} for a PUT of a conversation that names JSON, and nothing for others', async ({
  api,
}) => {
  const json = { 'content-type': 'application/json' };
  await api.put('conversations/c', { subject: 's' });
  for (const id of ['c', 'new'])
    expect((await api.call('PUT', `conversations/${id}`, '', json)).status).toBe(200);
  expect((await api.get('conversations/c')).body['subject']).toBe('s');
  expect((await api.get('conversations/new')).status).toBe(200);
  expect((await raw(api, 'PUT', 'conversations/bare', 'Content-Length: 0\r\n', '')).status).toBe(400);
  expect((await api.call('PUT', 'users/empty', '', json)).status).toBe(400);
  expect((await api.call('PATCH', 'users/alice/conversations/c', '', json)).status).toBe(400);
});

test('a list may be asked for with a trailing slash', async ({ api }) => {
  await api.put('conversations/c', { participants: ['alice'] });
  await api.say('c', 'alice');
  for (const path of ['conversations', 'users', 'users/alice/conversations', 'conversations/c/messages'])
    expect(await api.ids(`${path}/?limit=2`), path).toEqual(await api.ids(`${path}?limit=2`));
});

test('a DELETE is accepted with and without a content type', async ({ api }) => {
  for (const headers of [{}, { 'content-type': 'application/json' }, { 'content-type': 'text/plain' }]) {
    await api.put('conversations/c');
    expect((await api.call('DELETE', 'conversations/c', undefined, headers)).status).toBe(200);
  }
});

test('malformed JSON is refused', async ({ api }) => {
  for (const body of ['{', '{"a":}', "{'a':1}", '{}{}', ' ', '[', '\u0000']) {
    expect((await api.put('conversations/c', body)).status, body).toBe(400);
  }
  const bytes = 'Content-Type: application/json\r\nContent-Length: 15\r\n';
  expect((await raw(api, 'PUT', 'conversations/c', bytes, '{"subject":"\xff"}')).status).toBe(400);
  expect((await api.put('conversations/c', `{"subject":"${'x'.repeat(10e6)}"}`)).status).toBe(413);
  expect((await api.get('conversations/c')).status).toBe(404);
});

test('ids are decoded once and are exact', async ({ api }) => {
  const ids = [
    'a b',
    'a/b',
    'a+b',
    'a%20b',
    'a%b',
    'ä',
    'a\u0308',
    'a:b@c',
    'A',
    'a',
    '..',
    '__proto__',
    'constructor',
  ];
  ids.push('x'.repeat(1000), '👍', '%2F', '"<>', 'participants');
  for (const id of ids) {
    await api.put(`users/${encodeURIComponent(id)}`, { name: id });
    const path = `conversations/${encodeURIComponent(id)}`;
    expect(
      (
        await raw(
          api,
          'PUT',
          path,
          'Content-Type: application/json\r\nContent-Length: 16\r\n',
          '{"subject":"id"}',
        )
      ).status,
    ).toBe(200);
    await api.put(`${path}/participants/${encodeURIComponent(id)}`);
  }
  expect(await api.ids('conversations?limit=30')).toHaveLength(ids.length);
  for (const id of ids.filter((each) => each !== '..')) {
    const { body } = await api.get(`conversations/${encodeURIComponent(id)}`);
    expect(body['id']).toBe(id);
    expect(Object.keys(body['participants'] as object)).toEqual([id]);
  }
});

test('unknown routes and methods answer 404 with JSON', async ({ api }) => {
  for (const [method, path] of [
    ['PATCH', 'conversations'],
    ['POST', 'conversations/c'],
    ['GET', 'conversations//'],
    ['GET', 'conversations/c/'],
    ['PUT', 'conversations/'],
    ['GET', ''],
    ['PUT', 'nothing/x'],
    ['OPTIONS', 'conversations'],
    ['DELETE', 'users/alice'],
  ] as const) {
    expect(await api.call(method, path), `${method} ${path}`).toMatchObject({
      status: 404,
      body: 'Not found',
    });
  }
  for (const path of ['%', '%zz', '%ff']) expect((await api.get(`conversations/${path}`)).status).toBe(400);
});

test('garbage never ends the server', async ({ api }) => {
  for (const bytes of [
    '\r\n\r\n',
    'GET\r\n\r\n',
    '\x16\x03\x01',
    `PUT /v1/${api.app.appId}/conversations/x HTTP/1.1\r\n`,
    'BREW / HTTP/1.1\r\n\r\n',
  ]) {
    const told = await new Promise<string>((resolve) => {
      let answer = '';
      const socket = connect(Number(new URL(api.server.url).port), '127.0.0.1', () =>
        socket.end(bytes, 'latin1'),
      );
      socket
        .on('data', (chunk) => (answer += chunk.toString('latin1')))
        .on('error', () => resolve(answer))
        .on('close', () => resolve(answer));
    });
    expect(told, bytes).toMatch(
      /^$|^HTTP\/1\.1 400 Bad Request\r\n[^]*\r\n\r\n\{"errorCode":"MALFORMED_REQUEST"/,
    );
  }
  const nested = '['.repeat(50_000);
  for (const body of [
    nested,
    `{"custom":${nested}`,
    '{"__proto__":{"subject":1}}',
    '{"custom":{"a":{"b":[]}}}',
  ]) {
    expect((await api.put('conversations/c', body)).status).toBeLessThan(500);
  }
  expect((await api.get('conversations')).status).toBe(200);
});

test('concurrent writes all take effect', async ({ api }) => {
  await api.put('conversations/c');
  const users = Array.from({ length: 20 }, (_, index) => `u${index}`);
  await api.users(...users);
  await Promise.all(
    users.flatMap((id) => [
      api.put('conversations/c', { custom: { [id]: id } }),
      api.put('conversations/c', { participants: [id] }),
    ]),
  );
  await Promise.all(users.map((id) => api.say('c', id)));
  const { body } = await api.get('conversations/c');
  expect(Object.keys(body['custom'] as object)).toHaveLength(20);
  expect(Object.keys(body['participants'] as object)).toHaveLength(20);
  const messages = (await api.get('conversations/c/messages?limit=100')).body['data'] as {
    createdAt: number;
  }[];
  const times = messages.map(({ createdAt }) => createdAt);
  expect(new Set(times).size).toBe(20);
  expect(times).toEqual(times.toSorted((left, right) => right - left));
});

test('users are created with a name, merged and listed', async ({ api }) => {
  expect((await api.put('users/new', {})).status).toBe(400);
  for (const fault of [
    { name: null },
    { name: 1 },
    { name: 'x', email: 'a' },
    { name: 'x', custom: { a: 1 } },
  ]) {
    expect((await api.put('users/new', fault)).status).toBe(400);
  }
  expect((await api.get('users/new')).status).toBe(404);
  expect((await api.get('users/alice')).body['pushTokens']).toEqual({});
  await api.put('users/new', {
    name: 'N',
    email: ['n@example.com'],
    role: 'r',
    custom: { a: '1' },
    id: 'other',
  });
  await api.put('users/new', { custom: { b: '2' }, role: null, pushTokens: { 'fcm:x': true } });
  expect((await api.get('users/new')).body).toMatchObject({
    id: 'new',
    name: 'N',
    email: ['n@example.com'],
    role: null,
    custom: { a: '1', b: '2' },
    pushTokens: { 'fcm:x': true },
  });
  await api.put('users/new', { pushTokens: null });
  expect((await api.get('users/new')).body['pushTokens']).toEqual({});
  expect(await api.ids('users')).toEqual(['new', 'carol', 'bob', 'alice']);
  expect(await api.ids('users?limit=1&startingAfter=bob')).toEqual(['alice']);
});

test('a server starts with a random app, answers late when told, and ends at once', async () => {
  const server = await startReferenceServer({ latencyMs: 60 });
  const [app] = server.apps;
  const started = Date.now();
  const reply = await fetch(`${server.url}/v1/${app?.appId}/conversations`, {
    headers: { authorization: `Bearer ${app?.secretKey}` },
  });
  expect(await reply.json()).toEqual({ data: [] });
  expect(Date.now() - started).toBeGreaterThan(50);
  const pending = fetch(server.url).catch(() => 'cut');
  await new Promise((resolve) => setTimeout(resolve, 20));
  const ending = Date.now();
  await server.close();
  expect(Date.now() - ending).toBeLessThan(500);
  await pending;
});

/** One request as bytes, for what fetch would correct. */
function raw(
  api: Client,
  method: string,
  path: string,
  headers: string,
  body: string,
): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(api.server.url).port), '127.0.0.1', () => {
      const head = `${method} /v1/${api.app.appId}/${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk_test_key\r\nConnection: close\r\n`;
      socket.write(`${head}${headers}\r\n${body}`, 'latin1');
    });
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', reject).on('close', () => resolve({ status: Number(answer.split(' ')[1]) }));
  });
}
