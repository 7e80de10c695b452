/** What other programs read: JUnit, HAR, badge, job summary. Each is read back by a program that is not ours. */
import { writeFile } from 'node:fs/promises';
import harSdk from '@har-sdk/validator';
import { expect, test } from '@playwright/test';
import { parse as parseJunit } from 'junit2json';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { badgeJson } from '../../../../reports/writers/badge.ts';
import { transcriptHar } from '../../../../reports/writers/har.ts';
import { junitXml } from '../../../../reports/writers/junit.ts';
import { summaryMd } from '../../../../reports/writers/summary-md.ts';
import { startBrowser } from '../../support/browser.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { mustIds, sampleReport } from '../../support/sample.ts';

const mixed = sampleReport({
  failed: ['PUT-MERGE-01', 'LIST-ALL-01', 'TRANSPORT-STATUS-05'],
  blocked: { 'READ-READ-01': 'no readState' },
  inapplicable: { 'AUTH-JWT-01': 'no jwt' },
  baseline: [{ id: 'LIST-ALL-01', reason: 'TICKET-1' }],
});

async function casesOf(report: RunReport) {
  const suites = await parseJunit(junitXml(report));
  if (!suites || !('testsuite' in suites)) throw new Error('no test suites');
  return { suites, cases: (suites.testsuite ?? []).flatMap(({ testcase }) => testcase ?? []) };
}

test('JUnit: failed, blocked, not applicable and known failures are told apart', async () => {
  const { suites, cases } = await casesOf(mixed);
  const find = (id: string) => {
    const found = cases.find(({ name }) => name?.startsWith(`${id} `));
    if (!found) throw new Error(`${id} is missing`);
    return found;
  };
  expect(find('PUT-MERGE-01').name).toMatch(/^PUT-MERGE-01 Updating one attribute/);
  const [failure] = find('PUT-MERGE-01').failure ?? [];
  expect(failure?.inner).toContain('expected  "Dinner on Friday"');
  expect(failure?.inner).toContain('received  null');
  expect(find('READ-READ-01').error?.[0]).toMatchObject({
    type: 'blocked',
    message: 'blocked: no readState',
  });
  expect(find('AUTH-JWT-01').skipped?.[0]?.message).toBe('not applicable: no jwt');
  expect(find('LIST-ALL-01').skipped?.[0]?.message).toMatch(/^known failure: .*TICKET-1/);
  expect(find('TRANSPORT-STATUS-05').skipped?.[0]?.message).toMatch(/^warning: /);
  expect(find('PUT-MERGE-02').failure ?? find('PUT-MERGE-02').error).toBeUndefined();
  expect(suites).toMatchObject({ failures: 1, errors: 1, tests: cases.length });
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

const variants: Readonly<Record<string, RunReport>> = {
  conformant: sampleReport(),
  mixed,
  'warnings only': sampleReport({ failed: ['TRANSPORT-STATUS-05'] }),
  'warnings, strict': sampleReport({ failed: ['TRANSPORT-STATUS-05'], target: { strict: 'true' } }),
  'known only': sampleReport({
    failed: ['PUT-MERGE-01'],
    baseline: [{ id: 'PUT-MERGE-01', reason: 'known' }],
  }),
  stale: sampleReport({ baseline: [{ id: 'PUT-MERGE-01', reason: 'known' }] }),
  broken: sampleReport({ broken: ['PUT-MERGE-01'] }),
  'blocked SHOULD': sampleReport({ blocked: { 'TRANSPORT-STATUS-05': 'cause' } }),
  'forty failures': sampleReport({ failed: mustIds(40) }),
};

for (const [name, report] of Object.entries(variants))
  test(`JUnit is red exactly when the exit code is not 0: ${name}`, async () => {
    const { suites } = await casesOf(report);
    expect((suites.failures ?? 0) + (suites.errors ?? 0) > 0).toBe(report.exitCode !== 0);
  });

test('JUnit leaves out what was not selected', async () => {
  const { cases } = await casesOf(sampleReport({ only: ['PUT-MERGE'] }));
  expect(cases.every(({ name }) => name?.startsWith('PUT-MERGE'))).toBe(true);
  expect(cases.length).toBeGreaterThan(5);
});

for (const [name, report] of Object.entries({ mixed, hostile: sampleReport({ text: hostileText }) }))
  test(`HAR: another program finds it valid, and every exchange in it: ${name}`, async () => {
    const har = JSON.parse(transcriptHar(report)) as Parameters<
      InstanceType<typeof harSdk.HarValidator>['verify']
    >[0];
    expect(await new harSdk.HarValidator().verify(har)).toEqual([]);
    expect(har.log.entries).toHaveLength(report.requests);
    expect(har.log.entries[0]?.request.url).toMatch(/^https:\/\/staging\.example\.com\/api\/v1\//);
  });

test('HAR: a browser answers requests from it', async ({}, testInfo) => {
  const browser = await startBrowser();
  const file = testInfo.outputPath('transcript.har');
  const exchange = mixed.scenarios[0]?.exchanges[1];
  await writeFile(file, transcriptHar(mixed));
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.routeFromHAR(file, { notFound: 'abort' });
  const page = await context.newPage();
  const response = await page.goto(`https://staging.example.com${exchange?.path}`);
  expect(await response?.text()).toBe(exchange?.responseBody);
  await browser.close();
});

test('the badge is an endpoint badge', () => {
  expect(JSON.parse(badgeJson(variants['conformant'] ?? mixed))).toEqual({
    schemaVersion: 1,
    label: 'Conversations API',
    message: expect.stringMatching(/^conformant, (\d{3}) of \1 MUST$/),
    color: 'brightgreen',
    isError: false,
  });
  expect(JSON.parse(badgeJson(mixed))).toMatchObject({ color: 'red', isError: true });
});

test('the summary names the verdict, what is violated, and what blocked the rest', () => {
  const text = summaryMd(mixed);
  expect(text).toMatch(/^## ❌ Not conformant\n/);
  expect(text).toContain('**PUT-MERGE-01**');
  expect(text).toContain('expected `"Dinner on Friday"`, received `null`');
  expect(text).toContain('| `no readState` | 1 | READ-READ-01 |');
  expect(summaryMd(sampleReport({ failed: mustIds(120), text: 'x'.repeat(1e6) })).length).toBeLessThan(
    500_000,
  );
});
