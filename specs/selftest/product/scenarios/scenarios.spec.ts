/** What becomes of scenarios that go wrong: four different words for failed, blocked, broken and not judged. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { XMLParser } from 'fast-xml-parser';
import type { RequirementResult, RunReport } from '../../../../schemas/report/run-report.ts';
import { playwrightTest } from '../../support/conformance.ts';

let report: RunReport;
let junit: string;
let exitCode: number;
let output: string;

test.beforeAll(async ({}, testInfo) => {
  const reportDir = testInfo.outputPath('report');
  const finished = await playwrightTest(
    ['--config', 'specs/selftest/product/scenarios/probes/playwright.config.ts'],
    {
      REPORT_DIR: reportDir,
    },
  );
  if (!finished.report) throw new Error(finished.output);
  ({ report, exitCode, output } = { ...finished, report: finished.report });
  junit = await readFile(join(reportDir, 'junit.xml'), 'utf8');
});

function result(id: string): RequirementResult {
  const found = report.requirements.find((one) => one.id === id);
  if (!found) throw new Error(`${id} is not in the report`);
  return found;
}

test('a TypeError in a check is a fault of the suite', () => {
  expect(result('PUT-CREATE-01')).toMatchObject({
    verdict: 'harness-error',
    detail: expect.stringContaining('TypeError'),
  });
});

test('a declared requirement that nobody judged is a fault of the suite', () => {
  expect(result('PUT-CREATE-02')).toMatchObject({
    verdict: 'harness-error',
    detail: expect.stringContaining('no check judged it'),
  });
  expect(result('PUT-CREATE-03').verdict).toBe('passed');
});

test('a judged requirement that nobody declared is a fault of the suite', () => {
  expect(result('PUT-MERGE-01')).toMatchObject({
    verdict: 'harness-error',
    detail: expect.stringContaining('does not declare it'),
  });
  expect(result('PUT-MERGE-02').verdict).toBe('not-run');
});

test('an assertion outside of a check is a fault of the suite', () => {
  expect(result('PUT-MERGE-03').verdict).toBe('harness-error');
});

test('an answer that cannot be read outside of a check blocks, and is no fault of the suite', () => {
  const { verdict, detail } = result('PUT-KEEP-04');
  expect([verdict, detail]).toEqual(['blocked', 'expected a conversation, received status 404']);
});

test('a precondition that fails blocks everything that the scenario declares', () => {
  expect(result('PUT-MERGE-04').verdict).toBe('blocked');
  const { verdict, detail, checks } = result('PUT-MERGE-05');
  expect(verdict).toBe('blocked');
  expect(detail).toMatch(/^reading failed: #1 GET .* → 404$/);
  const [exchange] = report.scenarios.flatMap(({ exchanges }) =>
    exchanges.filter(({ id }) => id === checks[0]?.cause?.exchange),
  );
  expect(exchange).toMatchObject({ operation: 'getConversation', status: 404 });
});

test('a precondition that fails inside a check blocks that check alone', () => {
  expect(result('PUT-MERGE-06').verdict).toBe('blocked');
  expect(result('PUT-MERGE-07').verdict).toBe('passed');
});

test('a failed check hides none of the others', () => {
  expect(result('PUT-KEEP-01').checks.map(({ claim, verdict }) => [claim, verdict])).toEqual([
    ['first', 'failed'],
    ['third', 'failed'],
  ]);
  expect(result('PUT-KEEP-01').verdict).toBe('failed');
  expect(result('PUT-KEEP-02').verdict).toBe('passed');
});

test('a request of the suite that breaks its own schema is a fault of the suite', () => {
  expect(result('PUT-KEEP-03')).toMatchObject({
    verdict: 'harness-error',
    detail: expect.stringContaining('/subject: expected'),
  });
});

test('a violated SHOULD is a warning', () => {
  expect(result('PUT-MERGE-10').verdict).toBe('warned');
});

test('a fault of the suite decides the exit code of the run report, and plain Playwright answers 1', () => {
  expect(report).toMatchObject({ verdict: 'harness-error', exitCode: 70 });
  expect(exitCode).toBe(1);
  expect(output).toMatch(/^PUT-KEEP-01 failed: /m);
});

test('the stock JUnit report counts failed checks as failures and the rest as errors', () => {
  const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(junit) as {
    testsuites: {
      testsuite: { testcase: { name: string; failure?: { '#text': string }; error?: unknown }[] };
    };
  };
  const cases = parsed.testsuites.testsuite.testcase;
  const outcome = (name: string): string => {
    const found = cases.find((one) => one.name === name);
    return found?.failure !== undefined ? 'failure' : found?.error !== undefined ? 'error' : 'passed';
  };
  expect(cases).toHaveLength(10);
  expect(outcome('two checks fail and one holds')).toBe('failure');
  expect(outcome('a check throws a TypeError')).toBe('error');
  expect(outcome('a precondition of the scenario fails')).toBe('error');
  expect(outcome('a SHOULD fails')).toBe('passed');
  const text = cases.find((one) => one.name === 'two checks fail and one holds')?.failure?.['#text'];
  expect(text).toContain('expected  a success (2xx)');
  expect(text).toContain('specs/selftest/product/scenarios/probes/wrong-scenarios.spec.ts:');
});
