import { SignJWT, UnsecuredJWT } from 'jose';

import { OPERATIONS, ROUTES } from '../../../../fixtures/server/core/routes.ts';
import { Client, expect, test as base } from './harness.ts';

/** Who may call, and that apps do not see each other. */

const KEY = 'sk_test_key';

/** Tokens name their app, which others may do as well: each test has a server of its own. */
const test = base.extend({
  api: async ({ start }, use) => {
    const api = await start({ appId: 'test' }, {});
    await api.users('alice', 'bob', 'carol');
    await use(api);
  },
});

function token(claims: Record<string, unknown> = {}, key = KEY, algorithm = 'HS256'): Promise<string> {
  const all = { tokenType: 'app', iss: 'test', exp: Math.floor(Date.now() / 1000) + 30, ...claims };
  return new SignJWT(all)
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .sign(new TextEncoder().encode(key));
}

for (const operation of OPERATIONS) {
  test(`${operation} needs a credential`, async ({ api }) => {
    const [method, template] = ROUTES[operation];
    const path = template.replaceAll(/\{\w+\}/g, 'x');
    const faults = [
      '',
      'Bearer',
      'Bearer: sk_test_key',
      KEY,
      'Basic sk_test_key',
      'Bearer wrong',
      `Bearer ${KEY} x`,
    ];
    for (const authorization of faults) {
      const reply = await api.with({ authorization }).call(method, path, method === 'GET' ? undefined : {});
      expect(reply.status, authorization).toBe(401);
      expect(reply.body).toHaveProperty('errorCode');
    }
  });
}

test('the key and app tokens are accepted, with any case of the scheme', async ({ api }) => {
  for (const authorization of [
    `bearer ${KEY}`,
    `Bearer ${await token()}`,
    `BEARER ${await token({ nbf: 1 })}`,
  ]) {
    expect((await api.with({ authorization }).get('conversations')).status).toBe(200);
  }
});

test('forged, foreign and stale tokens are refused', async ({ api }) => {
  const past = Math.floor(Date.now() / 1000) - 5;
  const good = await token();
  const tokens = [
    await token({ exp: past }),
    await token({ exp: undefined }),
    await token({ exp: '9999999999' }),
    await token({ nbf: -past + 2 * Date.now() }),
    await token({ iss: 'other' }),
    await token({ tokenType: 'user' }),
    await token({}, 'another key'),
    await token({}, KEY.padEnd(64, 'x'), 'HS512'),
    new UnsecuredJWT({ tokenType: 'app', iss: 'test' }).setExpirationTime('1m').encode(),
    good.slice(0, -1),
    `${good}.x`,
    good.replace(/\.[^.]+\./, '.e30.'),
    '..',
    'a.b.c',
  ];
  for (const each of tokens) {
    expect((await api.with({ authorization: `Bearer ${each}` }).get('conversations')).status, each).toBe(401);
  }
});

test('an unknown app answers 404 before the credential is looked at', async ({ api }) => {
  const other = new Client(api.server, { appId: 'nowhere', secretKey: 'x' });
  expect(await other.get('conversations')).toMatchObject({ status: 404, body: 'Not found' });
});

test('apps are isolated', async ({ api }) => {
  const app = { appId: 'second', secretKey: 'sk_second' };
  api.server.addApp(app);
  expect(() => api.server.addApp(app)).toThrow(RangeError);
  expect(api.server.apps).toHaveLength(2);
  const second = new Client(api.server, app);
  await api.put('conversations/c', { subject: 'first' });
  expect((await second.get('conversations/c')).status).toBe(404);
  expect((await second.get('users/alice')).status).toBe(404);
  await second.put('conversations/c', { subject: 'second' });
  expect((await api.get('conversations/c')).body['subject']).toBe('first');
  expect((await second.with({ authorization: `Bearer ${KEY}` }).get('conversations')).status).toBe(401);
});
