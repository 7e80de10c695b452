/** Settings: precedence, and one sentence for each thing that can be wrong. */
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { effortOf } from '../../../../fixtures/target/effort.ts';
import { reportDirOf, type Part } from '../../../../fixtures/target/report-dir.ts';
import { describeHeader, sentHeaders } from '../../../../fixtures/target/headers.ts';
import { resolveSettings, type Texts } from '../../../../fixtures/target/resolve.ts';
import { settings, UsageError } from '../../../../fixtures/target/settings.ts';

const complete = { TARGET_URL: 'http://a.example', TARGET_APP_ID: 'a', TARGET_SECRET_KEY: 'k' };

test('flags win over the environment, the environment over the file, the file over defaults', async ({}, testInfo) => {
  const configFile = testInfo.outputPath('settings.json');
  await writeFile(configFile, JSON.stringify({ timeoutMs: 1, workers: 3, seed: 4, only: ['PUT', 'READ'] }));

  const resolved = resolveSettings({
    flags: { timeoutMs: '9' },
    env: { TARGET_TIMEOUT_MS: '8', CONFORMANCE_WORKERS: '7' },
    configFile,
  });

  expect(resolved).toMatchObject({ timeoutMs: 9, workers: 7, seed: 4, only: ['PUT', 'READ'], strict: false });
});

test('every default that has a value is a valid value', () => {
  expect(resolveSettings({ env: {} })).toMatchObject({
    target: undefined,
    timeoutMs: 10_000,
    workers: undefined,
    reportDir: undefined,
    quick: false,
    readStateRoute: { method: 'PATCH', path: '/users/{userId}/conversations/{conversationId}' },
  });
});

test('what does not judge everything is written beside the last whole report, unless a folder is named', () => {
  const folder = (flags: Texts, part?: Part): string =>
    reportDirOf(resolveSettings({ env: {}, flags }), part);
  expect(folder({})).toBe('reports/out');
  expect(folder({ only: 'PUT' })).toBe('reports/out/partial');
  expect(folder({ quick: 'true' })).toBe('reports/out/partial');
  expect(folder({ scenario: 'empty body' })).toBe('reports/out/partial');
  expect(folder({}, 'partial')).toBe('reports/out/partial');
  expect(folder({}, 'explore')).toBe('reports/out/explore');
  expect(folder({ only: 'PUT', reportDir: 'mine' })).toBe('mine');
});

test('the embedded server and loopback are explored for a while, anything else only where it is asked for', () => {
  const effort = (flags: Texts, url?: string, shard?: string) =>
    effortOf(
      resolveSettings({ env: url === undefined ? {} : { ...complete, TARGET_URL: url }, flags }),
      shard,
    );
  for (const url of [undefined, 'http://127.0.0.1:4010', 'http://localhost/v2', 'http://[::1]:80'])
    expect(effort({}, url), url).toEqual({ calls: 4000, maxMs: 10_000 });
  for (const url of [
    'https://a.example',
    'http://10.0.0.1',
    'http://localhost.a.example',
    'http://127.a.example',
  ])
    expect(effort({}, url), url).toBe('off');
  const parts = [{ only: 'PUT' }, { quick: 'true' }, { scenario: 'empty body' }];
  expect([...parts.map((flags) => effort(flags)), effort({}, undefined, '1/2')]).toEqual([
    'off',
    'off',
    'off',
    'off',
  ]);
  expect(effort({ explore: '30s', only: 'PUT' }, 'https://a.example', '1/2')).toEqual({ maxMs: 30_000 });
  expect(effort({ explore: '2000' }, 'https://a.example')).toEqual({ calls: 2000 });
  expect(effort({ explore: 'off' })).toBe('off');
});

test('a seed is a number, or random', () => {
  expect(resolveSettings({ env: {}, flags: { seed: '42' } }).seed).toBe(42);
  expect(resolveSettings({ env: {}, flags: { seed: 'random' } }).seed).toBe('random');
});

test('every example is a valid value', () => {
  for (const setting of settings.filter(({ secret }) => !secret))
    expect(() => setting.parse(setting.example), setting.name).not.toThrow();
});

test('a target loses its trailing slash and keeps its prefix', () => {
  const resolved = resolveSettings({ env: { ...complete, TARGET_URL: 'https://a.example:8443/mock/api/' } });
  expect(resolved.target).toBe('https://a.example:8443/mock/api');
});

test('capabilities are claimed and disclaimed by name', () => {
  const { capabilities } = resolveSettings({ env: { TARGET_CAPABILITIES: 'versions, -jwt,+inbox' } });
  expect(capabilities).toMatchObject({
    versions: 'claimed',
    jwt: 'disclaimed',
    inbox: 'claimed',
    messages: 'auto',
  });
});

