/** A run that is interrupted, or out of time, ends in good order: clean-up, report, and an exit code that says so. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { command } from '../../support/compiled.ts';
import { conformance } from '../../support/conformance.ts';
import { longTag } from '../../support/speeds.ts';

const secretKey = 'sk_test_interrupt';
let server: ReferenceServer;

test.beforeEach(async () => {
  server = await startReferenceServer({ latencyMs: 60, apps: [{ appId: 'app', secretKey }] });
});

test.afterEach(() => server.close());

const env = (reportDir: string): NodeJS.ProcessEnv => ({
  REPORT_DIR: reportDir,
  TARGET_URL: server.url,
  TARGET_APP_ID: 'app',
  TARGET_SECRET_KEY: secretKey,
  TARGET_CONSISTENCY_MS: '0',
  CONFORMANCE_WORKERS: '2',
});

async function leftOnServer(): Promise<string[]> {
  const response = await fetch(`${server.url}/v1/app/conversations?limit=30`, {
    headers: { authorization: `Bearer ${secretKey}` },
  });
  return ((await response.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
}

const reportIn = async (folder: string): Promise<RunReport> =>
  JSON.parse(await readFile(join(folder, 'results.json'), 'utf8')) as RunReport;

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  // One of them stands for all in a test run.
  test(
    `${signal} in the middle of a run`,
    { tag: signal === 'SIGINT' ? [] : longTag },
    async ({}, testInfo) => {
      const reportDir = testInfo.outputPath('report');
      const child = spawn(process.execPath, [command, 'run'], {
        env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env(reportDir) },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      // Begun, and busy: the first scenario is over, and there is something to clean up.
      await new Promise<void>((begun) => {
        let output = '';
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          if (/surveyed only\n[.s-]/.test(output)) begun();
        });
      });
      await expect.poll(leftOnServer).not.toEqual([]);
      const began = Date.now();
      child.kill(signal);
      const exitCode = await new Promise((done) => child.once('close', done));

      expect(exitCode).toBe(code);
      expect(errors).toContain(`Ended by ${signal}: exit code ${code}.`);
      expect(Date.now() - began).toBeLessThan(30_000);
      expect(await leftOnServer()).toEqual([]);
      const report = await reportIn(reportDir);
      expect(report).toMatchObject({
        verdict: 'incomplete',
        exitCode: 3,
        problems: [],
        cleanUp: { left: [] },
      });
      expect(report.notes.join(' ')).toContain('The run was interrupted');
    },
  );

test('a run whose parent is gone ends in good order', async ({}, testInfo) => {
  const reportDir = testInfo.outputPath('report');
  // A wrapper that passes no signal on, as npx and npm are.
  const wrapper = spawn('sh', ['-c', 'node reports/cli/bin.cjs run; true'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env(reportDir), CONFORMANCE_RATE: '500' },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  await expect.poll(leftOnServer, { timeout: 60_000 }).not.toEqual([]);
  wrapper.kill('SIGKILL');
  await expect.poll(() => existsSync(join(reportDir, 'results.json')), { timeout: 60_000 }).toBe(true);

  const report = await reportIn(reportDir);
  expect(report).toMatchObject({ verdict: 'incomplete', problems: [], cleanUp: { left: [] } });
  expect(report.notes.join(' ')).toContain('The run was interrupted');
  expect(await leftOnServer()).toEqual([]);
});

test('a run that is out of time ends within it, with clean-up and report', async ({}, testInfo) => {
  const reportDir = testInfo.outputPath('report');
  const args = ['run', '--max-duration', '30s', '--rate', '4', '--burst', '10'];
  const { exitCode, report, durationMs, output } = await conformance(args, env(reportDir));

  expect(exitCode, output).toBe(3);
  expect(durationMs).toBeLessThan(30_000);
  expect(report).toMatchObject({ verdict: 'incomplete', problems: [], cleanUp: { left: [] } });
  expect(report?.waited.paceMs).toBeGreaterThan(1000);
  expect(report?.notes.join(' ')).toContain('reached its maximum duration of 30 s');
  expect(await leftOnServer()).toEqual([]);
});
