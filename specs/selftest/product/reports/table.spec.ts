/** Runs side by side: several servers, or one server on several days. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { overviewMd, overviewText } from '../../../../reports/compare/overview.ts';
import { tableOf } from '../../../../reports/compare/table.ts';
import { trendsOf } from '../../../../reports/compare/trends.ts';
import { addToHistory } from '../../../../reports/history.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { conformance } from '../../support/conformance.ts';
import { sampleReport, type Sample } from '../../support/sample.ts';
import { longTag } from '../../support/speeds.ts';

const server = (name: string, sample: Sample = {}) => ({
  name: `reports/${name}/results.json`,
  report: sampleReport({ ...sample, target: { target: `https://${name}.example.com` } }),
});
const day = (date: string, sample: Sample = {}) => ({
  name: `${date}.json`,
  report: { ...sampleReport(sample), startedAt: `${date}T08:00:00.000Z` } as RunReport,
});
const rowOf = (table: ReturnType<typeof tableOf>, id: string) =>
  table.groups.flatMap(({ rows }) => rows).find((row) => row.id === id);

const question = sampleReport().surveys[0]?.question ?? '';

test('servers are compared with the first, by the names of their folders', () => {
  const table = tableOf([
    server('staging', { answers: { [question]: '400' } }),
    server('mock-a', { failed: ['PUT-MERGE-01'], answers: { [question]: '200' } }),
    server('mock-b', { blocked: { 'READ-READ-01': 'cause' }, answers: { [question]: '400' } }),
  ]);
  expect(table.overTime).toBe(false);
  expect(table.columns.map(({ label }) => label)).toEqual(['staging', 'mock-a', 'mock-b']);
  expect(rowOf(table, 'PUT-MERGE-01')).toMatchObject({ differs: true, regressed: true, since: undefined });
  expect(rowOf(table, 'PUT-MERGE-01')?.cells.map(({ verdict }) => verdict)).toEqual([
    'passed',
    'failed',
    'passed',
  ]);
  expect(rowOf(table, 'PUT-MERGE-02')).toMatchObject({ differs: false, regressed: false });
  expect(table.questions.find((one) => one.question === question)).toMatchObject({
    answers: ['400', '200', '400'],
    differs: true,
  });
  expect(table.sentences).toEqual([
    'mock-a violates 1 MUST requirement that staging keeps: PUT-MERGE-01 (Updating one attribute keeps the others).',
    expect.stringMatching(/^1 requirement that staging keeps could not be tested on mock-b: READ-READ-01/),
    'mock-a accepts what staging refuses in 1 place where the documentation is silent.',
  ]);
});

test('losing data is never called lenient', () => {
  const table = tableOf([server('staging'), server('mock', { failed: ['PUT-MERGE-01'] })]);
  expect(table.sentences.join()).not.toMatch(/accepts|lenient/);
});

test('days stand in the order of their time, each beside the one before, with since when it is violated', () => {
  const table = tableOf([
    day('2026-11-03', { failed: ['PUT-MERGE-01', 'READ-READ-01'] }),
    day('2026-11-01', { failed: ['READ-READ-01'] }),
    day('2026-11-02', { failed: ['PUT-MERGE-01'] }),
  ]);
  expect(table.overTime).toBe(true);
  expect(table.columns.map(({ label }) => label)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
  expect(rowOf(table, 'PUT-MERGE-01')).toMatchObject({ since: '2026-11-02' });
  expect(rowOf(table, 'READ-READ-01')).toMatchObject({ since: '2026-11-03' });
  expect(rowOf(table, 'READ-READ-01')?.cells.map(({ change }) => change)).toEqual([
    'none',
    'fix',
    'regression',
  ]);
  expect(table.sentences[0]).toBe(
    'Violated now: PUT-MERGE-01 since 2026-11-02, READ-READ-01 since 2026-11-03.',
  );
  expect(trendsOf(table.columns)[0]).toMatchObject({ title: 'Violated', told: '1 → 2' });
});

test('rules and extents that are not the same are said', () => {
  const older = server('older');
  const rules = { version: '0.9', hash: '0123456789abcdef' };
  const some = older.report.requirements.slice(1);
  const table = tableOf([
    server('staging'),
    { ...older, report: { ...older.report, rules, requirements: some } },
    server('quick', { quick: true }),
  ]);
  expect(table.notes).toEqual([
    expect.stringMatching(/rule set 0\.9 \(0123456789abcdef\): older/),
    expect.stringMatching(/whole runs: staging, older; quick runs: quick/),
  ]);
  const first = older.report.requirements[0]?.id ?? '';
  expect(rowOf(table, first)?.cells[1]).toMatchObject({ verdict: undefined, relation: 'missing' });
});

test('a terminal and Markdown show how much of each area holds', () => {
  const table = tableOf([server('staging'), server('mock', { failed: ['PUT-MERGE-01'] })]);
  const share = table.groups
    .find(({ area }) => area === 'PUT')
    ?.held.map(({ kept, judged }) => `${kept} of ${judged}`);
  expect(overviewText(table)).toMatch(new RegExp(`^  PUT +${share?.join(' +') ?? '?'}`, 'm'));
  expect(overviewMd(table)).toContain(`| PUT | ${share?.join(' | ') ?? '?'} |`);
});

test('a history keeps small records, shows one target, and leaves other files alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  try {
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, '2026-10-01T08-00-00Z-x.json'), 'no record');
    const failed = ['PUT-MERGE-01'];
    addToHistory(folder, {
      ...server('other').report,
      startedAt: '2026-11-01T07:00:00.000Z',
      runId: 'other',
    });
    addToHistory(folder, day('2026-11-01').report);
    const { page, runs } = addToHistory(folder, { ...day('2026-11-02', { failed }).report, runId: 'second' });
    expect(runs).toBe(2);
    expect(readFileSync(page, 'utf8')).toContain('violated since 2026-11-02');
    const records = readdirSync(folder).filter((name) => name.startsWith('2026-11'));
    expect(records).toHaveLength(3);
    for (const name of records) expect(readFileSync(join(folder, name)).length).toBeLessThan(200_000);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('three runs from the command line, and a history', { tag: longTag }, async ({}, testInfo) => {
  const folder = testInfo.outputPath('history');
  const only = ['--only', 'USER-PUT-01', '--seed', '1'];
  const judge = (name: string) =>
    conformance(['run', ...only, '--history', folder], { REPORT_DIR: testInfo.outputPath(name) });
  const one = await judge('one');
  const other = await judge('other');
  expect([one.exitCode, other.exitCode], other.output).toEqual([0, 0]);
  expect(other.output).toMatch(/^2 runs of this target in .*history\.html$/m);
  const names = ['one', 'other', 'one'].map((name) => testInfo.outputPath(name));
  const to = ['--report-dir', testInfo.outputPath('comparison')];
  const compared = await conformance(['compare', ...names, ...to]);
  expect(compared.exitCode, compared.output).toBe(0);
  expect(compared.output).toMatch(/^No difference/m);
  const gated = await conformance(['compare', ...names, '--gate', 'lenient', ...to]);
  expect(gated.output).toContain('--gate compares two runs, but you gave 3');
  expect(gated.exitCode).toBe(2);
});
