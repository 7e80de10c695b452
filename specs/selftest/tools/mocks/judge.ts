/**
 * Judges the mock servers of `mocks.ts` and keeps the results, from which the README's table is made: `npm run mocks`,
 * or `npm run mocks -- NAME` for one. Each is installed from npm into a temporary folder (up to 110 MB).
 */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openapi } from '../../../../reports/cli/openapi.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { conformance } from '../../support/conformance.ts';
import { appId, mocks, type Mock } from './mocks.ts';
import type { MockResult } from './result.ts';

const kept = fileURLToPath(new URL('./results.json', import.meta.url));
const startsWithinMs = 30_000;

const wanted = process.argv[2];
const chosen = mocks.filter(({ name }) => wanted === undefined || name === wanted);
if (chosen.length === 0) throw new Error(`${wanted} is none of ${mocks.map(({ name }) => name).join(', ')}`);
const results = new Map(
  (JSON.parse(readFileSync(kept, 'utf8')) as MockResult[]).map((one) => [one.name, one]),
);
for (const mock of chosen) {
  const result = await judge(mock);
  results.set(mock.name, result);
  console.log(`${mock.name}: exit code ${result.exitCode}, ${result.requests} requests, ${result.seconds} s`);
}
const inOrder = mocks.flatMap(({ name }) => results.get(name) ?? []);
writeFileSync(kept, `${JSON.stringify(inOrder, null, 2)}\n`);

async function judge(mock: Mock): Promise<MockResult> {
  const folder = mkdtempSync(join(tmpdir(), 'mock-'));
  const port = await freePort();
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', mock.package], {
      cwd: folder,
      stdio: 'ignore',
    });
    writeFileSync(join(folder, 'api.json'), openapi(appId));
    copyFileSync(new URL('./json-server.cjs', import.meta.url), join(folder, 'json-server.cjs'));
    const [program = '', ...args] = mock.command(port);
    const child = spawn(program, args, { cwd: folder, stdio: 'ignore' });
    try {
      const url = `http://127.0.0.1:${port}`;
      await answers(url);
      const { report, output } = await conformance(['run'], {
        TARGET_URL: url,
        TARGET_APP_ID: appId,
        TARGET_SECRET_KEY: 'sk_of_a_mock',
        TARGET_CONSISTENCY_MS: '0',
        CONFORMANCE_SEED: '1',
        CONFORMANCE_EXPLORE: 'off',
      });
      if (report === undefined) throw new Error(output);
      return resultOf(mock, report);
    } finally {
      child.kill();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultOf(mock: Mock, report: RunReport): MockResult {
  const { name, setUp, right, lenient } = mock;
  const areas = report.areas.map(({ area }) => {
    const must = report.requirements.filter((one) => one.area === area && one.level === 'MUST');
    const count = (verdict: string): number => must.filter((one) => one.verdict === verdict).length;
    return { area, holds: count('passed'), violated: count('failed'), blocked: count('blocked') };
  });
  return {
    ...{ name, package: mock.package, setUp, right, lenient },
    ...{ rules: report.rules.version, verdict: report.verdict, exitCode: report.exitCode },
    ...{ requests: report.requests, seconds: Math.round(report.durationMs / 1000), areas },
  };
}

async function answers(url: string): Promise<void> {
  const until = Date.now() + startsWithinMs;
  while (Date.now() < until) {
    if (await fetch(url).then(Boolean, () => false)) return;
    await wait(200);
  }
  throw new Error(`${url} did not answer within ${startsWithinMs} ms`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => probe.once('listening', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
