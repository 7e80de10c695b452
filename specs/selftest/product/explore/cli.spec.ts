/** `explore` as people run it: exit codes, a report whatever happens, no secret, mistakes told in one sentence. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { reportIssues } from '../../../../schemas/report/validate.ts';
import { command } from '../../support/compiled.ts';
import { conformance, conversationsLeft, targetEnv } from '../../support/conformance.ts';

const secretKey = 'sk_canary_9d2A~b7/Zq+x';
let server: ReferenceServer;

test.beforeAll(async () => {
  server = await startReferenceServer({
    apps: [
      { appId: 'app', secretKey },
      { appId: 'broken', secretKey, defects: ['put-drops-subject'] },
      { appId: 'racy', secretKey, defects: ['put-loses-concurrent-subject'] },
    ],
  });
});

test.afterAll(() => server.close());

const target = (appId = 'app'): NodeJS.ProcessEnv => targetEnv(server.url, secretKey, appId);

const left = (appId: string): Promise<number> => conversationsLeft(server.url, secretKey, appId);

test('nothing found on the embedded server: exit code 0', async () => {
  const { exitCode, output, report } = await conformance(['explore', '--runs', '12', '--seed', '1']);
  expect(exitCode, output).toBe(0);
  expect(output).toContain('No contradiction: ');
  expect(report).toMatchObject({ exitCode: 0, verdict: 'partial', partial: true, seed: 1, problems: [] });
  expect(report?.exploration).toMatchObject({ mode: 'sequences', sequences: 12, contradictions: [] });
  expect(reportIssues(report)).toEqual([]);
  expect(report?.cleanUp).toMatchObject({ left: [] });
});

test('a contradiction: exit code 1, a story, a script, a replay, and no secret', async ({}, testInfo) => {
  const folder = testInfo.outputPath('report');
  const env = { ...target('broken'), REPORT_DIR: folder };
  const { exitCode, output, report } = await conformance(['explore', '--runs', '12', '--seed', '1'], env);
  expect(exitCode, output).toBe(1);
  const [found] = report?.exploration?.contradictions ?? [];
  expect(found?.requirements[0]).toBe('PUT-MERGE-01');
  expect(found?.story.length).toBeLessThanOrEqual(5);
  expect(report?.requirements.find(({ id }) => id === 'PUT-MERGE-01')?.verdict).toBe('failed');
  const names = await readdir(folder, { recursive: true });
  expect(names).toContain(join('reproduce', 'PUT-MERGE-01.sh'));
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  expect(page).toContain('id="exploration"');
  expect(page).toContain(`--replay ${found?.replay}`);
  for (const name of names.filter((one) => one.includes('.')))
    expect((await readFile(join(folder, name), 'latin1')).includes(secretKey), name).toBe(false);
  expect(output).not.toContain(secretKey);
  expect(await left('broken')).toBe(0);

  const replayed = await conformance(['explore', '--replay', found?.replay ?? ''], target('broken'));
  expect(replayed.exitCode, replayed.output).toBe(1);
  expect(replayed.report?.exploration?.contradictions[0]?.story).toEqual(found?.story);
});

test('what only a SHOULD forbids is a warning, unless the run is strict', async () => {
  const args = ['explore', '--race', '--runs', '12', '--seed', '1', '--min-calls', '1'];
  const lenient = await conformance(args, target('racy'));
  const strict = await conformance([...args, '--strict'], target('racy'));
  expect([lenient.exitCode, strict.exitCode], lenient.output).toEqual([0, 1]);
  expect(lenient.output).toContain(
    'No contradiction of a MUST, 1 of a SHOULD (a failure only with --strict): ',
  );
  expect(lenient.output).toContain('Contradiction 1 (SHOULD, PUT-MERGE-12):');
  expect(strict.output).toContain('1 of a SHOULD (a failure, because of --strict): ');
});

test('too few calls: exit code 3', async () => {
  const { exitCode, output, report } = await conformance(['explore', '--max-requests', '60'], target());
  expect(exitCode, output).toBe(3);
  expect(report?.summary).toMatch(
    /^Incomplete: \d+ calls in .*fewer than the required 200 .*number of requests was reached/,
  );
  expect(await left('app')).toBe(0);
});

test('an interrupt ends it in good order', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  const child = spawn(process.execPath, [command, 'explore', '--runs', '100000'], {
    env: {
      ...process.env,
      ...target(),
      REPORT_DIR: folder,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const before = output.includes('...');
    output += chunk.toString();
    // A second one would end it at once.
    if (!before && output.includes('...')) child.kill('SIGINT');
  });
  const exitCode = await new Promise((done) => child.once('close', done));
  const report = JSON.parse(await readFile(join(folder, 'results.json'), 'utf8')) as RunReport;
  await rm(folder, { recursive: true });
  expect(exitCode, output).toBe(130);
  expect(report.exploration?.ended).toBe('it was interrupted');
  expect(await left('app')).toBe(0);
});

const mistakes: readonly [string, string[], RegExp][] = [
  ['--runs', ['--runs', 'many'], /^--runs: "many" is not a whole number/m],
  ['--replay', ['--replay', 'x'], /^--replay: "x" is not a value from a report\. A valid example/m],
  ['a flag of run', ['--workers', '2'], /unknown option '--workers'/],
];
for (const [name, args, message] of mistakes)
  test(`usage: ${name}`, async () => {
    const { exitCode, output } = await conformance(['explore', ...args]);
    expect(exitCode, output).toBe(2);
    expect(output).toMatch(message);
    expect(output).not.toMatch(/^ +at /m);
  });

test('a target that is off: exit code 4, with a report', async () => {
  const { exitCode, report } = await conformance(['explore'], {
    ...target(),
    TARGET_URL: 'http://127.0.0.1:9',
  });
  expect([exitCode, report?.verdict]).toEqual([4, 'unreachable']);
});
