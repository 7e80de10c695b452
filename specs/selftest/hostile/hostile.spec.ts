/** Whatever a target does: bounded time and memory, the right exit code, a full report, no secret, a terminal unharmed. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../fixtures/server/index.ts';
import { reportIssues } from '../../../schemas/report/validate.ts';
import { conformance, type Finished } from '../support/conformance.ts';
import { hostiles, startHostile, type Hostile } from './servers.ts';

const secretKey = 'sk_canary_hostile_7f3a9c';
let upstream: ReferenceServer;

test.beforeAll(async () => {
  upstream = await startReferenceServer({ apps: [{ appId: 'app', secretKey }] });
});

test.afterAll(() => upstream.close());

/** Longest time that a run may take here, in ms. The suite promises the same for any target: its `--max-duration`. */
const maxDurationMs = 60_000;
const memoryLimit = 1024 ** 3;

async function judge(hostile: Hostile, reportDir: string): Promise<Finished> {
  const { url, close } = await startHostile(hostile, upstream.url);
  try {
    return await conformance(['run', '--max-duration', `${maxDurationMs / 1000}s`], {
      REPORT_DIR: reportDir,
      TARGET_URL: url,
      TARGET_APP_ID: 'app',
      TARGET_SECRET_KEY: secretKey,
      TARGET_TIMEOUT_MS: '1000',
      TARGET_CONSISTENCY_MS: '0',
    });
  } finally {
    close();
  }
}

for (const [name, hostile] of Object.entries(hostiles))
  test(`a target that ${hostile.does}`, async ({}, testInfo) => {
    const reportDir = testInfo.outputPath('report');

    const { exitCode, output, report, durationMs, peakBytes } = await judge(hostile, reportDir);

    testInfo.annotations.push({
      type: 'figures',
      description: `${name}: exit ${exitCode}, ${report?.verdict}, ${(durationMs / 1000).toFixed(1)} s, ${Math.round(peakBytes / 1024 ** 2)} MiB, ${report?.requests} requests`,
    });
    expect(hostile.exitCodes, output).toContain(exitCode);
    expect(report, output).toBeDefined();
    expect(reportIssues(report)).toEqual([]);
    expect(report?.problems).toEqual([]);
    expect(
      report?.requirements
        .filter(({ verdict }) => verdict === 'harness-error')
        .map(({ id, detail }) => `${id} ${detail}`),
    ).toEqual([]);
    expect(durationMs).toBeLessThan(maxDurationMs + 5000);
    expect(peakBytes).toBeLessThan(memoryLimit);
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    for (const [file, text] of [['the terminal', output], ...(await filesIn(reportDir))] as const)
      expect(text.includes(secretKey) || text.includes(secretInBase64), `${file} holds the secret`).toBe(
        false,
      );
  });

const secretInBase64 = Buffer.from(`x:Bearer ${secretKey}`).toString('base64').slice(16, -4);

async function filesIn(folder: string): Promise<[string, string][]> {
  const files: [string, string][] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) files.push([name, await readFile(path, 'latin1')]);
  }
  return files;
}

test('a redirect to another host never carries the credential there', async ({}, testInfo) => {
  const seen: string[] = [];
  const elsewhere = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/elsewhere`;

  const hostile: Hostile = {
    does: 'redirects elsewhere',
    exitCodes: [],
    handler: (_request, response) => response.writeHead(307, { location }).end(),
  };
  const { exitCode, output } = await judge(hostile, testInfo.outputPath('report'));
  elsewhere.close();

  expect([1, 3]).toContain(exitCode);
  expect(output).toContain('a redirect, which is never followed');
  expect(seen).toEqual([]);
});
