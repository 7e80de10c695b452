/** Runs that did not try everything say so first, in every output, and never that the target conforms. */
import { expect, test } from '@playwright/test';
import { badgeJson } from '../../../../reports/writers/badge.ts';
import { consoleReport } from '../../../../reports/writers/console.ts';
import { indexHtml } from '../../../../reports/writers/html/index.ts';
import { summaryMd } from '../../../../reports/writers/summary-md.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { requirements } from '../../../requirements/index.ts';
import { sampleReport } from '../../support/sample.ts';

const only = ['PUT-MERGE-01', 'PUT-MERGE-02', 'PUT-MERGE-03'];
const all = requirements.length;

const told: readonly (readonly [string, RunReport, exitCode: number, summary: string])[] = [
  [
    'a selection that holds',
    sampleReport({ only }),
    0,
    `Partial run: 3 of ${all} requirements selected, 3 hold.`,
  ],
  [
    'a selection with a violation',
    sampleReport({ only, failed: only.slice(0, 1) }),
    1,
    `Partial run, not conformant: 3 of ${all} requirements selected, 1 violated, 2 hold.`,
  ],
  [
    'a selection that is blocked',
    sampleReport({ only, blocked: { [only[0] ?? '']: 'cause' } }),
    3,
    `Partial run, incomplete: 3 of ${all} requirements selected, 1 blocked, 2 hold.`,
  ],
  [
    'a shard',
    sampleReport({ only, shard: '1/2' }),
    0,
    `Partial run: 3 of ${all} requirements selected, 3 hold. This is only shard 1/2: merge it with the others.`,
  ],
  [
    'chosen scenarios',
    sampleReport({ only, scenario: ['one', 'two'] }),
    0,
    `Partial run: only scenarios titled "one" or "two"; 3 of ${all} requirements selected, 3 hold.`,
  ],
  [
    'a quick run',
    sampleReport({ only, quick: true }),
    0,
    `Quick run: the first case of each requirement; 3 of ${all} requirements selected, 3 hold.`,
  ],
];

for (const [name, report, exitCode, summary] of told)
  test(name, () => {
    expect(report).toMatchObject({ partial: true, exitCode, summary });
    const texts = [
      report.verdict,
      report.summary,
      badgeJson(report),
      consoleReport(report, { colour: false, reportDir: 'x' }),
      summaryMd(report),
    ];
    for (const text of texts) expect(text).not.toMatch(/^\W*conformant|"conformant/im);
    expect(indexHtml(report)).not.toMatch(/>\s*Conformant\s*</);
  });

test('what is not selected is called that, and nothing else', () => {
  const report = sampleReport({ only });
  const verdicts = new Set(report.requirements.map(({ verdict }) => verdict));
  expect([...verdicts].sort()).toEqual(['not-selected', 'passed']);
  expect(report.areas.find(({ area }) => area === 'LIST')?.verdict).toBe('not-selected');
  expect(consoleReport(report, { colour: false, reportDir: 'x' })).not.toMatch(/not.run/);
  expect(indexHtml(report)).toMatch(/\d+ more were not selected/);
});

test('a part that holds has a neutral badge, and one that does not a red one', () => {
  const badge = (report: RunReport): unknown => JSON.parse(badgeJson(report));
  expect(badge(sampleReport({ only }))).toMatchObject({
    color: 'blue',
    message: 'partial run, 3 of 3 MUST',
    isError: false,
  });
  expect(badge(sampleReport({ only, failed: only.slice(0, 1) }))).toMatchObject({
    color: 'red',
    message: 'partial run, not conformant, 2 of 3 MUST',
  });
});
