/** Judges a hostile target as its users do, and holds the run to everything that is promised for any target. */
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { reportIssues } from '../../../../schemas/report/validate.ts';
import { conformance, targetEnv, type Finished } from '../../support/conformance.ts';
import { placesOf } from '../../support/secrets.ts';
import { longTag } from '../../support/speeds.ts';
import { startHostile, type Hostile, type Hostiles } from './server.ts';

export const secretKey = 'sk_canary_hostile_7f3a9c';
const memoryLimit = 1024 ** 3;

/** Enough to see what a target does to reading, writing and sending; `HOSTILE=1` judges everything. */
const few = [
  '--quick',
  '--only',
  'PUT-MERGE-01,PUT-MERGE-03,RETRIEVE-FOUND-02,MESSAGE-SEND-01,AUTH-WRONG-01',
];
const everything = process.env['HOSTILE'] !== undefined;

const maxMsOf = ({ maxSeconds = 60 }: Hostile): number => maxSeconds * 1000;

export async function judge(hostile: Hostile, upstream: string, reportDir: string): Promise<Finished> {
  const { url, close } = await startHostile(hostile, upstream);
  const some = hostile.only ? ['--only', hostile.only.join(',')] : few;
  const only = everything ? [] : some;
  try {
    return await conformance(['run', '--max-duration', `${maxMsOf(hostile)}ms`, ...only], {
      REPORT_DIR: reportDir,
      ...targetEnv(url, secretKey),
      TARGET_TIMEOUT_MS: '1000',
      CONFORMANCE_WORKERS: '1',
    });
  } finally {
    close();
  }
}

/** One test for each of these targets. */
export function tryAll(hostiles: Hostiles): void {
  let upstream: ReferenceServer;
  test.beforeAll(async () => {
    upstream = await startReferenceServer({ apps: [{ appId: 'app', secretKey }] });
  });
  test.afterAll(() => upstream.close());

  for (const hostile of Object.values(hostiles)) {
    if (hostile.slow && !everything) continue;
    test(`a target that ${hostile.does}`, { tag: hostile.sample ? [] : longTag }, async ({}, testInfo) => {
      const reportDir = testInfo.outputPath('report');

      const finished = await judge(hostile, upstream.url, reportDir);

      const { exitCode, output, report } = finished;
      expect(hostile.exitCodes, output).toContain(exitCode);
      expect(report, output).toBeDefined();
      expect(reportIssues(report)).toEqual([]);
      expect(report?.problems).toEqual([]);
      expect(report?.requirements.filter(({ verdict }) => verdict === 'harness-error')).toEqual([]);
      expectVerdicts(report, hostile);
      expect(finished.durationMs).toBeLessThan(maxMsOf(hostile));
      expect(finished.peakBytes).toBeLessThan(memoryLimit);
      expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(await placesOf(secretKey, reportDir, output)).toEqual([]);
    });
  }
}

/** Nothing is told as violated that is not, what could not be judged names its cause, and nobody goes on in vain. */
function expectVerdicts(report: RunReport | undefined, hostile: Hostile): void {
  const { requirements = [], requests = 0 } = report ?? {};
  const having = (verdict: string) => requirements.filter((one) => one.verdict === verdict);
  if (hostile.violates) expect(having('failed').map(({ id }) => id)).toEqual(hostile.violates);
  expect(requests).toBeLessThanOrEqual(hostile.mostRequests ?? Infinity);
  if (hostile.blockedBy === undefined) return;
  const causes = having('blocked').flatMap(({ checks }) => checks.flatMap(({ cause }) => cause ?? []));
  expect(causes.map(({ kind }) => kind)).toContain(hostile.blockedBy);
  expect(new Set(causes.map(({ exchange }) => exchange)).size).toBe(1);
}
