/** The exploration that follows the scenarios of a run: one report, one exit code, one list of failures. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { reportIssues } from '../../../../schemas/report/validate.ts';
import { command } from '../../support/compiled.ts';
import { conformance, conversationsLeft, targetEnv } from '../../support/conformance.ts';
import { deepDefects } from '../../support/deep-defects.ts';
import { longTag } from '../../support/speeds.ts';

const secretKey = 'sk_canary_7c1B~b7/Zq+x';
const id = 'PARTICIPANT-MODIFY-02';
const deep = deepDefects['third-message-of-a-reader-resets-its-access'];
let server: ReferenceServer;

test.beforeAll(async () => {
  server = await startReferenceServer({
    apps: [
      { appId: 'app', secretKey },
      { appId: 'deep', secretKey, patches: deep ? [deep.patch] : [] },
      { appId: 'broken', secretKey, defects: ['put-drops-subject'] },
    ],
  });
});

test.afterAll(() => server.close());

const target = (appId = 'app'): NodeJS.ProcessEnv => targetEnv(server.url, secretKey, appId);

const left = (appId: string): Promise<number> => conversationsLeft(server.url, secretKey, appId);

const resultOf = (report: RunReport | undefined, requirement: string) =>
  report?.requirements.find((one) => one.id === requirement);

test('a part is judged by its scenarios alone, even where the explorer would find more', async () => {
  const { exitCode, report, output } = await conformance(['run', '--only', id], target('deep'));
  expect(exitCode, output).toBe(0);
  expect(report?.exploration).toBeUndefined();
  expect(output).not.toContain('exploring');
});

test(
  'what only the explorer finds fails the run, and is told as found by it',
  { tag: longTag },
  async ({}, testInfo) => {
    test.slow();
    const folder = testInfo.outputPath('report');
    // A seed with which it is found well within these calls.
    const args = ['run', '--only', id, '--explore', '4000', '--seed', '3'];
    const { exitCode, report, output } = await conformance(args, {
      ...target('deep'),
      REPORT_DIR: folder,
    });
    expect(exitCode, output).toBe(1);
    expect(output).toMatch(/^ {2}found {5}by the explorer, after \d+ calls:\n {12}1\. /m);
    expect(output).toMatch(/^ {2}explorer {2}\d+ contradictions? in \d+ calls/m);
    expect(output).toContain('main.ts explore --replay 3,');
    expect(report).toMatchObject({ verdict: 'non-conformant', partial: true, problems: [] });
    expect(reportIssues(report)).toEqual([]);
    const result = resultOf(report, id);
    expect(result?.verdict).toBe('failed');
    expect(result?.detail).toContain('(found by the explorer)');
    const found = result?.checks.filter(({ foundBy }) => foundBy === 'explorer');
    expect(found?.map(({ verdict }) => verdict)).toEqual(['failed']);
    expect(result?.checks.filter((check) => !found?.includes(check)).map(({ verdict }) => verdict)).toContain(
      'passed',
    );
    expect(report?.exploration).toMatchObject({ afterScenarios: true, mode: 'sequences' });
    expect(report?.requests).toBeGreaterThan(report?.exploration?.requests ?? 0);
    expect(await readFile(join(folder, 'junit.xml'), 'utf8')).toContain('by the explorer, after');
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('id="exploration"');
    expect(await left('deep')).toBe(0);
  },
);

test(
  'what a scenario finds as well is one failure, and judged again by the scenario',
  { tag: longTag },
  async () => {
    const only = ['--only', 'PUT-MERGE-01,PUT-MERGE-02,PUT-MERGE-04'];
    const { exitCode, report, output } = await conformance(
      ['run', ...only, '--explore', '300', '--capabilities=-messages'],
      target('broken'),
    );
    expect(exitCode, output).toBe(1);
    const both = report?.requirements.filter(({ checks }) => {
      const failed = checks.filter(({ verdict }) => verdict === 'failed');
      return new Set(failed.map(({ foundBy }) => foundBy)).size === 2;
    });
    expect(both?.length, output).toBeGreaterThan(0);
    for (const one of both ?? []) {
      expect(output.match(new RegExp(`^${one.id} failed: `, 'gm'))).toHaveLength(1);
      expect(one.detail).not.toContain('explorer');
    }
    // Of those that one mistake breaks, the first is told whole.
    expect(output).toMatch(/main\.ts run --only PUT-MERGE-0[124] /);
    // What is disclaimed is not tried.
    expect(report?.exploration?.steps).not.toHaveProperty('send');
  },
);

test('an interrupt ends the exploration in good order, with report and clean-up', async ({}, testInfo) => {
  const reportDir = testInfo.outputPath('report');
  const args = ['run', '--only', 'PUT-MERGE-01', '--explore', '2m'];
  const child = spawn(process.execPath, [command, ...args], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ...target('app'),
      REPORT_DIR: reportDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((exploring) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('exploring (120 s)')) exploring();
    });
  });
  await expect.poll(() => left('app')).toBeGreaterThan(0);
  child.kill('SIGINT');
  const exitCode = await new Promise((done) => child.once('close', done));
  expect(exitCode).toBe(130);
  const report = JSON.parse(await readFile(join(reportDir, 'results.json'), 'utf8')) as RunReport;
  expect(report.exploration).toMatchObject({ ended: 'it was interrupted', contradictions: [] });
  expect(resultOf(report, 'PUT-MERGE-01')?.verdict).toBe('passed');
  expect(report).toMatchObject({ problems: [], cleanUp: { left: [] } });
  expect(await left('app')).toBe(0);
});
