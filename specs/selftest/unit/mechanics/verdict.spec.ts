/** Verdicts: worst wins, the level decides what a failure means, and exit codes have one meaning each. */
import { expect, test } from '@playwright/test';
import { judgeRequirement, judgeRun, type Evidence } from '../../../../reports/verdict.ts';
import { staleEntries } from '../../../../reports/baseline.ts';
import type { RequirementResult, Verdict } from '../../../../schemas/report/run-report.ts';
import type { CheckVerdict } from '../../../../schemas/report/scenario-record.ts';
import { requirementById, ruleSet as rules } from '../../../requirements/index.ts';

function evidence(id: string, verdicts: readonly CheckVerdict[], more: Partial<Evidence> = {}): Evidence {
  const requirement = requirementById(id);
  if (!requirement) throw new Error(id);
  const checks = verdicts.map((verdict) => ({
    requirement: id,
    claim: 'claim',
    verdict,
    message: `message ${verdict}`,
    exchanges: [],
    durationMs: 0,
    scenario: 's',
  }));
  return { requirement, rules, checks, surveys: [], selected: true, knownFailure: undefined, ...more };
}

const verdict = (...args: Parameters<typeof evidence>): Verdict =>
  judgeRequirement(evidence(...args)).verdict;

const must = 'PUT-MERGE-01';
const should = 'PUT-MERGE-05';

test('the worst check decides', () => {
  expect(verdict(must, ['passed', 'passed'])).toBe('passed');
  expect(verdict(must, ['passed', 'not-applicable'])).toBe('passed');
  expect(verdict(must, ['passed', 'blocked'])).toBe('blocked');
  expect(verdict(must, ['blocked', 'failed', 'passed'])).toBe('failed');
  expect(verdict(must, ['failed', 'harness-error'])).toBe('harness-error');
  expect(verdict(must, ['not-applicable'])).toBe('not-applicable');
  expect(verdict(must, [])).toBe('not-run');
});

test('the level decides what a failure means', () => {
  expect(verdict(should, ['failed'])).toBe('warned');
  expect(verdict(should, ['blocked'])).toBe('blocked');
});

test('what was not selected, and what is excluded, is not judged', () => {
  expect(verdict(must, ['failed'], { selected: false })).toBe('not-selected');
  expect(verdict('DELETE-UI-01', [])).toBe('excluded');
});

test('a known failure is told apart, a connection that broke hides nothing of it', () => {
  const knownFailure = { id: must, reason: 'TICKET-1' };
  expect(judgeRequirement(evidence(must, ['failed'], { knownFailure }))).toMatchObject({
    verdict: 'known-failure',
    detail: expect.stringContaining('TICKET-1'),
  });
  expect(verdict(must, ['blocked'], { knownFailure })).toBe('known-failure');
  const listed = evidence(must, ['blocked'], { knownFailure });
  const broken = listed.checks.map((check) => ({ ...check, cause: { kind: 'transport' } as const }));
  expect(judgeRequirement({ ...listed, checks: broken }).verdict).toBe('blocked');
});

function result(level: 'MUST' | 'SHOULD' | 'SURVEY', verdictOfIt: Verdict, detail = ''): RequirementResult {
  const rest = { id: 'X', area: 'X', basis: 'page', statement: '', source: '', checks: [] };
  return { ...rest, level, verdict: verdictOfIt, detail };
}

const passed = result('MUST', 'passed');

function exitCode(
  requirements: readonly RequirementResult[],
  more: { problems?: string[]; stale?: string[]; strict?: boolean } = {},
): number {
  return judgeRun({ requirements, problems: [], stale: [], strict: false, ...more }).exitCode;
}

test('exit codes', () => {
  expect(exitCode([passed])).toBe(0);
  expect(exitCode([passed, result('SHOULD', 'warned'), result('SHOULD', 'blocked')])).toBe(0);
  expect(exitCode([passed, result('SHOULD', 'warned')], { strict: true })).toBe(1);
  expect(exitCode([passed, result('MUST', 'failed')])).toBe(1);
  expect(exitCode([passed, result('MUST', 'blocked')])).toBe(3);
  expect(exitCode([passed, result('MUST', 'not-run')])).toBe(3);
  expect(exitCode([passed, result('MUST', 'not-selected')])).toBe(0);
  expect(exitCode([passed, result('MUST', 'not-applicable')])).toBe(0);
  expect(exitCode([passed, result('MUST', 'known-failure')])).toBe(0);
  expect(exitCode([passed], { stale: ['X'] })).toBe(5);
  expect(exitCode([passed, result('SHOULD', 'harness-error')])).toBe(70);
  expect(exitCode([passed], { problems: ['broken'] })).toBe(70);
});

test('where several apply, a broken suite wins over a failure, a failure over a gap, a gap over a stale list', () => {
  const failed = result('MUST', 'failed');
  const blocked = result('MUST', 'blocked');
  expect(exitCode([failed, blocked], { problems: ['broken'], stale: ['X'] })).toBe(70);
  expect(exitCode([failed, blocked], { stale: ['X'] })).toBe(1);
  expect(exitCode([passed, blocked], { stale: ['X'] })).toBe(3);
});

test('a run that judged nothing is never a success', () => {
  expect(exitCode([])).toBe(3);
  expect(exitCode([result('MUST', 'not-applicable')])).toBe(3);
  expect(exitCode([result('MUST', 'not-selected')])).toBe(3);
});

test('what tried a part only is never conformant', () => {
  const judged = (...requirements: RequirementResult[]) =>
    judgeRun({ requirements, problems: [], stale: [], strict: false, partial: true });
  const left = result('MUST', 'not-selected');
  expect(judged(passed, left)).toEqual({ verdict: 'partial', exitCode: 0 });
  expect(judged(passed, left, result('MUST', 'failed'))).toMatchObject({ exitCode: 1 });
  expect(judged(passed, left, result('MUST', 'blocked'))).toMatchObject({ exitCode: 3 });
  expect(judged(left)).toMatchObject({ exitCode: 3 });
});

test('a shard that got nothing to judge is left to the merged report', () => {
  const shard = (...requirements: RequirementResult[]) =>
    judgeRun({ requirements, problems: [], stale: [], strict: false, partial: true, shard: true });
  expect(shard(result('MUST', 'not-selected'))).toEqual({ verdict: 'partial', exitCode: 0 });
  expect(shard(result('MUST', 'not-applicable'))).toEqual({ verdict: 'partial', exitCode: 0 });
  expect(shard(result('MUST', 'blocked'))).toMatchObject({ exitCode: 3 });
});

test('a list of known failures goes stale', () => {
  const stale = (id: string, verdictOfIt: string, expires?: string): string[] =>
    staleEntries([{ id, reason: 'r', ...(expires ? { expires } : {}) }], () => verdictOfIt, '2026-01-15');
  expect(stale(must, 'known-failure')).toEqual([]);
  expect(stale(must, 'known-failure', '2026-01-15')).toEqual([]);
  expect(stale(must, 'known-failure', '2026-01-14')).toEqual([`${must} was accepted until 2026-01-14`]);
  expect(stale(must, 'passed')).toEqual([expect.stringContaining('passes now')]);
  expect(stale('PUT-MERGE-99', 'passed')).toEqual([expect.stringContaining('is not a requirement')]);
});
