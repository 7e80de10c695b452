/** Two runs compared: which target is stricter, what got worse, and when a gate closes. */
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { compare, gated } from '../../../../reports/compare/compare.ts';
import { comparisonHtml } from '../../../../reports/compare/html.ts';
import { comparisonMd } from '../../../../reports/compare/markdown.ts';
import { tableOf } from '../../../../reports/compare/table.ts';
import { comparisonText } from '../../../../reports/compare/terminal.ts';
import { differentParts } from '../../../../reports/compare/words.ts';
import { startReferenceServer, type ChoiceName } from '../../../../fixtures/server/index.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { conformance } from '../../support/conformance.ts';
import { sampleReport } from '../../support/sample.ts';
import { longTag } from '../../support/speeds.ts';

// Whole runs, several in one test: a busy machine takes its time.
test.describe.configure({ timeout: 600_000 });

const whole = sampleReport();
const question = whole.surveys[0]?.question ?? '';
const side = (report: RunReport) => ({ name: 'results.json', report });
const between = (a: RunReport, b: RunReport) => compare(side(a), side(b));

test('a requirement that only A keeps closes both gates', () => {
  const comparison = between(whole, sampleReport({ failed: ['PUT-MERGE-01'] }));
  const changed = comparison.requirements.filter(({ relation }) => relation !== 'same');
  expect(changed.map(({ a, relation, change }) => [a.id, relation, change])).toEqual([
    ['PUT-MERGE-01', 'only A keeps it', 'regression'],
  ]);
  expect(gated(comparison, 'lenient')).toHaveLength(1);
  expect(gated(comparison, 'regression')).toHaveLength(1);
  expect(gated(comparison, undefined)).toEqual([]);
});

test('more lenient is who accepts what has to be refused, not who loses data', () => {
  const accepting = sampleReport({ failed: ['PUT-REFUSE-01'] });
  for (const { checks } of accepting.requirements)
    for (const check of checks)
      if (check.verdict === 'failed') check.assertion = { exchange: check.exchanges[0] ?? '', status: '4xx' };
  const changed = (a: RunReport, b: RunReport) =>
    between(a, b).requirements.flatMap(({ relation }) => (relation === 'same' ? [] : [relation]));
  expect(changed(whole, accepting)).toEqual(['B more lenient']);
  expect(changed(accepting, whole)).toEqual(['B stricter']);
});

test('a requirement that only B keeps is a fix, and closes no gate', () => {
  const comparison = between(sampleReport({ failed: ['PUT-MERGE-01'] }), whole);
  const [changed] = comparison.requirements.filter(({ relation }) => relation !== 'same');
  expect(changed).toMatchObject({ relation: 'only B keeps it', change: 'fix' });
  expect([...gated(comparison, 'lenient'), ...gated(comparison, 'regression')]).toEqual([]);
});

test('what held and is blocked now closes the gate on regressions only', () => {
  const comparison = between(whole, sampleReport({ blocked: { 'PUT-MERGE-01': 'cause' } }));
  expect(comparison.requirements.find(({ change }) => change === 'lost')?.relation).toBe('missing');
  expect(gated(comparison, 'lenient')).toEqual([]);
  expect(gated(comparison, 'regression')).toEqual(['PUT-MERGE-01 can no longer be tested: cause']);
});

test('what was not selected is missing, and closes no gate', () => {
  const comparison = between(whole, sampleReport({ only: ['PUT'] }));
  expect(comparison.requirements.some(({ relation }) => relation === 'missing')).toBe(true);
  expect(gated(comparison, 'regression')).toEqual([]);
});

test('runs of another extent are not compared without saying so', () => {
  const told = (a: RunReport, b: RunReport): string[] => differentParts(between(a, b));
  const quick = sampleReport({ quick: true });
  const part = sampleReport({ only: ['PUT'] });
  expect(told(whole, whole)).toEqual([]);
  expect(told(quick, quick)).toEqual([]);
  expect(told(whole, quick)).toEqual([expect.stringMatching(/A is a whole run, B is a quick run/)]);
  expect(told(part, whole)).toEqual([expect.stringMatching(/A is a partial run of PUT, B is a whole run/)]);
  expect(told(part, sampleReport({ only: ['READ'] }))).toHaveLength(1);
  for (const text of [
    comparisonMd(between(whole, quick)),
    comparisonHtml(tableOf([side(whole), side(quick)])),
  ])
    expect(text).toMatch(/quick run/);
});

for (const [a, b, relation] of [
  ['400', '200, ignored', 'B more lenient'],
  ['200', '403', 'B stricter'],
  ['400', '422', 'different'],
  ['isUnread true', 'isUnread false', 'different'],
  ['404', '404', 'same'],
] as const)
  test(`answers ${a} and ${b}: ${relation}`, () => {
    const comparison = between(
      sampleReport({ answers: { [question]: a } }),
      sampleReport({ answers: { [question]: b } }),
    );
    expect(comparison.surveys.find((one) => one.question === question)?.relation).toBe(relation);
    expect(gated(comparison, 'lenient')).toHaveLength(relation === 'B more lenient' ? 1 : 0);
  });

