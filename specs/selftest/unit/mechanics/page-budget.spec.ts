/** A list that never ends keeps no scenario, and what was measured outlives a runner that was ended by force. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../../../../schemas/report/report-folder.ts';
import { expect, test } from '@playwright/test';
import { newHealth } from '../../../../fixtures/run/health.ts';
import { pageBudget, type PageBudget } from '../../../../fixtures/run/page-budget.ts';
import {
  forgetEarlier,
  measuredIn,
  noteCleanUp,
  notedCleanUp,
  noteMeasured,
} from '../../../../schemas/report/measured.ts';
import type { ScenarioRecord } from '../../../../schemas/report/scenario-record.ts';

const further = { query: { startingAfter: 'x' } };

/** How many further pages a budget allows, of at most a thousand. */
function pagesIn(budget: PageBudget): number {
  let pages = 0;
  while (pages < 1000 && budget.allows(further)) pages++;
  return pages;
}

test('further pages are bounded, first pages are not, and later scenarios get fewer', () => {
  const health = newHealth();
  const first = pageBudget(health);
  const allowed = pagesIn(first);
  expect(allowed).toBeGreaterThanOrEqual(100);
  expect(allowed).toBeLessThan(1000);
  expect(first.allows({ query: { limit: 30 } })).toBe(true);
  expect(first.allows({ rawQuery: '?startingAfter=x' })).toBe(false);
  expect(pagesIn(pageBudget(health))).toBeLessThan(allowed);
});

test('slow pages use up the time instead', () => {
  const budget = pageBudget(newHealth());
  for (const ms of [60_000, 59_000]) budget.took(further, ms);
  expect(budget.allows(further)).toBe(true);
  budget.took(further, 2000);
  expect(budget.allows(further)).toBe(false);
});

test('records that were noted are read back, but for one that was cut off', ({}, testInfo) => {
  const reportDir = testInfo.outputPath('report');
  const record = { title: 'one' } as unknown as ScenarioRecord;
  expect(measuredIn(reportDir)).toEqual([]);
  noteMeasured(reportDir, record);
  appendFileSync(join(reportDir, workFolder, 'measured.jsonl'), '{"title":"tw');
  expect(measuredIn(reportDir)).toEqual([record]);
});

test('what an earlier run noted is not taken for what this one did', ({}, testInfo) => {
  const reportDir = testInfo.outputPath('report');
  const record = { title: 'clean-up' } as unknown as ScenarioRecord;
  noteMeasured(reportDir, record);
  noteCleanUp(reportDir, record);
  expect(notedCleanUp(reportDir)).toEqual(record);
  forgetEarlier(reportDir);
  expect([notedCleanUp(reportDir), measuredIn(reportDir)]).toEqual([undefined, []]);
});
