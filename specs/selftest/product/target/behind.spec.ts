/** Staging behind something: a proxy, a gateway that wants a header, an authority of its own, a client certificate. */
import { request as forward } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import { makeCertificates, type Certificates } from './certificates.ts';
import { conformance } from '../../support/conformance.ts';
import { startProxy, type TestProxy } from './proxy.ts';
import { placesOf } from '../../support/secrets.ts';

const host = 'staging.test';
const secretKey = 'sk_canary_behind_81f~Zq';
const gatewayKey = 'gateway-canary-5Tq0/+x';
const proxyPassword = 'proxy-canary-77Zp';

let upstream: ReferenceServer;
let gateway: Server;
let proxy: TestProxy;
let certificates: Certificates;

test.beforeAll(async ({}, testInfo) => {
  const folder = testInfo.outputPath('certificates');
  mkdirSync(folder, { recursive: true });
  certificates = makeCertificates(folder, host);
  const defects = ['put-drops-subject'];
  upstream = await startReferenceServer({
    apps: [
      { appId: 'app', secretKey },
      { appId: 'broken', secretKey, defects },
    ],
  });
  gateway = createServer(
    { ...certificates.server, requestCert: true, rejectUnauthorized: true },
    (incoming, response) => {
      const { method, url, headers } = incoming;
      // What it wants and what it got stands in every answer, as some gateways do it.
      const told = { 'x-debug': `${String(headers['x-gateway-key'])} ${String(headers.authorization)}` };
      if (headers['x-gateway-key'] !== gatewayKey) {
        incoming.resume();
        response.writeHead(401, { 'www-authenticate': 'Basic realm="staging"' }).end('no');
        return;
      }
      const outgoing = forward(`${upstream.url}${url ?? ''}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...told });
        answer.pipe(response);
      });
      incoming.pipe(outgoing);
    },
  );
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
  proxy = await startProxy(`user:${proxyPassword}`);
});

test.afterAll(async () => {
  proxy.close();
  gateway.closeAllConnections();
  gateway.close();
  await upstream.close();
});

const env = (): NodeJS.ProcessEnv => ({
  TARGET_URL: `https://${host}:${(gateway.address() as AddressInfo).port}`,
  TARGET_APP_ID: 'app',
  TARGET_SECRET_KEY: secretKey,
  TARGET_CONSISTENCY_MS: '0',
  HTTPS_PROXY: `http://user:${proxyPassword}@127.0.0.1:${proxy.port}`,
  GATEWAY_KEY: gatewayKey,
});
const header = ['--header', 'x-gateway-key=$GATEWAY_KEY'];
const client = (): string[] => [
  '--client-cert',
  certificates.client.cert,
  '--client-key',
  certificates.client.key,
];
const trust = (): string[] => ['--ca', certificates.ca];
const secrets = [secretKey, gatewayKey, proxyPassword];

test('a target is judged through all of them at once, by both channels, and no file holds a secret', async ({}, testInfo) => {
  const REPORT_DIR = testInfo.outputPath('report');
  const args = ['run', '--only', 'AUTH-WRONG-01,PUT-MERGE-01,TRANSPORT-CONTENT-01', '--quick'];

  const all = [...args, ...header, ...client(), ...trust()];
  const { exitCode, output, report } = await conformance(all, { ...env(), REPORT_DIR });

  expect(exitCode, output).toBe(0);
  expect(new Set(proxy.hosts)).toEqual(new Set([host]));
  for (const secret of secrets) expect(await placesOf(secret, REPORT_DIR, output)).toEqual([]);
  expect(report?.target['headers']).toBe('x-gateway-key=$GATEWAY_KEY');
  expect(report?.rerun?.flags.join(' ')).toContain(`--header 'x-gateway-key=$GATEWAY_KEY'`);
});

test('a failure there holds no secret either, and its script asks for the header', async ({}, testInfo) => {
  const REPORT_DIR = testInfo.outputPath('report');
  const args = ['run', '--only', 'PUT-MERGE-01', ...header, ...client(), ...trust()];

  const { exitCode, output } = await conformance(args, { ...env(), TARGET_APP_ID: 'broken', REPORT_DIR });

  expect(exitCode, output).toBe(1);
  for (const secret of secrets) expect(await placesOf(secret, REPORT_DIR, output)).toEqual([]);
  const script = readFileSync(`${REPORT_DIR}/reproduce/PUT-MERGE-01.sh`, 'utf8');
  expect(script).toContain('--header "x-gateway-key: $GATEWAY_KEY"');
  expect(script).toContain(`--cert '${certificates.client.cert}'`);
});

const lacking: readonly [string, () => string[], RegExp][] = [
  ['the header', () => [...client(), ...trust()], /returned 401 and asks for basic authentication.*--header/],
  [
    'the client certificate',
    () => [...header, ...trust()],
    /does not respond.*through the proxy http:\/\/127.*--client-cert/,
  ],
  ['the authority', () => [...header, ...client()], /does not respond.*--ca FILE or NODE_EXTRA_CA_CERTS/],
];

for (const [what, args, message] of lacking)
  test(`without ${what} the run says what is missing`, async () => {
    const { exitCode, output } = await conformance(['run', ...args()], env());
    expect(exitCode, output).toBe(4);
    expect(output).toMatch(message);
    for (const secret of secrets) expect(output).not.toContain(secret);
  });
