/**
 * No client of this API is on npm. The calls of the vendor's published examples are made here in their order and with
 * their shapes, to see that the reference server is one that real clients accept. Only the shapes are theirs.
 */
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../fixtures/server/index.ts';

const app = { appId: 'app', secretKey: 'sk_of_a_mock' };
let server: ReferenceServer;

test.beforeEach(async () => {
  server = await startReferenceServer({ apps: [app] });
});

test.afterEach(() => server.close());

/** As the examples call: JSON both ways, the secret key as bearer, and 200 as the one sign of success. */
async function call<Body>(method: string, path: string, body?: unknown): Promise<Body> {
  // A DELETE without a body goes out without a content type.
  const type = method === 'DELETE' ? {} : { 'content-type': 'application/json' };
  const response = await fetch(`${server.url}/v1/${app.appId}/${path}`, {
    method,
    headers: { ...type, authorization: `Bearer ${app.secretKey}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status, `${method} ${path}`).toBe(200);
  return (await response.json()) as Body;
}

interface Listed {
  readonly data: readonly Record<string, unknown>[];
}

/** Page after page, as the examples walk: until a page is not full. */
async function all(path: string, limit: number, lastId?: string): Promise<Listed['data']> {
  const after = lastId === undefined ? '' : `&startingAfter=${lastId}`;
  const { data } = await call<Listed>('GET', `${path}?limit=${limit}${after}`);
  return data.length < limit ? data : [...data, ...(await all(path, limit, String(data.at(-1)?.['id'])))];
}

async function sceneOf(conversations: number): Promise<void> {
  for (const [id, name] of Object.entries({ receiver: 'Alice', sender: 'Bob' }))
    await call('PUT', `users/${id}`, { name, email: [`${name}@example.com`], role: 'default' });
  for (let number = 1; number <= conversations; number += 1) {
    await call('PUT', `conversations/talk-${number}`, { participants: ['receiver', 'sender'] });
    await call('POST', `conversations/talk-${number}/messages`, [
      { text: `Hello ${number}`, sender: 'sender', type: 'UserMessage' },
    ]);
  }
}

test('a thread of replies', async () => {
  await sceneOf(1);
  const [parent] = await all('conversations/talk-1/messages', 30);
  const thread = `replyto_${String(parent?.['id'])}`;

  // The example asks for the messages of a thread that may not be there, and looks at `data` only.
  const missing = await fetch(`${server.url}/v1/app/conversations/${thread}/messages`, {
    headers: { authorization: `Bearer ${app.secretKey}` },
  });
  expect(((await missing.json()) as Partial<Listed>).data?.length).toBeFalsy();
  const custom = { parentConvId: 'talk-1', parentMessageId: String(parent?.['id']) };
  const participants = ['receiver', 'sender'];
  await call('PUT', `conversations/${thread}`, { participants, subject: 'Replies', custom });
  await call('POST', `conversations/${thread}/messages`, [{ text: 'Hello 1', type: 'SystemMessage' }]);
  await call('POST', `conversations/${thread}/messages`, [
    { text: 'Hi', sender: 'receiver', type: 'UserMessage' },
  ]);
  const replies = (await all(`conversations/${thread}/messages`, 30)).length - 1;
  const counted = `conversations/talk-1/messages/${String(parent?.['id'])}`;
  await call('PUT', counted, { custom: { replyCount: String(replies) } });

  expect(await call('GET', counted)).toMatchObject({ text: 'Hello 1', custom: { replyCount: '1' } });
  expect(await call('GET', `conversations/${thread}`)).toMatchObject({ subject: 'Replies', custom });
  expect(await call('DELETE', `conversations/${thread}`)).toEqual({});
});

test('an export of everything, page by page', async () => {
  await sceneOf(7);

  const conversations = await all('conversations', 3);
  const messages = await Promise.all(
    conversations.map(({ id }) => all(`conversations/${String(id)}/messages`, 100)),
  );

  expect(conversations.map(({ id }) => id).toSorted()).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((number) => `talk-${number}`),
  );
  expect(messages.flat().map(({ text }) => text)).toContain('Hello 7');
});

test('a person is made anonymous, with conversations and messages', async () => {
  await sceneOf(2);
  const nothing = { photoUrl: null, custom: null, welcomeMessages: null };
  // The examples send the id in the body as well.
  await call('PUT', 'users/sender', {
    id: 'sender',
    name: '[DELETED]',
    email: null,
    custom: null,
    role: null,
  });
  for (const { id } of await all('users/sender/conversations', 30)) {
    const path = `conversations/${String(id)}`;
    await call('PUT', path, { id, participants: ['sender'], subject: '[DELETED]', ...nothing });
    for (const message of await all(`${path}/messages`, 100))
      if (message['senderId'] === 'sender')
        await call('PUT', `${path}/messages/${String(message['id'])}`, { custom: null, text: '[DELETED]' });
  }

  expect(await call('GET', 'users/sender')).toMatchObject({ name: '[DELETED]', email: null });
  expect(await call('GET', 'conversations/talk-2')).toMatchObject({
    subject: '[DELETED]',
    custom: {},
    participants: { receiver: {}, sender: {} },
    lastMessage: { text: '[DELETED]' },
  });
});

/** Examples ask for 100 conversations, where 30 is the documented maximum: the server refuses that unless told otherwise. */
test('a limit of 100 conversations, with the choice for it', async () => {
  server.addApp({ appId: 'lenient', secretKey: app.secretKey, choices: ['limit-clamp'] });
  const headers = { authorization: `Bearer ${app.secretKey}` };
  const ask = (appId: string): Promise<Response> =>
    fetch(`${server.url}/v1/${appId}/conversations?limit=100`, { headers });

  expect([(await ask('app')).status, (await ask('lenient')).status]).toEqual([400, 200]);
});
