/** Several shards make the same report as one run. */
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { mergeReports } from '../../../../reports/merge.ts';
import { buildRunReport } from '../../../../reports/run-report.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import type { ScenarioRecord } from '../../../../schemas/report/scenario-record.ts';
import { conformance, mergeBlobs, playwrightTest } from '../../support/conformance.ts';
import { sampleReport, sampleScenarios } from '../../support/sample.ts';
import { longTag } from '../../support/speeds.ts';

// Whole runs, several in one test: a busy machine takes its time.
test.describe.configure({ timeout: 600_000 });

const sample = { failed: ['PUT-MERGE-01'], blocked: { 'READ-READ-01': 'cause' }, left: ['cct-left'] };
const whole = sampleReport(sample);

function shard(index: number, total: number, changes: Partial<RunReport['target']> = {}): RunReport {
  const scenarios = sampleScenarios(sample).filter((_, position) => position % total === index - 1);
  return buildRunReport({
    run: {
      target: { ...whole.target, ...changes } as Record<string, string>,
      runId: `cct-shard${index}`,
      seed: 42,
      only: [],
      strict: false,
      workers: 2,
      maxDurationMs: 1,
      reportDir: 'x',
      shard: `${index}/${total}`,
    },
    scenarios,
    problems: [],
    baseline: [],
    startedAt: new Date(whole.startedAt),
    durationMs: 1000 * index,
  });
}

/** What two runs of the same thing have in common. */
function essence(report: RunReport | undefined) {
  if (report === undefined) return undefined;
  const { requirements, counts, verdict, exitCode, surveys, drift, cleanUp, summary } = report;
  return {
    requirements: requirements.map(({ id, verdict, checks }) => [
      id,
      verdict,
      checks.map(({ claim, verdict, scenario }) => [scenario, claim, verdict]),
    ]),
    counts,
    verdict,
    exitCode,
    surveys: surveys.map(({ requirement, question, answer }) => [requirement, question, answer]),
    drift,
    // Each shard asks a few questions about the target for itself.
    nothingLeft: cleanUp.deleted === cleanUp.created && cleanUp.left.length === 0,
    summary,
  };
}

test('shards judge their part only, and together everything', () => {
  const shards = [shard(1, 2), shard(2, 2)];
  for (const { summary } of shards) expect(summary).toContain('merge it with the others');
  expect(
    shards.map(({ requirements }) => requirements.filter(({ verdict }) => verdict !== 'not-selected').length),
  ).not.toContain(whole.requirements.length);

  const merged = mergeReports(
    shards.map((report) => ({ name: 'x', report })),
    [],
    'out',
  );

  expect(essence(merged)).toEqual(essence(whole));
  expect(merged.scenarios.map(({ title }: ScenarioRecord) => title)).toEqual(
    whole.scenarios.map(({ title }) => title),
  );
  expect(merged.notes.join(' ')).toContain('cct-shard1, cct-shard2');
});

const refusals: readonly [string, RunReport[], RegExp][] = [
  ['a missing one', [shard(1, 2)], /shard 2\/2 is missing/],
  ['one given twice', [shard(1, 2), shard(1, 2)], /is the same shard 1\/2 as/],
  ['one of another division', [shard(1, 2), shard(2, 3)], /is shard 2\/3, but/],
  ['a whole run', [shard(1, 2), whole], /is not a shard/],
  [
    'another target',
    [shard(1, 2), shard(2, 2, { target: 'https://other.example' })],
    /have a different target/,
  ],
];

for (const [name, reports, message] of refusals)
  test(`refused: ${name}`, () => {
    expect(() =>
      mergeReports(
        reports.map((report, index) => ({ name: `${index}.json`, report })),
        [],
        'out',
      ),
    ).toThrow(message);
  });

test('a list of known failures is applied to the whole', () => {
  const sides = [shard(1, 2), shard(2, 2)].map((report) => ({ name: 'x', report }));
  const known = [
    { id: 'PUT-MERGE-01', reason: 'TICKET-1' },
    { id: 'PUT-MERGE-02', reason: 'passes by now' },
  ];
  const merged = mergeReports(sides, known, 'out');
  expect(merged.requirements.find(({ id }) => id === 'PUT-MERGE-01')?.verdict).toBe('known-failure');
  expect(merged.problems.join()).toContain('PUT-MERGE-02 passes now');
});

const only = [
  '--only',
  'PUT-MERGE-01',
  '--only',
  'AUTH-MISSING',
  '--only',
  'RETRIEVE-MISSING',
  '--seed',
  '1',
];

test('run --shard and merge give the report of one run', { tag: longTag }, async ({}, testInfo) => {
  const folder = (name: string): string => testInfo.outputPath(name);
  const one = await conformance(['run', ...only], {});
  for (const index of [1, 2])
    await conformance(['run', ...only, '--shard', `${index}/2`], { REPORT_DIR: folder(`shard${index}`) });

  const merged = await conformance(
    ['merge', folder('shard1'), folder('shard2'), '--report-dir', folder('merged')],
    { REPORT_DIR: folder('merged') },
  );

  expect(merged.exitCode, merged.output).toBe(one.exitCode);
  expect(essence(merged.report)).toEqual(essence(one.report));
});

test(
  'blob reports of Playwright shards, merged, give the report of one run',
  { tag: longTag },
  async ({}, testInfo) => {
    const blobs = testInfo.outputPath('blobs');
    const env = { CONFORMANCE_SEED: '1' };
    const specs = ['specs/user', 'specs/retrieve/missing.spec.ts', 'specs/put/concurrency.spec.ts'];
    const one = await playwrightTest(specs, env);
    for (const index of [1, 2])
      await playwrightTest([...specs, `--shard=${index}/2`, '--reporter=blob'], {
        ...env,
        PLAYWRIGHT_BLOB_OUTPUT_FILE: `${blobs}/${index}.zip`,
      });

    const merged = await mergeBlobs(blobs);

    expect(essence(merged.report), merged.output).toEqual(essence(one.report));
  },
);

test('a shard that names no part is refused', async () => {
  const { exitCode, output } = await conformance(['run', '--shard', '3/2']);
  expect([exitCode, output.trim()]).toEqual([
    2,
    '--shard: "3/2" is not a shard. A valid example: --shard 1/2',
  ]);
});

test('a file that is no report is refused by name', async ({}, testInfo) => {
  const file = testInfo.outputPath('results.json');
  await writeFile(file, '{');
  const { exitCode, output } = await conformance(['merge', file]);
  expect(exitCode).toBe(2);
  expect(output).toContain(`${file} is truncated or not JSON`);
});