const wrong: readonly [NodeJS.ProcessEnv, RegExp][] = [
  [{ TARGET_URL: 'a.example' }, /^TARGET_URL: "a\.example" is not a URL\. A valid example: https:/],
  [{ TARGET_URL: 'ftp://a.example' }, /^TARGET_URL: .* does not start with http/],
  [{ TARGET_URL: 'http://u:p@a.example' }, /^TARGET_URL: .* a user or a password/],
  [{ TARGET_URL: 'http://a.example?x=1' }, /^TARGET_URL: .* query/],
  [{ TARGET_URL: 'http://a.example', TARGET_SECRET_KEY: 'k' }, /^--app-id or TARGET_APP_ID is missing/],
  [{ TARGET_URL: 'http://a.example', TARGET_APP_ID: 'a' }, /^TARGET_SECRET_KEY is missing/],
  [{ TARGET_APP_ID: 'a/b' }, /^TARGET_APP_ID: "a\/b" contains characters/],
  [{ TARGET_TIMEOUT_MS: '0' }, /^TARGET_TIMEOUT_MS: "0" is not a whole number from 1 to 600000/],
  [{ TARGET_TIMEOUT_MS: '1e3' }, /^TARGET_TIMEOUT_MS: "1e3" is not a whole number/],
  [{ TARGET_CONSISTENCY_MS: '-1' }, /^TARGET_CONSISTENCY_MS: "-1" is not a whole number/],
  [{ TARGET_API_VERSION: 'latest' }, /^TARGET_API_VERSION: "latest" is not a date/],
  [{ TARGET_READ_STATE_ROUTE: 'PATCH /users/{userId}' }, /does not contain \{conversationId\}/],
  [{ TARGET_READ_STATE_ROUTE: '/users/{userId}/{conversationId}' }, /is not a method, a space and a path/],
  [{ TARGET_CAPABILITIES: 'telepathy' }, /contains "telepathy"; known names: users, messages/],
  [{ CONFORMANCE_WORKERS: '0' }, /^CONFORMANCE_WORKERS: /],
  [{ CONFORMANCE_STRICT: 'maybe' }, /^CONFORMANCE_STRICT: "maybe" is neither true nor false/],
  [{ ...complete, TARGET_SECOND_APP_ID: 'b' }, /go together/],
  [{ TARGET_URL: '' }, /^TARGET_URL: "" is empty: leave it out/],
  [{ TARGET_URL: ' ', TARGET_APP_ID: 'a' }, /^TARGET_URL: " " is empty/],
  [{ TARGET_APP_ID: 'a', TARGET_SECRET_KEY: 'k' }, /^TARGET_APP_ID, TARGET_SECRET_KEY without a target/],
  [{ TARGET_SECRET_KEY: '' }, /^TARGET_SECRET_KEY \(empty\) without a target/],
  [{ TARGET_SECOND_APP_ID: 'a' }, /^TARGET_SECOND_APP_ID without a target/],
  [{ TARGET_HEADERS: 'x-a=b' }, /^TARGET_HEADERS without a target/],
  [{ TARGET_WAIT: '9s' }, /^TARGET_WAIT without a target/],
  ...['/v1', '/v1/', '/v1/a', '/api/V1/a/', '/v1/a/conversations', '/v1/a/users/x'].map(
    (path): [NodeJS.ProcessEnv, RegExp] => [
      { ...complete, TARGET_URL: `http://a.example${path}` },
      /contains \/v1, which the suite adds itself/,
    ],
  ),
  [{ ...complete, TARGET_SECOND_APP_ID: 'a', TARGET_SECOND_SECRET_KEY: 'l' }, /is the same app as --app-id/],
  [
    { ...complete, TARGET_SECOND_APP_ID: 'b', TARGET_SECOND_SECRET_KEY: 'k' },
    /is the same key as TARGET_SECRET_KEY/,
  ],
  [{ ...complete, TARGET_HEADERS: 'x-a' }, /^TARGET_HEADERS: "…" is not name=value/],
  [{ ...complete, TARGET_HEADERS: 'Authorization=Basic x' }, /sets authorization, which carries the secret/],
  [{ ...complete, TARGET_HEADERS: 'x-a=$NOWHERE' }, /reads x-a from the variable NOWHERE, which is not set/],
  [{ ...complete, TARGET_HEADERS: 'x-a=b\nX-A=c' }, /sets x-a twice/],
  [{ ...complete, TARGET_CLIENT_CERT: 'nowhere.pem' }, /^--client-cert and --client-key go together/],
  [{ ...complete, TARGET_CA: 'nowhere.pem' }, /^--ca: nowhere\.pem cannot be read \(ENOENT\)/],
  [
    { ...complete, TARGET_CA: 'package.json' },
    /^--ca: package\.json does not contain a certificate in PEM format/,
  ],
];

