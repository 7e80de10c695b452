/** The recipes for CI: a linter of workflows accepts them, and the scripts in them do what they say. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';

const github = fileURLToPath(new URL('../../../.github/', import.meta.url));

const linted = [
  ['workflows/ci.yml', '.github/workflows/ci.yml'],
  ['examples/staging-gate.yml', '.github/workflows/staging-gate.yml'],
  ['actions/conformance/action.yml', '.github/actions/conformance/action.yml'],
] as const;

test('a linter accepts the workflows and the action, and not what is wrong in them', async () => {
  const sound = await Promise.all(
    linted.map(async ([path, placed]) => [placed, await readFile(join(github, path), 'utf8')] as const),
  );
  const wrong = sound.map(
    ([placed, text]) => [placed, text.replace(/^( +(?:- )?)(uses|run):/m, '$1$2s:')] as const,
  );

  const messages = await lint([...sound, ...wrong]);

  expect(messages.slice(0, sound.length)).toEqual(sound.map(() => []));
  for (const told of messages.slice(sound.length)) expect(told).not.toEqual([]);
});

/** Messages of the linter for each file; by its path it knows whether it is a workflow or an action. */
function lint(files: readonly (readonly [path: string, text: string])[]): Promise<string[][]> {
  return new Promise((done, fail) => {
    const program = fileURLToPath(new URL('./lint.ts', import.meta.url));
    const child = execFile(process.execPath, ['--import', 'tsx', program], (error, stdout, stderr) =>
      error ? fail(new Error(stderr)) : done(JSON.parse(stdout) as string[][]),
    );
    child.stdin?.end(JSON.stringify(files));
  });
}

test('the example hands the action only what it takes', async () => {
  const action = await yaml('actions/conformance/action.yml');
  const example = await yaml('examples/staging-gate.yml');
  const taken = Object.keys(action['inputs'] as object);
  const jobs = Object.values(example['jobs'] as Record<string, { steps: Step[] }>);
  const steps = jobs.flatMap(({ steps }) => steps.filter(({ uses }) => uses?.includes('/conformance@')));
  expect(steps).toHaveLength(2);
  for (const step of steps) expect(taken).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
});

test('parts are judged without gating, and merged into one gate', async ({}, testInfo) => {
  const folder = testInfo.outputPath();
  const only = '--seed 1 --only PUT-MERGE-01';
  for (const part of [1, 2]) {
    const judged = await judge(folder, {
      INPUT_REPORT_DIR: `parts/${part}`,
      INPUT_ARGUMENTS: only,
      INPUT_SHARD: `${part}/2`,
      INPUT_GATE: 'false',
    });
    expect(judged.exitCode, judged.text).toBe(0);
  }
  const merged = await judge(folder, { INPUT_REPORT_DIR: 'merged', INPUT_MERGE: 'parts' });

  expect(merged.exitCode, merged.text).toBe(0);
  expect(merged.outputs).toMatch(/verdict=partial\nexit-code=0\nreport=.*\/merged\n$/);
  expect(merged.summary).toMatch(/1 of \d+ requirements selected, 1 holds/);
});

test('a wrong setting fails a part, too, and tells so', async ({}, testInfo) => {
  const inputs = { INPUT_REPORT_DIR: 'report', INPUT_ARGUMENTS: '--only NOTHING', INPUT_GATE: 'false' };
  const { exitCode, outputs, text } = await judge(testInfo.outputPath(), inputs);
  expect(exitCode, text).toBe(2);
  expect(outputs).toContain('verdict=usage-error\nexit-code=2\n');
});

test('the recipe for GitLab names files and flags that exist', async () => {
  const jobs = await yaml('examples/gitlab-ci.yml');
  const scripts = Object.values(jobs as Record<string, { script: string[] }>).flatMap(({ script }) => script);
  const cli = await readFile(join(github, '../reports/cli/main.ts'), 'utf8');
  const settings = await readFile(join(github, '../fixtures/target/settings.ts'), 'utf8');
  const flags = [...scripts.join('\n').matchAll(/(?<=conformance.*)--[a-z-]+/g)].map(([flag]) => flag);
  expect(flags).toEqual(expect.arrayContaining(['--shard', '--seed', '--report-dir']));
  for (const flag of flags) expect(cli + settings).toContain(flag);
  expect(jobs).toHaveProperty(['conformance-gate', 'artifacts', 'reports', 'junit'], 'report/junit.xml');
  const manifest = JSON.parse(await readFile(join(github, '../package.json'), 'utf8')) as { version: string };
  expect(JSON.stringify(jobs)).toContain(`conversations-conformance-${manifest.version}.tgz`);
});

interface Step {
  readonly uses?: string;
  readonly with?: object;
}

async function yaml(path: string): Promise<Record<string, unknown>> {
  return parse(await readFile(join(github, path), 'utf8')) as Record<string, unknown>;
}

interface Judged {
  readonly exitCode: number;
  readonly text: string;
  readonly outputs: string;
  readonly summary: string;
}

/** Runs the script of the action as a runner does. */
async function judge(folder: string, inputs: Record<string, string>): Promise<Judged> {
  await mkdir(folder, { recursive: true });
  const files = { GITHUB_OUTPUT: join(folder, 'outputs'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const file of Object.values(files)) await writeFile(file, '');
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...files, TARGET_URL: '', TARGET_APP_ID: '', TARGET_SECRET_KEY: '', ...inputs };
  const script = join(github, 'actions/conformance/judge.sh');
  const ended = await new Promise<{ exitCode: number; text: string }>((done) => {
    const child = execFile('bash', [script], { cwd: folder, env }, (_error, stdout, stderr) =>
      done({ exitCode: child.exitCode ?? -1, text: stdout + stderr }),
    );
  });
  const [outputs, summary] = await Promise.all(Object.values(files).map((file) => readFile(file, 'utf8')));
  return { ...ended, outputs: outputs ?? '', summary: summary ?? '' };
}
