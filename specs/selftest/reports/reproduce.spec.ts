/** The scripts of a report really repeat what it shows: bash and curl get the recorded statuses again. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../fixtures/server/index.ts';
import { word } from '../../../reports/writers/reproduce/shell.ts';
import { conformance } from '../support/conformance.ts';
import { hostileText } from './hostile.ts';

// Whole runs, several in one test: a busy machine takes its time.
test.describe.configure({ timeout: 600_000 });

const app = { appId: 'app', secretKey: 'sk_reproduce_0123456789' };
const defects = [
  'put-drops-subject',
  'read-skips-first-message',
  'query-decoded-twice',
  'create-answers-201',
];
const serve = (): Promise<ReferenceServer> => startReferenceServer({ apps: [{ ...app, defects }] });
const env = (server: ReferenceServer): NodeJS.ProcessEnv => ({
  TARGET_URL: server.url,
  TARGET_APP_ID: app.appId,
  TARGET_SECRET_KEY: app.secretKey,
});

function bash(
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const options = { env: { PATH: process.env['PATH'], ...variables } };
    execFile('bash', args, options, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

test('every script of a violated requirement gets the recorded statuses again', async ({}, testInfo) => {
  const reportDir = testInfo.outputPath('report');
  const first = await serve();
  const families = ['PUT-CREATE', 'PUT-MERGE', 'READ-READ', 'FILTER-ENCODE', 'MESSAGE-SEND'];
  const { report, output } = await conformance(
    ['run', '--seed', '1', ...families.flatMap((name) => ['--only', name])],
    { ...env(first), TARGET_CONSISTENCY_MS: '0', REPORT_DIR: reportDir },
  );
  await first.close();
  const violated =
    report?.requirements.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id) ?? [];
  expect(violated.length, output).toBeGreaterThan(4);

  for (const id of violated) {
    // Everything starts anew, so that nothing of the recorded run is there already.
    const server = await serve();
    const { code, output: told } = await bash([join(reportDir, 'reproduce', `${id}.sh`)], env(server));
    await server.close();
    expect(told, id).toMatch(/^\d+ requests, 0 with another status than recorded$/m);
    expect(code, id).toBe(0);
  }
});

test('a server without the defect answers with another status, and the script says so', async ({}, testInfo) => {
  const reportDir = testInfo.outputPath('report');
  const broken = await serve();
  await conformance(['run', '--only', 'PUT-CREATE-01'], {
    ...env(broken),
    TARGET_CONSISTENCY_MS: '0',
    REPORT_DIR: reportDir,
  });
  await broken.close();
  const sound = await startReferenceServer({ apps: [app] });
  const { code, output } = await bash([join(reportDir, 'reproduce/PUT-CREATE-01.sh')], env(sound));
  await sound.close();
  expect(output).toContain('200, recorded 201 <- differs');
  expect(code).toBe(1);
});

test('a script without its key says what it needs', async ({}, testInfo) => {
  const reportDir = testInfo.outputPath('report');
  await conformance(['run', '--only', 'PUT-CREATE-01'], { REPORT_DIR: reportDir });
  const script = join(reportDir, 'reproduce/PUT-CREATE-01.sh');
  expect(await bash([script])).toMatchObject({ output: expect.stringContaining('npm run serve') });
  const variables = { TARGET_URL: 'http://127.0.0.1:9' };
  expect((await bash([script], variables)).output).toContain('TARGET_SECRET_KEY: is needed');
});

test('a bash word stands for exactly its text', async () => {
  for (const text of [
    hostileText.replaceAll('\0', '').replace(/\p{Surrogate}/gu, ''),
    '',
    `'`,
    'é\n\t',
    '$HOME`x`',
    '@file',
    '-x',
  ]) {
    const { output } = await bash(['--norc', '-c', `printf %s ${word(text)}`]);
    expect(output).toBe(text);
  }
  const replaced = word('a-$KEY-b', [{ text: '$KEY', expression: '$SECRET' }]);
  expect((await bash(['--norc', '-c', `printf %s ${replaced}`], { SECRET: `it's` })).output).toBe(`a-it's-b`);
});
