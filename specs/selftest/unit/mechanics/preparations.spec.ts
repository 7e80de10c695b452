/** What a preparation sees violated counts where the requirement would hold otherwise, and blocks what was prepared. */
import { expect, test } from '@playwright/test';
import { violationsSeen } from '../../../../reports/preparations.ts';
import { buildRunReport } from '../../../../reports/run-report.ts';
import type {
  CheckRecord,
  CheckVerdict,
  ScenarioRecord,
} from '../../../../schemas/report/scenario-record.ts';
import { sampleScenarios } from '../../support/sample.ts';

const [sample] = sampleScenarios();
const prepared = 'READ-UNREAD-01';
const judged = 'READ-READ-01';

function check(requirement: string, verdict: CheckVerdict, claim = 'a claim'): CheckRecord {
  return { requirement, claim, verdict, exchanges: [], durationMs: 1 };
}

function scenario(title: string, ...checks: CheckRecord[]): ScenarioRecord {
  if (!sample) throw new Error('no sample');
  return { ...sample, title, declared: [], checks };
}

const blocked: ScenarioRecord = {
  ...scenario('blocked', check(judged, 'blocked')),
  violations: [check(prepared, 'failed', 'what is marked as unread is unread')],
};
const own = (verdict: CheckVerdict): ScenarioRecord => scenario('own', check(prepared, verdict));

function seenIn(scenarios: readonly ScenarioRecord[], chosen?: boolean): string[] {
  const checks = scenarios.flatMap((one) => one.checks.map((each) => ({ ...each, scenario: one.title })));
  return violationsSeen(scenarios, checks, chosen).map(({ claim }) => claim);
}

test('a requirement that holds by its own checks fails by what a preparation saw', () => {
  expect(seenIn([own('passed'), blocked])).toEqual(['what is marked as unread is unread']);
  expect(seenIn([own('passed'), own('not-applicable'), blocked, blocked])).toHaveLength(1);
});

test('where its own checks tell it already, or none was made, nothing is added', () => {
  for (const verdict of ['failed', 'blocked', 'unstable', 'not-applicable'] as const)
    expect(seenIn([own(verdict), blocked]), verdict).toEqual([]);
  expect(seenIn([blocked])).toEqual([]);
  expect(seenIn([blocked], true), 'chosen by its title').toHaveLength(1);
});

test('a scenario that was judged again counts as it was seen at last', () => {
  const again: ScenarioRecord = { ...scenario('blocked', check(judged, 'passed')), attempt: 2 };
  expect(seenIn([own('passed'), blocked, again])).toEqual([]);
  expect(seenIn([own('passed'), blocked, { ...blocked, attempt: 2 }])).toHaveLength(1);
});

test('the report tells the one as violated, and the other as blocked', () => {
  const report = buildRunReport({
    run: {
      ...{ target: {}, runId: '', seed: 1, only: [prepared, judged], strict: false, workers: 2 },
      ...{ maxDurationMs: 0, reportDir: '' },
    },
    scenarios: [own('passed'), blocked],
    problems: [],
    baseline: [],
    startedAt: new Date(0),
    durationMs: 0,
  });
  const verdictOf = (id: string) => report.requirements.find((one) => one.id === id)?.verdict;
  expect([verdictOf(prepared), verdictOf(judged), report.exitCode]).toEqual(['failed', 'blocked', 1]);
});
