/** `--auth jwt`: every request of the run is signed in with a token, and the key itself is never sent. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { startReferenceServer } from '../../../../fixtures/server/index.ts';
import { conformance, targetEnv } from '../../support/conformance.ts';
import { longTag } from '../../support/speeds.ts';
import { startHostile } from '../hostile/server.ts';

const secretKey = 'sk_test_sign_in_5d1e';

test(
  'every requirement with tokens, against a target that does not take the key',
  { tag: longTag },
  async ({}, testInfo) => {
    test.slow();
    const server = await startReferenceServer({ apps: [{ appId: 'app', secretKey }] });
    const tokens = new Set<string>();
    let sentKey = 0;
    const target = await startHostile(
      {
        does: 'takes tokens only',
        exitCodes: [0],
        handler: (request, response, forward) => {
          const { authorization = '' } = request.headers;
          if (authorization.startsWith('Bearer eyJ')) tokens.add(authorization.slice(7));
          if (!authorization.includes(secretKey)) return forward();
          sentKey += 1;
          return response.writeHead(401, { 'content-type': 'application/json' }).end('{}');
        },
      },
      server.url,
    );
    const reportDir = testInfo.outputPath('report');
    const { exitCode, report, output } = await conformance(['run', '--auth', 'jwt', '--quick'], {
      REPORT_DIR: reportDir,
      ...targetEnv(target.url, secretKey),
    });
    target.close();
    await server.close();

    expect(exitCode, output).toBe(0);
    expect(sentKey).toBe(0);
    expect(tokens.size).toBeGreaterThan(3);
    const text = JSON.stringify(report);
    expect([...tokens].filter((token) => text.includes(token))).toEqual([]);
    const open = report?.requirements.filter(({ verdict }) => verdict === 'not-applicable');
    // There is no second app.
    expect(open?.map(({ id }) => id)).toEqual(['ISOLATION-APP-01']);
  },
);

test('a target whose clock is hours off is signed in to by its own clock', async () => {
  const hours = 3 * 3_600_000;
  const seen: number[] = [];
  const server = createServer((request, response) => {
    const payload = (request.headers.authorization ?? '').split('.')[1] ?? '';
    const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number };
    seen.push(exp * 1000 - Date.now());
    const good = exp * 1000 > Date.now() + hours;
    const date = new Date(Date.now() + hours).toUTCString();
    // The app is there, and has a list.
    const found = request.url?.includes('/conversations?') ? 200 : 404;
    response.writeHead(good ? found : 401, { 'content-type': 'application/json', date }).end('{"data":[]}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { exitCode, output } = await conformance(['run', '--auth', 'jwt', '--only', 'RETRIEVE-MISSING'], {
    TARGET_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    TARGET_APP_ID: 'app',
    TARGET_SECRET_KEY: secretKey,
  });
  server.close();
  server.closeAllConnections();

  expect(exitCode, output).not.toBe(4);
  expect(seen.length).toBeGreaterThan(2);
  expect(Math.min(...seen.slice(1))).toBeGreaterThan(hours);
});

test('tokens that the target does not take are told before anything is judged', async () => {
  const { exitCode, output } = await conformance(['run', '--auth', 'jwt', '--capabilities=-jwt']);
  expect(exitCode).toBe(2);
  expect(output).toContain('--auth jwt uses tokens');
});
