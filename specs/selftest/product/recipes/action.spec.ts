/** The GitHub action: what its inputs mean, and what it tells the job. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startReferenceServer } from '../../../../fixtures/server/index.ts';
import { judge, tell } from './action.ts';
import { longTag } from '../../support/speeds.ts';

test('parts are judged without gating, and merged into one gate', { tag: longTag }, async ({}, testInfo) => {
  const folder = testInfo.outputPath();
  for (const part of [1, 2]) {
    const judged = await judge(folder, {
      INPUT_REPORT_DIR: `parts/${part}`,
      INPUT_ARGUMENTS: '--seed 1\r\n--only\r\n  "PUT-MERGE-01"\r\n',
      INPUT_SHARD: `${part}/2`,
      INPUT_GATE: 'false',
    });
    expect(judged.exitCode, judged.text).toBe(0);
  }
  const merged = await judge(folder, { INPUT_REPORT_DIR: 'merged', INPUT_MERGE: 'parts', TARGET_URL: '' });

  expect(merged.exitCode, merged.text).toBe(0);
  expect(merged.outputs).toMatchObject({ verdict: 'partial', failed: '', 'exit-code': '0' });
  expect(merged.outputs['report']).toMatch(/\/merged$/);
  expect(merged.summary).toMatch(/1 of \d+ requirements selected, 1 holds/);
});

test('a violation is an annotation, an output and a short summary, and nothing of the target is a command', async ({}, testInfo) => {
  const app = { appId: 'app', secretKey: 'sk_of_a_mock', defects: ['put-drops-photo-url'] };
  const server = await startReferenceServer({ apps: [app] });
  try {
    const { exitCode, text, outputs, summary } = await judge(testInfo.outputPath(), {
      ...{ TARGET_URL: server.url, TARGET_APP_ID: app.appId, TARGET_SECRET_KEY: app.secretKey },
      INPUT_ARGUMENTS: "--quick\n--only 'PUT-MERGE-01'\n--only DELETE-SPARE-01\n--workers 1",
      GITHUB_WORKFLOW_REF: 'octo/app/.github/workflows/gate.yml@refs/heads/main',
    });
    expect(exitCode, text).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'non-conformant', failed: 'PUT-MERGE-01' });
    expect(text).toMatch(/^::error file=\.github\/workflows\/gate\.yml,title=PUT-MERGE-01::.*%0A/m);
    expect(text).toMatch(/^::stop-commands::(\S+)\n[^]*\n::\1::\n/m);
    expect(summary).toMatch(/2 of \d+ requirements selected/);
    expect(summary.split('\n').length).toBeLessThanOrEqual(61);
    expect(text + summary).not.toContain(app.secretKey);
  } finally {
    await server.close();
  }
});

test('many violations are ten annotations and 60 lines, and hostile text stays text', async ({}, testInfo) => {
  const folder = testInfo.outputPath('report');
  await mkdir(folder, { recursive: true });
  const requirements = Array.from({ length: 14 }, (_, index) => {
    return { id: `X-${index}`, verdict: 'failed', statement: 'a 100% rule', detail: 'one\r\n::warning::two' };
  });
  await writeFile(join(folder, 'results.json'), JSON.stringify({ verdict: 'non-conformant', requirements }));
  await writeFile(join(folder, 'summary.md'), 'line\n'.repeat(200));
  const told = await tell(folder, { INPUT_ANNOTATE: 'a,b:.md' });
  const errors = told.text.trimEnd().split('\n');
  expect(errors).toHaveLength(10);
  expect(errors[0]).toBe('::error file=a%2Cb%3A.md,title=X-0::a 100%25 rule%0Aone%0D%0A::warning::two');
  expect(errors.at(-1)).toContain('5 more requirements are violated::X-9, X-10, X-11, X-12, X-13');
  expect(told.summary.trimEnd().split('\n')).toHaveLength(60);
});

for (const [name, inputs, message] of [
  ['an unknown argument', { INPUT_ARGUMENTS: '--seed 1\n--onyl PUT' }, /unknown option '--onyl'/],
  ['a word too many', { INPUT_ARGUMENTS: '--seed 1\nPUT-MERGE' }, /too many arguments/],
  ['words held together by quotes', { INPUT_ARGUMENTS: "--only 'PUT MERGE'" }, /PUT MERGE/],
  ['a quote that is not closed', { INPUT_ARGUMENTS: '--only "PUT' }, /a quote is not closed/],
  ['nothing that matches', { INPUT_ARGUMENTS: '--only NOTHING' }, /NOTHING/],
  ['shell text', { INPUT_ARGUMENTS: '--only $(touch made) `touch made` ; touch made' }, /too many|\$\(touch/],
  [
    'an empty target',
    { TARGET_URL: '', TARGET_APP_ID: 'app', TARGET_SECRET_KEY: 'k' },
    /input target is empty/,
  ],
  ['a target of spaces', { TARGET_URL: ' ' }, /input target is empty/],
  ['a folder of its own in arguments', { INPUT_ARGUMENTS: '--report-dir other' }, /input report-dir/],
  ['a shard in arguments', { INPUT_ARGUMENTS: '--shard=1/2' }, /input shard/],
  ['parts that are missing', { INPUT_MERGE: 'parts' }, /no results\.json below parts/],
  ['no package', { SUITE_HOME: 'nowhere' }, /input package is empty.*conversations-conformance-.*\.tgz/],
] as const)
  test(`exit code 2, whether it gates or not: ${name}`, async ({}, testInfo) => {
    const folder = testInfo.outputPath();
    const { exitCode, outputs, text } = await judge(folder, { INPUT_GATE: 'false', ...inputs });
    expect(text).toMatch(message);
    expect(exitCode, text).toBe(2);
    expect(outputs).toMatchObject({ verdict: 'usage-error', failed: '', 'exit-code': '2' });
    expect(text).toMatch(/^::error /m);
    expect(text).not.toMatch(/^ +at /m);
    expect(await readdir(folder)).not.toContain('made');
  });