test('paths that only look like the one that is added are taken', () => {
  for (const path of ['', '/api', '/v1beta', '/v2', '/v1/a/b', '/talk/v10'])
    expect(resolveSettings({ env: { ...complete, TARGET_URL: `http://a.example${path}` } }).target).toBe(
      `http://a.example${path}`,
    );
});

test('the embedded server may be judged by other settings than the usual ones', () => {
  const env = { TARGET_CONSISTENCY_MS: '0', TARGET_AUTH: 'jwt', TARGET_CAPABILITIES: '-messages' };
  expect(resolveSettings({ env }).target).toBeUndefined();
});

for (const url of [
  'http://user:hunter2@a.example',
  'http://user:hunter2@a.example:port',
  'user:hunter2@a.example',
  'ftp://hunter2@a.example',
  'http://a.example?key=hunter2',
  'http://a.example/x#hunter2',
  'http://a b/?hunter2',
])
  test(`a secret in an address is not shown: ${url}`, () => {
    const env = { ...complete, TARGET_URL: url };
    expect(() => resolveSettings({ env })).toThrow(UsageError);
    expect(() => resolveSettings({ env })).not.toThrow(/hunter2/);
  });

test('a secret key in the place of an app id is not shown', () => {
  const env = { ...complete, TARGET_APP_ID: 'sk_live_hunter2' };
  expect(() => resolveSettings({ env })).toThrow(/looks like a secret key/);
  expect(() => resolveSettings({ env })).not.toThrow(/hunter2/);
});

test('a header takes its value from the environment, and is described without it', () => {
  const env = { ...complete, TARGET_HEADERS: 'X-Key = $KEY\nx-b: pre ${KEY}', KEY: 'value-1' };
  const { headers } = resolveSettings({ env });
  expect(sentHeaders(headers, env)).toEqual([
    { name: 'x-key', value: 'value-1', shown: '$KEY' },
    { name: 'x-b', value: 'pre value-1', shown: '$HEADER_X_B' },
  ]);
  expect(headers.map(describeHeader)).toEqual(['x-key=$KEY', 'x-b=$HEADER_X_B']);
});

for (const [how, encode] of [
  ['UTF-8 with a byte-order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
] as const)
  test(`a file in ${how} is read`, async ({}, testInfo) => {
    const configFile = testInfo.outputPath('settings.json');
    const content = { target: 'http://a.example', appId: 'a', secretKey: 'k', headers: { 'x-a': 'b,c' } };
    await writeFile(configFile, encode(`${JSON.stringify(content, null, 2)}\r\n`));
    expect(resolveSettings({ env: {}, configFile })).toMatchObject({
      target: 'http://a.example',
      headers: [{ name: 'x-a', template: 'b,c' }],
    });
  });

test('a file that is no JSON is told without what stands in it', async ({}, testInfo) => {
  const configFile = testInfo.outputPath('settings.json');
  await writeFile(configFile, '{"secretKey": hunter2');
  expect(() => resolveSettings({ env: {}, configFile })).toThrow(/cannot be read as JSON/);
  expect(() => resolveSettings({ env: {}, configFile })).not.toThrow(/hunter2/);
});

for (const [env, message] of wrong)
  test(`is told: ${JSON.stringify(env)}`, () => {
    expect(() => resolveSettings({ env })).toThrow(UsageError);
    expect(() => resolveSettings({ env })).toThrow(message);
  });

test('a wrong secret is told without showing it', () => {
  const env = { ...complete, TARGET_SECRET_KEY: 'my secret' };
  expect(() => resolveSettings({ env })).toThrow(
    /^TARGET_SECRET_KEY: the value is empty, or contains spaces/,
  );
  expect(() => resolveSettings({ env })).not.toThrow(/my secret/);
});

test('a flag is named as a flag', () => {
  expect(() => resolveSettings({ env: {}, flags: { workers: 'many' } })).toThrow(/^--workers: "many"/);
});

const wrongFiles: readonly [string, RegExp][] = [
  ['{', /cannot be read as JSON \(line 1, column 2\)/],
  ['[]', /does not contain a JSON object/],
  ['{"targte": "x"}', /unknown setting "targte". Known: target, appId/],
  ['{"workers": "x"}', /^"workers" in .*settings\.json: "x" is not a whole number/],
];

for (const [content, message] of wrongFiles)
  test(`is told of the file: ${content}`, async ({}, testInfo) => {
    const configFile = testInfo.outputPath('settings.json');
    await writeFile(configFile, content);
    expect(() => resolveSettings({ env: {}, configFile })).toThrow(message);
  });

test('a file that was named has to exist', () => {
  expect(() => resolveSettings({ env: {}, configFile: '/nowhere.json' })).toThrow(/there is no file/);
});
