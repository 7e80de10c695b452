/** Known failures: a reason for each, no silence when they end, and a list made by the run itself. */
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { startReferenceServer } from '../../../../fixtures/server/index.ts';
import { baselineFrom, readBaseline } from '../../../../reports/baseline.ts';
import { consoleReport } from '../../../../reports/writers/console.ts';
import { conformance } from '../../support/conformance.ts';
import { sampleReport } from '../../support/sample.ts';
import { longTag } from '../../support/speeds.ts';

// Whole runs, several in one test: a busy machine takes its time.
test.describe.configure({ timeout: 600_000 });

const mistakes: readonly [string, unknown, RegExp][] = [
  ['no list', {}, /does not contain a JSON array/],
  ['no id', [{ reason: 'x' }], /entry 1 of .* has no id/],
  ['no reason', [{ id: 'PUT-MERGE-01' }], /\(PUT-MERGE-01\) has no reason/],
  ['a blank reason', [{ id: 'PUT-MERGE-01', reason: ' ' }], /has no reason/],
  ['a date that is none', [{ id: 'A', reason: 'x', expires: '2026-99-99' }], /expiry that is not a date/],
  ['a mistyped member', [{ id: 'A', reason: 'x', expiry: '2026-01-01' }], /has "expiry", which is none of/],
  ['a ticket that is no text', [{ id: 'A', reason: 'x', ticket: 7 }], /a ticket that is not a string/],
];

for (const [name, content, message] of mistakes)
  test(`refused: ${name}`, async ({}, testInfo) => {
    const file = testInfo.outputPath('known.json');
    await writeFile(file, JSON.stringify(content));
    expect(() => readBaseline(file)).toThrow(message);
  });

for (const [name, entry, message] of [
  ['passes', { id: 'PUT-MERGE-02', reason: 'x' }, 'PUT-MERGE-02 passes now'],
  ['is unknown', { id: 'PUT-MERGE-99', reason: 'x' }, 'PUT-MERGE-99 is not a requirement'],
  [
    'has expired',
    { id: 'PUT-MERGE-01', reason: 'x', expires: '2026-03-03' },
    'PUT-MERGE-01 was accepted until 2026-03-03',
  ],
] as const)
  test(`stale: an entry that ${name}`, () => {
    const known = entry.id === 'PUT-MERGE-01' ? [entry] : [{ id: 'PUT-MERGE-01', reason: 'known' }, entry];
    const report = sampleReport({ failed: ['PUT-MERGE-01'], baseline: known });
    expect(report).toMatchObject({ verdict: 'baseline-stale', exitCode: 5 });
    expect(report.problems.join()).toContain(message);
  });

test('on its last day an entry still holds', () => {
  const baseline = [{ id: 'PUT-MERGE-01', reason: 'x', expires: '2026-03-04' }];
  expect(sampleReport({ failed: ['PUT-MERGE-01'], baseline }).exitCode).toBe(0);
});

test('a list that is made again keeps the words of those who wrote it', () => {
  const known = [
    { id: 'PUT-MERGE-01', reason: 'lists are merged', ticket: 'T-1' },
    { id: 'LIST-ALL-01', reason: 'fixed' },
  ];
  const report = sampleReport({ failed: ['PUT-MERGE-01', 'PUT-MERGE-02'], baseline: known });
  expect(baselineFrom(report, known)).toEqual([
    known[0],
    { id: 'PUT-MERGE-02', reason: expect.stringContaining('reason missing; seen on 2026-03-04: ') },
  ]);
});

test('a partial run touches only what it judged', () => {
  const known = [
    { id: 'PUT-MERGE-01', reason: 'kept', ticket: 'T-1' },
    { id: 'LIST-ALL-01', reason: 'not judged now' },
    { id: 'PUT-MERGE-02', reason: 'mended' },
    { id: 'PUT-MERGE-99', reason: 'no requirement any more' },
  ];
  const report = sampleReport({ failed: ['PUT-MERGE-01', 'PUT-MERGE-03'], baseline: known, only: ['PUT'] });
  expect(baselineFrom(report, known)).toEqual([
    known[0],
    known[1],
    { id: 'PUT-MERGE-03', reason: expect.stringContaining('reason missing') },
  ]);
});

