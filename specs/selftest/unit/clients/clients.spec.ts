/**
 * No client of this API is on npm: `@talkjs/core`, the one package that knows its host, speaks for a signed-in user over
 * a socket, and sends it searches and files only. So the calls of the vendor's published examples are made here in their
 * order and with their shapes, each by three HTTP clients, to see that the reference server is one that real clients
 * accept. Only the shapes are theirs.
 */
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import { clients, type Http } from './http.ts';

const app = { appId: 'app', secretKey: 'sk_of_a_mock' };
let server: ReferenceServer;

test.beforeEach(async () => {
  server = await startReferenceServer({ apps: [app] });
});

test.afterEach(() => server.close());

let http: Http;

function headersFor(method: string): Record<string, string> {
  // A DELETE without a body goes out without a content type.
  const type = method === 'DELETE' ? {} : { 'content-type': 'application/json' };
  return { ...type, authorization: `Bearer ${app.secretKey}` };
}

/** As the examples call: JSON both ways, the secret key as bearer, and 200 as the one sign of success. */
async function call<Body>(method: string, path: string, body?: unknown, appId = app.appId): Promise<Body> {
  const answer = await http(method, `${server.url}/v1/${appId}/${path}`, headersFor(method), body);
  expect(answer.status, `${method} ${path}`).toBe(200);
  return answer.body as Body;
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

for (const [name, client] of Object.entries(clients))
  test.describe(name, () => {
    test.beforeEach(() => {
      http = client;
    });

    test('a thread of replies', async () => {
      await sceneOf(1);
      const [parent] = await all('conversations/talk-1/messages', 30);
      const thread = `replyto_${String(parent?.['id'])}`;

      // The example asks for the messages of a thread that may not be there, and looks at `data` only.
      const missing = await http(
        'GET',
        `${server.url}/v1/app/conversations/${thread}/messages`,
        headersFor('GET'),
      );
      expect((missing.body as Partial<Listed>).data?.length).toBeFalsy();
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
            await call('PUT', `${path}/messages/${String(message['id'])}`, {
              custom: null,
              text: '[DELETED]',
            });
      }

      expect(await call('GET', 'users/sender')).toMatchObject({ name: '[DELETED]', email: null });
      expect(await call('GET', 'conversations/talk-2')).toMatchObject({
        subject: '[DELETED]',
        custom: {},
        participants: { receiver: {}, sender: {} },
        lastMessage: { text: '[DELETED]' },
      });
    });

    test('the addresses that the Conversations page shows as examples', async () => {
      await sceneOf(1);
      await call('PUT', 'conversations/c_2156', {
        participants: ['receiver'],
        custom: { category: 'shoes' },
      });
      const encoded = encodeURIComponent(JSON.stringify({ custom: { category: ['==', 'shoes'] } }));

      expect((await call<Listed>('GET', 'conversations')).data).toHaveLength(2);
      const between = 'lastMessageBefore=1521522849308&lastMessageAfter=1421522849732';
      expect((await call<Listed>('GET', `conversations?${between}`)).data).toEqual([]);
      expect((await call<Listed>('GET', 'conversations?startingAfter=c_2156')).data).toHaveLength(1);
      const found = await call<Listed>('GET', `conversations?filter=${encoded}`);
      expect(found.data.map(({ id }) => id)).toEqual(['c_2156']);
    });
  });

/**
 * Examples ask for 100 conversations, one address of the Conversations page for 50, where 30 is the documented maximum
 * of today. The server refuses that, which nobody can overlook: the examples walk on until a page is not full, so with a
 * clamped limit they end after the first page and lose the rest in silence. A choice lets them have what they ask for.
 */
test('a limit of 100 conversations: refused, cut in silence, or granted', async () => {
  http = clients['fetch'] ?? http;
  for (const [appId, choices] of [
    ['app', []],
    ['clamping', ['limit-clamp']],
    ['granting', ['limit-100']],
  ] as const) {
    if (appId !== 'app') server.addApp({ appId, secretKey: app.secretKey, choices: [...choices] });
    for (let number = 1; number <= 35; number += 1)
      await call('PUT', `conversations/talk-${number}`, {}, appId);
  }
  const ask = async (appId: string, limit: number): Promise<[number, number | undefined]> => {
    const url = `${server.url}/v1/${appId}/conversations?limit=${limit}`;
    const { status, body } = await http('GET', url, headersFor('GET'));
    return [status, (body as Partial<Listed>).data?.length];
  };
  expect([await ask('app', 100), await ask('app', 50)]).toEqual([
    [400, undefined],
    [400, undefined],
  ]);
  expect([await ask('clamping', 100), await ask('clamping', 50)]).toEqual([
    [200, 30],
    [200, 30],
  ]);
  expect([await ask('granting', 100), await ask('granting', 50)]).toEqual([
    [200, 35],
    [200, 35],
  ]);
});
