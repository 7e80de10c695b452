/** The scripts of a report show a fault while it is there, and that it is gone once it is. */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type TestInfo } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import { reproduceScripts } from '../../../../reports/writers/reproduce/index.ts';
import { word } from '../../../../reports/writers/reproduce/shell.ts';
import { bash } from '../../support/bash.ts';
import { conformance } from '../../support/conformance.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { sampleReport, type Sample } from '../../support/sample.ts';
import { longTag } from '../../support/speeds.ts';

// Whole runs, several in one test: a busy machine takes its time.
test.describe.configure({ timeout: 600_000 });

const app = { appId: 'app', secretKey: 'sk_reproduce_0123456789' };
const defects = ['put-drops-subject', 'create-answers-201'];
const serve = (): Promise<ReferenceServer> => startReferenceServer({ apps: [{ ...app, defects }] });
const serveSound = (): Promise<ReferenceServer> => startReferenceServer({ apps: [app] });
const env = (server: ReferenceServer): NodeJS.ProcessEnv => ({
  TARGET_URL: server.url,
  TARGET_APP_ID: app.appId,
  TARGET_SECRET_KEY: app.secretKey,
});

/** A folder with the programs of a script, but for one. */
async function pathWithout(program: string, testInfo: TestInfo): Promise<string> {
  const folder = testInfo.outputPath('bin');
  await mkdir(folder);
  for (const name of ['bash', 'cat', 'curl', 'head', 'mktemp', 'rm', 'sleep', 'tr', 'jq'])
    if (name !== program)
      await symlink((await bash(['--norc', '-c', `type -P ${name}`])).output.trim(), join(folder, name));
  return folder;
}

function sampleScript(sample: Sample): string {
  return reproduceScripts(sampleReport({ failed: ['PUT-MERGE-01'], ...sample })).get('PUT-MERGE-01.sh') ?? '';
}

/** Runs the suite against a server with the defects and answers the folder of its scripts. */
async function scriptsOf(testInfo: TestInfo, ids: readonly string[]): Promise<string> {
  const reportDir = testInfo.outputPath('report');
  const faulty = await serve();
  await conformance(['run', '--seed', '1', ...ids.flatMap((id) => ['--only', id])], {
    ...env(faulty),
    TARGET_CONSISTENCY_MS: '0',
    REPORT_DIR: reportDir,
  });
  await faulty.close();
  return join(reportDir, 'reproduce');
}

/** Everything starts anew, so that nothing of the recorded run is there already. */
async function answer(script: string, server: Promise<ReferenceServer>, variables: NodeJS.ProcessEnv = {}) {
  const started = await server;
  const result = await bash([script], { ...env(started), ...variables });
  await started.close();
  return result;
}

async function conversationsOf({ url }: ReferenceServer): Promise<unknown> {
  const headers = { authorization: `Bearer ${app.secretKey}` };
  return (await fetch(`${url}/v1/${app.appId}/conversations`, { headers })).json();
}

test(
  'a script exits with 1 while the fault is there, with 0 once it is gone',
  { tag: longTag },
  async ({}, testInfo) => {
    const folder = await scriptsOf(testInfo, ['PUT-MERGE-01', 'RETRIEVE-MISSING-01', 'TRANSPORT-STATUS-01']);
    // What holds has none.
    expect((await readdir(folder)).sort()).toEqual(['PUT-MERGE-01.sh', 'TRANSPORT-STATUS-01.sh']);

    const merge = join(folder, 'PUT-MERGE-01.sh');
    const server = await serve();
    const there = await bash([merge], env(server));
    expect(await conversationsOf(server)).toEqual({ data: [] });
    await server.close();
    expect(there.output).toMatch(/^expected: {"subject":"(.+)"}\nreceived: {"subject":null}$/m);
    expect(there.code).toBe(1);
    const gone = await answer(merge, serveSound());
    expect(gone.output).toMatch(/^expected: ({"subject":".+"})\nreceived: \1$/m);
    expect(gone.code).toBe(0);

    const status = join(folder, 'TRANSPORT-STATUS-01.sh');
    expect(await answer(status, serve())).toMatchObject({
      code: 1,
      output: expect.stringContaining('expected: status 200\nreceived: status 201\n'),
    });
    expect(await answer(status, serveSound())).toMatchObject({ code: 0 });

    const text = await readFile(merge, 'utf8');
    // A conversation, the update and the reading; the conversation is deleted in the end.
    const calls = text.split('\n').flatMap((line) => /^ *call ([A-Z]+) /.exec(line)?.[1] ?? []);
    expect(calls).toEqual(['DELETE', 'PUT', 'PUT', 'GET']);

    // Whoever cannot compare says so, and does not guess.
    const wrongKey = await answer(merge, serve(), { TARGET_SECRET_KEY: 'sk_of_another_app' });
    expect(wrongKey).toMatchObject({ code: 2, output: expect.stringContaining('-> 401') });
    const { output, code } = await answer(merge, serve(), { PATH: await pathWithout('jq', testInfo) });
    expect(output).toContain('install jq to compare');
    expect(output).toContain('"subject":null');
    expect(code).toBe(2);
  },
);

test('a script says what it needs, and where only a person can compare', async ({}, testInfo) => {
  const text = sampleScript({ target: { target: 'embedded' } });
  const script = testInfo.outputPath('PUT-MERGE-01.sh');
  await writeFile(script, text);
  const variables = { TARGET_SECRET_KEY: 'sk_x' };
  expect(await bash([script])).toMatchObject({
    code: 2,
    output: expect.stringContaining('TARGET_SECRET_KEY'),
  });
  expect((await bash([script], variables)).output).toContain('npm run serve');
  expect(await bash([script], { ...variables, TARGET_URL: 'http://127.0.0.1:9' })).toMatchObject({
    code: 2,
    output: expect.stringContaining('-> 000'),
  });

  // A blocked requirement without a cause that a status tells.
  const blocked = sampleScript({ failed: [], blocked: { 'PUT-MERGE-01': 'it is not listed' } });
  expect(blocked).toContain('blocked: it is not listed');
  expect(blocked).toMatch(/^exit 2$/m);
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
