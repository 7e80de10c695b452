/** The command as people run it: exit codes, one sentence for each mistake, a report whatever happens, no secret. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import { reportIssues } from '../../../../schemas/report/validate.ts';
import { requirements } from '../../../requirements/index.ts';
import { expand } from '../../../requirements/index.ts';
import { conformance, playwrightTest } from '../../support/conformance.ts';
import { filesIn, placesOf } from '../../support/secrets.ts';
import { longTag } from '../../support/speeds.ts';

const secretKey = 'sk_canary_4f9A~b7/Zq+x';
const embedded = { TARGET_CONSISTENCY_MS: '0' };
let server: ReferenceServer;

test.beforeAll(async () => {
  server = await startReferenceServer({
    apps: [
      { appId: 'app', secretKey },
      { appId: 'other', secretKey: `${secretKey}2` },
    ],
  });
});

test.afterAll(() => server.close());

const target = (): NodeJS.ProcessEnv => ({
  ...embedded,
  TARGET_URL: server.url,
  TARGET_APP_ID: 'app',
  TARGET_SECRET_KEY: secretKey,
  TARGET_SECOND_APP_ID: 'other',
  TARGET_SECOND_SECRET_KEY: `${secretKey}2`,
});

test('the whole suite passes on the embedded server', { tag: longTag }, async () => {
  const { exitCode, report, output } = await conformance(['run'], { CONFORMANCE_SEED: '7' });

  expect(exitCode, output).toBe(0);
  expect(report).toMatchObject({ verdict: 'conformant', exitCode: 0, seed: 7, problems: [] });
  expect(reportIssues(report)).toEqual([]);
  const open = report?.requirements.filter(
    ({ verdict }) => !['passed', 'surveyed', 'excluded'].includes(verdict),
  );
  expect(open?.map(({ id, verdict, detail }) => `${id} ${verdict} ${detail}`)).toEqual([]);
  expect(report?.requirements).toHaveLength(requirements.length);
  expect(report?.cleanUp).toMatchObject({ deleted: report?.cleanUp.created, left: [] });
  expect(report?.exploration).toMatchObject({ afterScenarios: true, contradictions: [] });
  expect(report?.exploration?.calls).toBeGreaterThan(0);
});

test('no secret in any file or on the terminal, in any spelling', { tag: longTag }, async ({}, testInfo) => {
  const reportDir = testInfo.outputPath('report');

  const { exitCode, output } = await conformance(['run', '--quick'], {
    ...target(),
    REPORT_DIR: reportDir,
    DEBUG: 'pw:*',
    NODE_DEBUG: 'http,https,net',
  });

  expect(exitCode, output).toBe(0);
  expect(await placesOf(secretKey, reportDir, output)).toEqual([]);
  expect((await filesIn(reportDir)).length).toBeGreaterThan(1);
});

test('keys so short that everything holds them do no harm to the report', async () => {
  server.addApp({ appId: 'one', secretKey: '1' });
  server.addApp({ appId: 'word', secretKey: 'putConversation' });
  const env = { ...target(), TARGET_APP_ID: 'one', TARGET_SECRET_KEY: '1' };
  const second = { TARGET_SECOND_APP_ID: 'word', TARGET_SECOND_SECRET_KEY: 'putConversation' };
  const args = ['run', '--quick', '--only', 'PUT-MERGE-01,ISOLATION-APP-01'];

  const { exitCode, report, output } = await conformance(args, { ...env, ...second });

  expect(exitCode, output).toBe(0);
  expect(reportIssues(report)).toEqual([]);
  const operations = report?.scenarios.flatMap(({ exchanges }) =>
    exchanges.map(({ operation }) => operation),
  );
  expect(operations).toContain('putConversation');
});

test('one requirement alone', async () => {
  const { exitCode, report, output } = await conformance(['run', '--only', 'PUT-MERGE-01'], target());

  expect(exitCode, output).toBe(0);
  expect(report).toMatchObject({ partial: true, verdict: 'partial' });
  expect(output).toMatch(/^Partial run: 1 of \d+ requirements selected, 1 holds\.$/m);
  const judged = report?.requirements.filter(({ verdict }) => verdict !== 'not-selected');
  expect(judged?.map(({ id, verdict }) => [id, verdict])).toEqual([['PUT-MERGE-01', 'passed']]);
});

test('scenarios are chosen by their title, and none that has it is a usage error', async () => {
  const chosen = ['run', '--only', 'PUT-MERGE', '--scenario', 'EMPTY body'];

  const { exitCode, report, output } = await conformance(chosen, target());
  expect(exitCode, output).toBe(0);
  const titles = report?.scenarios.filter(({ declared }) => declared.length > 0).map(({ title }) => title);
  expect(titles).not.toEqual([]);
  for (const title of titles ?? []) expect(title).toContain('empty body');
  const judged = report?.requirements.filter(({ verdict }) => verdict !== 'not-selected') ?? [];
  expect(judged.map(({ verdict }) => verdict)).not.toContain('not-run');

  const none = await conformance([...chosen.slice(0, -1), 'nothing of that kind'], target());
  expect([none.exitCode, none.report?.problems]).toEqual([2, []]);
  expect(none.output).toContain(
    '--scenario: no scenario of PUT-MERGE has "nothing of that kind" in its title',
  );
});

test(
  'a quick run judges every selected requirement, with no more scenarios than these',
  { tag: longTag },
  async () => {
    const { exitCode, report, output } = await conformance(['run', '--quick', '--only', 'PUT'], target());

    expect(exitCode, output).toBe(0);
    expect(report).toMatchObject({ partial: true, quick: true, verdict: 'partial' });
    expect(output).toMatch(
      /^Quick run: the first case of each requirement; \d+ of \d+ requirements selected/m,
    );
    const selected = report?.requirements.filter(({ verdict }) => verdict !== 'not-selected') ?? [];
    expect(selected.filter(({ verdict }) => verdict === 'not-run')).toEqual([]);
    const judged = report?.scenarios.filter(({ declared }) => declared.length > 0) ?? [];
    expect(judged.length).toBeGreaterThan(0);
    expect(judged.length).toBeLessThanOrEqual(selected.length);
  },
);

test('plain Playwright gives the same report', { tag: longTag }, async () => {
  const { exitCode, report, output } = await playwrightTest(['specs/put/merge.spec.ts'], {});
  expect(output).toContain('MUST');
  expect(report?.requirements.find(({ id }) => id === 'PUT-MERGE-01')?.verdict, output).toBe('passed');
  // Other areas were not run, so the run as a whole is incomplete.
  expect([exitCode, report?.exitCode]).toEqual([1, 3]);
});

test('a target that is off ends the run at once, with a report', async () => {
  const { exitCode, report, output, durationMs } = await conformance(['run'], {
    ...target(),
    TARGET_URL: 'http://127.0.0.1:9',
  });

  expect(exitCode).toBe(4);
  expect(output.trim().split('\n')).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:9 does not respond \(.*\)\. Is it running/),
  ]);
  expect(report).toMatchObject({ verdict: 'unreachable', exitCode: 4, requests: 0 });
  expect(durationMs).toBeLessThan(20_000);
});

test('a target that never answers ends the run within seconds', async () => {
  const silent = await listening(() => undefined);
  const { exitCode, output } = await conformance(['run'], {
    ...target(),
    TARGET_TIMEOUT_MS: '1500',
    TARGET_URL: silent.url,
  });
  silent.close();
  expect(exitCode).toBe(4);
  expect(output).toContain('does not respond (no complete response within 1500 ms)');
});

test('a wrong key ends the run at once, with a report', async () => {
  const { exitCode, report, output } = await conformance(['run'], {
    ...target(),
    TARGET_SECRET_KEY: 'sk_wrong',
  });
  expect(exitCode).toBe(4);
  expect(output).toContain('returned 401: the credentials are refused. Check TARGET_SECRET_KEY');
  expect(report).toMatchObject({ verdict: 'unreachable', exitCode: 4 });
});

test('an app that is not there, or an address where nothing is, is told before anything is judged', async () => {
  const stranger = await listening((_request, response) => response.writeHead(404).end('Not found.'));
  const wrongApp = await conformance(['run'], { ...target(), TARGET_APP_ID: 'nobody' });
  const wrongPlace = await conformance(['run'], { ...target(), TARGET_URL: stranger.url });
  stranger.close();
  for (const { exitCode, output } of [wrongApp, wrongPlace]) {
    expect(exitCode, output).toBe(4);
    expect(output).toMatch(/returns 4xx for every request to the app \w+: .*Check --app-id and --target/);
  }
});

test('a target that is still starting is waited for', async () => {
  let asked = 0;
  const starting = await listening((_request, response) => {
    if (++asked < 4) response.socket?.destroy();
    else response.writeHead(401).end();
  });
  const { exitCode, output } = await conformance(['run', '--wait', '20s'], {
    ...target(),
    TARGET_URL: starting.url,
  });
  starting.close();
  expect(exitCode, output).toBe(4);
  expect(output).toContain('returned 401');
  expect(asked).toBeGreaterThanOrEqual(4);
});

const mistakes: readonly [string, string[], NodeJS.ProcessEnv, RegExp][] = [
  ['a flag that does not exist', ['run', '--traget', 'x'], {}, /unknown option '--traget'/],
  ['a secret as a flag', ['run', '--secret-key', 'x'], {}, /unknown option '--secret-key'/],
  [
    'a target that is no URL',
    ['run', '--target', 'nowhere'],
    {},
    /^--target: "nowhere" is not a URL\. A valid example: /m,
  ],
  [
    'a selection that names nothing',
    ['run', '--only', 'PUT-MRGE-01'],
    {},
    /^--only: "PUT-MRGE-01" is not a requirement.*did you mean PUT-MERGE-01/m,
  ],
  [
    'a selection that is excluded',
    ['run', '--only', 'DELETE-UI-01'],
    {},
    /^--only: "DELETE-UI-01" is excluded/m,
  ],
  [
    'a baseline that is not there',
    ['run', '--baseline', 'nowhere.json'],
    {},
    /^--baseline: nowhere\.json cannot be read/m,
  ],
  ['a command that does not exist', ['rnu'], {}, /unknown command 'rnu'/],
  ['an unknown requirement', ['explain', 'PUT-MERGE-99'], {}, /^"PUT-MERGE-99" is not a requirement/m],
  [
    'an unknown choice',
    ['serve', '--choice', 'x'],
    {},
    /^--choice: there is no choice "x"\. .*list choices" shows/m,
  ],
  [
    'a mistyped defect',
    ['serve', '--defect', 'put-drops-subjct'],
    {},
    /^--defect: there is no defect "put-drops-subjct"; did you mean put-drops-subject\?/m,
  ],
  ['a port that is no number', ['serve', '--port', 'x'], {}, /^--port: "x" is not a whole number/m],
];

for (const [name, args, env, message] of mistakes)
  test(`usage: ${name}`, async () => {
    const { exitCode, output } = await conformance(args, env);
    expect(exitCode, output).toBe(2);
    expect(output).toMatch(message);
    expect(output).not.toMatch(/^ +at /m);
  });

test('known failures do not gate, and gate again once they pass', { tag: longTag }, async ({}, testInfo) => {
  const baseline = testInfo.outputPath('known.json');
  await writeFile(baseline, JSON.stringify([{ id: 'PUT-MERGE-01', reason: 'a test' }]));
  const args = ['run', '--quick', '--only', 'PUT-MERGE-01', '--baseline', baseline];
  const broken = { appId: 'broken', secretKey, defects: ['put-drops-photo-url'] };
  server.addApp(broken);

  const failing = await conformance(args, { ...target(), TARGET_APP_ID: 'broken' });
  const passing = await conformance(args, target());

  expect(failing.exitCode, failing.output).toBe(0);
  expect(failing.report?.requirements.find(({ id }) => id === 'PUT-MERGE-01')?.verdict).toBe('known-failure');
  expect(passing.exitCode, passing.output).toBe(5);
  expect(passing.output).toContain('PUT-MERGE-01 passes now');
});

test('list and explain', async () => {
  const listed = await conformance(['list', 'PUT-MERGE']);
  const explained = await conformance(['explain', 'PUT-MERGE-01']);
  const ids = listed.output
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(ids).toEqual(expand('PUT-MERGE').map(({ id }) => id));
  expect(explained.output).toMatch(/level +MUST\n +basis +page: /);
  expect([listed.exitCode, explained.exitCode]).toEqual([0, 0]);
});

async function listening(handler: RequestListener): Promise<{ url: string; close: () => void }> {
  const silent = createServer(handler);
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const close = (): void => {
    silent.closeAllConnections();
    silent.close();
  };
  return { url: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`, close };
}
