/** What several attempts say together: failing again is a violation, failing and holding is unstable, and no pass. */
import { expect, test } from '@playwright/test';
import { confirmedChecks } from '../../../../reports/attempts.ts';
import { lagOf, lagTold } from '../../../../reports/lag.ts';
import { judgeRun } from '../../../../reports/verdict.ts';
import { buildRunReport } from '../../../../reports/run-report.ts';
import { type CheckVerdict, type ScenarioRecord } from '../../../../schemas/report/scenario-record.ts';
import { sampleReport, sampleScenarios } from '../../support/sample.ts';

const [sample] = sampleScenarios();
const id = sample?.declared[0] ?? '';

/** One attempt of a scenario: claim to verdict. */
function attempt(number: number, checks: Record<string, CheckVerdict>): ScenarioRecord {
  if (!sample) throw new Error('no sample');
  return {
    ...sample,
    title: 'a title',
    ...(number > 1 ? { attempt: number } : {}),
    checks: Object.entries(checks).map(([claim, verdict]) => ({
      requirement: id,
      claim,
      verdict,
      exchanges: [],
      durationMs: 1,
    })),
  };
}

const verdicts = (...attempts: ScenarioRecord[]): Record<string, string> =>
  Object.fromEntries(confirmedChecks(attempts).map(({ claim, verdict }) => [claim, verdict]));

test('one attempt is told as it was', () => {
  expect(verdicts(attempt(1, { a: 'failed', b: 'passed' }))).toEqual({ a: 'failed', b: 'passed' });
});

test('failing again is a violation, failing and holding is unstable', () => {
  const first = attempt(1, { a: 'failed', b: 'failed', c: 'passed', d: 'passed' });
  const second = attempt(2, { a: 'failed', b: 'passed', c: 'passed', d: 'failed' });
  expect(verdicts(second, first)).toEqual({ a: 'failed', b: 'unstable', c: 'passed', d: 'unstable' });
});

test('a failure that a later attempt could not reach stands', () => {
  expect(verdicts(attempt(1, { a: 'failed' }), attempt(2, { a: 'blocked' }))).toEqual({ a: 'failed' });
});

test('a rule about every response, which leaves no record where it holds, is unstable when it fails once', () => {
  const first = attempt(1, { a: 'passed', getConversation: 'failed' });
  expect(verdicts(first, attempt(2, { a: 'passed' }))).toMatchObject({ getConversation: 'unstable' });
  expect(verdicts(first, attempt(2, { end: 'blocked' }))).toMatchObject({ getConversation: 'failed' });
});

test('a fault of the suite in any attempt is one', () => {
  const broken = attempt(1, { a: 'harness-error' });
  expect(verdicts(broken, attempt(2, { a: 'passed' }))).toEqual({ a: 'harness-error' });
});

test('an unstable MUST makes the run incomplete, and its text tells every attempt', () => {
  const scenarios = [
    attempt(1, { a: 'failed' }),
    attempt(2, { a: 'passed' }),
    ...sampleScenarios().slice(1),
  ].map((scenario) => ({ ...scenario, declared: [...scenario.declared] }));
  const { target, runId, seed } = sampleReport();
  const run = { target, runId, seed, only: [], strict: false, workers: 2, maxDurationMs: 1, reportDir: 'x' };
  const report = buildRunReport({
    run,
    scenarios,
    problems: [],
    baseline: [],
    startedAt: new Date(0),
    durationMs: 1,
  });
  const result = report.requirements.find((one) => one.id === id);
  expect(result).toMatchObject({ verdict: 'unstable' });
  expect(result?.checks[0]?.message).toContain('attempt 1: failed, attempt 2: passed');
  const only = { requirements: result ? [result] : [], problems: [], stale: [], strict: false };
  expect(judgeRun(only)).toEqual({ verdict: 'incomplete', exitCode: 3 });
  expect(report.summary).toContain('unstable');
});

test('the lag is told by operation, the slowest first', () => {
  const lags = [10, 30, 500].map((ms) => ({ change: 'putConversation', seenBy: 'listConversations', ms }));
  const others = [{ change: 'putConversation', seenBy: 'getConversation', ms: 0 }];
  const lag = lagOf([{ ...attempt(1, {}), lags: [...others, ...lags] }]);
  expect(lag).toEqual([
    { change: 'putConversation', seenBy: 'listConversations', count: 3, medianMs: 30, maximumMs: 500 },
    { change: 'putConversation', seenBy: 'getConversation', count: 1, medianMs: 0, maximumMs: 0 },
  ]);
  expect(lagTold({ lag })).toEqual([
    expect.stringContaining('after 500 ms: putConversation, read by listConversations'),
  ]);
  expect(lagTold({ lag: [] })).toEqual([]);
});