const blocked = { 'PUT-MERGE-02': 'creating failed', 'PUT-MERGE-03': 'creating failed' };
const byListed = { kind: 'requirement', requirement: 'PUT-MERGE-01' } as const;

test('what a listed failure blocks is accepted with it, and listed once', () => {
  const sample = { failed: ['PUT-MERGE-01'], blocked, cause: byListed };
  const known = baselineFrom(sampleReport(sample), []);
  expect(known.map(({ id }) => id)).toEqual(['PUT-MERGE-01']);

  const report = sampleReport({ ...sample, baseline: known });
  expect(report).toMatchObject({ exitCode: 0, counts: { MUST: { 'known-failure': 3 } } });
  expect(consoleReport(report, { colour: false, reportDir: 'out' })).toMatch(
    /3 known failures accepted:\n {2}PUT-MERGE-01 {2}reason missing; .*; blocks PUT-MERGE-02, PUT-MERGE-03/,
  );
  // One more failure, and one that is mended.
  expect(sampleReport({ ...sample, failed: ['PUT-MERGE-01', 'LIST-ALL-01'], baseline: known }).exitCode).toBe(
    1,
  );
  expect(sampleReport({ baseline: known }).exitCode).toBe(5);
});

test('what is blocked by anything else that stays is listed itself', () => {
  const sample = { blocked, cause: { kind: 'precondition' } as const };
  const known = baselineFrom(sampleReport(sample), []);
  expect(known.map(({ id }) => id)).toEqual(['PUT-MERGE-02', 'PUT-MERGE-03']);
  expect(sampleReport({ ...sample, baseline: known }).exitCode).toBe(0);
});

for (const kind of ['transport', 'credential', 'time'] as const)
  test(`what ${kind} keeps from being judged is never accepted`, () => {
    const sample = { blocked, cause: { kind } };
    expect(baselineFrom(sampleReport(sample), [])).toEqual([]);
    const known = Object.keys(blocked).map((id) => ({ id, reason: 'x' }));
    expect(sampleReport({ ...sample, baseline: known }).exitCode).toBe(3);
  });

test(
  '--write-baseline makes a list with which the same run is green',
  { tag: longTag },
  async ({}, testInfo) => {
    const file = testInfo.outputPath('known.json');
    const app = { appId: 'app', secretKey: 'sk_baseline_0123456789', defects: ['put-drops-photo-url'] };
    const server = await startReferenceServer({ apps: [app] });
    const env = {
      TARGET_URL: server.url,
      TARGET_APP_ID: 'app',
      TARGET_SECRET_KEY: app.secretKey,
      TARGET_CONSISTENCY_MS: '0',
    };
    const args = ['run', '--quick', '--only', 'PUT-MERGE-01', '--seed', '1'];

    const first = await conformance([...args, '--write-baseline', file], env);
    const listed = JSON.parse(await readFile(file, 'utf8')) as unknown;
    const reason = 'photos are another team';
    await writeFile(file, `\ufeff${JSON.stringify([{ id: 'PUT-MERGE-01', reason, ticket: 'T-7' }])}`);
    const second = await conformance([...args, '--baseline', file], env);
    const other = ['run', '--only', 'RETRIEVE-MISSING-01', '--write-baseline', file];
    const partial = await conformance(other, env);
    const written = JSON.parse(await readFile(file, 'utf8')) as unknown;
    await server.close();

    expect(first.exitCode, first.output).toBe(1);
    expect(first.output).toContain('lists 1 known failure: 1 added, 0 removed');
    expect(listed).toEqual([
      { id: 'PUT-MERGE-01', reason: expect.stringMatching(/^reason missing; seen on \d{4}-/) },
    ]);
    expect(second.exitCode, second.output).toBe(0);
    expect(second.output).toContain(`PUT-MERGE-01  ${reason} (T-7)`);
    expect(partial.exitCode, partial.output).toBe(0);
    expect(written).toEqual([{ id: 'PUT-MERGE-01', reason, ticket: 'T-7' }]);
  },
);