test('Markdown lists differences and counts the rest', () => {
  const text = comparisonMd(between(whole, sampleReport({ failed: ['PUT-MERGE-01'] })));
  expect(text).toContain('### Regression (1)');
  expect(text).toContain('**PUT-MERGE-01**');
  expect(text).not.toContain('PUT-MERGE-02');
  expect(comparisonMd(between(whole, whole))).toContain('No difference');
});

test('a terminal shows what differs by what it means, in short lines, and every id', () => {
  const failed = sampleReport({ failed: ['PUT-MERGE-01'], answers: { [question]: '200, ignored' } });
  const text = comparisonText(between(whole, failed));
  expect(text).toMatch(/^Regression \(1\): .*\n  PUT-MERGE-01  .*\n      A holds, B violated: /m);
  expect(text).toMatch(/^B more lenient \(1\): .*\n.*\n      A  400\n      B  200, ignored$/m);
  expect(text).not.toContain('PUT-MERGE-02');
  expect(text).not.toMatch(/^\||###/m);
  const part = comparisonText(between(whole, sampleReport({ only: ['PUT'] })));
  expect(part).toMatch(/RETRIEVE-FOUND-01( -\d+)+/);
  for (const line of [...text.split('\n'), ...part.split('\n')]) expect(line.length).toBeLessThan(301);
  expect(comparisonText(between(whole, whole))).toContain('No difference');
});

const refusals: readonly [string, (text: string) => string, RegExp][] = [
  ['empty', () => '', /is empty/],
  ['cut off', (text) => text.slice(0, text.length / 2), /is truncated or not JSON/],
  [
    'without a footer',
    (text) => JSON.stringify({ ...parse(text), footer: undefined }),
    /is truncated: it has no footer/,
  ],
  [
    'short of requirements',
    (text) => JSON.stringify({ ...parse(text), requirements: [] }),
    new RegExp(`its footer says ${whole.requirements.length} requirements,`),
  ],
  ['not a report', () => '{"a": 1}', /is not a run report of format 1/],
];

function parse(text: string): RunReport {
  return JSON.parse(text) as RunReport;
}

for (const [name, spoil, message] of refusals)
  test(`refused by name: a report that is ${name}`, async ({}, testInfo) => {
    const [good, bad] = [testInfo.outputPath('good.json'), testInfo.outputPath('bad.json')];
    await writeFile(good, JSON.stringify(whole));
    await writeFile(bad, spoil(JSON.stringify(whole)));
    const { exitCode, output } = await conformance(['compare', good, bad]);
    expect(output).toMatch(message);
    expect(output).toContain('bad.json');
    expect(exitCode).toBe(2);
  });

test(
  'the reference server with two sets of silent choices, and with a defect',
  { tag: longTag },
  async ({}, testInfo) => {
    const server = await startReferenceServer();
    const judge = async (name: string, choices: ChoiceName[], defects: string[]): Promise<string> => {
      const reportDir = testInfo.outputPath(name);
      const app = { appId: name, secretKey: 'sk_compare_0123456789', choices, defects };
      server.addApp(app);
      await conformance(['run', '--quick', '--only', 'PUT-SILENT,PUT-MERGE-01', '--seed', '1'], {
        REPORT_DIR: reportDir,
        TARGET_URL: server.url,
        TARGET_APP_ID: name,
        TARGET_SECRET_KEY: app.secretKey,
        TARGET_CONSISTENCY_MS: '0',
      });
      return reportDir;
    };
    const [one, other, broken] = [
      await judge('one', ['unknown-participant-ignored', 'photo-url-checked'], []),
      await judge('other', ['unknown-attributes-refused', 'custom-nonstring-accepted'], []),
      await judge('broken', ['unknown-participant-ignored', 'photo-url-checked'], ['put-drops-photo-url']),
    ];
    await server.close();
    const folder = ['--report-dir', testInfo.outputPath('comparison')];

    const choices = await conformance(['compare', other, one, '--gate', 'lenient', ...folder]);
    const defect = await conformance(['compare', one, broken, '--gate', 'regression', ...folder]);
    const same = await conformance(['compare', one, one, '--gate', 'lenient', ...folder]);

    expect(choices.output).toMatch(/^B more lenient \(\d+\): /m);
    expect(choices.exitCode, choices.output).toBe(1);
    expect(defect.output).toMatch(/^Regression \(\d+\): /m);
    expect(defect.output).toMatch(/^ +PUT-MERGE-01 .*\n +A holds, B violated: /m);
    expect(defect.exitCode).toBe(1);
    expect(same.output).toContain('No difference');
    expect(same.exitCode).toBe(0);
  },
);
