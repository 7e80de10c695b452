/** `--bail` ends a run at the first failed MUST, with a report that says so. */
import { expect, test } from '@playwright/test';
import { violatedIn } from '../../../../reports/bail.ts';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import type { ScenarioRecord } from '../../../../schemas/report/scenario-record.ts';
import { conformance } from '../../support/conformance.ts';

const secretKey = 'sk_test_bail';
let server: ReferenceServer;

async function judge(defects: readonly string[], args: readonly string[]) {
  server = await startReferenceServer({ apps: [{ appId: 'app', secretKey, defects }] });
  const target = ['--target', server.url, '--app-id', 'app', '--consistency-ms', '0', '--workers', '1'];
  return conformance(['run', ...target, ...args], { TARGET_SECRET_KEY: secretKey });
}

test.afterEach(() => server.close());

test('a run ends at the first failed MUST', async () => {
  const args = ['--bail', '--only', 'RETRIEVE,PUT-MERGE'];
  const { exitCode, report, output } = await judge(['put-drops-subject'], args);

  expect(exitCode, output).toBe(1);
  expect(report).toMatchObject({ verdict: 'non-conformant', problems: [], cleanUp: { left: [] } });
  const verdicts = report?.requirements.map(({ verdict }) => verdict) ?? [];
  expect(verdicts.filter((verdict) => verdict === 'failed')).toHaveLength(1);
  expect(verdicts).toContain('not-run');
  expect(verdicts).toContain('not-selected');
  const failed = report?.requirements.find(({ verdict }) => verdict === 'failed')?.id;
  expect(report?.notes.join(' ')).toContain(`stopped at the first failed requirement, ${failed} (--bail)`);
  expect(report?.notes.join(' ')).not.toContain('interrupted');
});

test('a run in which nothing fails comes to its end', async () => {
  const { exitCode, report, output } = await judge([], ['--bail', '--only', 'PUT-MERGE-01']);

  expect(exitCode, output).toBe(0);
  expect(report?.notes).toEqual([]);
});

const record = (requirement: string, attempt = 1): ScenarioRecord => ({
  ...{ title: 'a scenario', file: 'specs/put/merge.spec.ts', line: 1, declared: [requirement], attempt },
  checks: [{ requirement, claim: 'it holds', verdict: 'failed', exchanges: [], durationMs: 1 }],
  ...{ surveys: [], exchanges: [], lags: [], durationMs: 1 },
  cleanUp: { created: 0, deleted: 0, left: [] },
  waited: { paceMs: 0, refusedMs: 0, refusals: 0 },
});

const run = { only: [], strict: false };

test('only what decides the exit code ends a run', () => {
  expect(violatedIn(record('PUT-MERGE-01'), run, [])).toBe('PUT-MERGE-01');
  expect(violatedIn(record('PUT-MERGE-01'), { ...run, only: ['LIST'] }, [])).toBeUndefined();
  expect(violatedIn(record('PUT-MERGE-01'), run, [{ id: 'PUT-MERGE-01', reason: 'known' }])).toBeUndefined();
  expect(violatedIn(record('FILTER-CUSTOM-02'), run, [])).toBeUndefined();
  expect(violatedIn(record('FILTER-CUSTOM-02'), { ...run, strict: true }, [])).toBe('FILTER-CUSTOM-02');
});

test('with --confirm, the last attempt does', () => {
  expect(violatedIn(record('PUT-MERGE-01'), { ...run, confirm: 1 }, [])).toBeUndefined();
  expect(violatedIn(record('PUT-MERGE-01', 2), { ...run, confirm: 1 }, [])).toBe('PUT-MERGE-01');
});
