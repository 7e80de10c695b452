/** The recipes for CI: a linter of workflows accepts them, and the scripts in them do what they say. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';

const github = fileURLToPath(new URL('../../../../.github/', import.meta.url));

const linted = [
  ['workflows/ci.yml', '.github/workflows/ci.yml'],
  ['workflows/release.yml', '.github/workflows/release.yml'],
  ['examples/staging-gate.yml', '.github/workflows/staging-gate.yml'],
  ['examples/pull-request-comment.yml', '.github/workflows/pull-request-comment.yml'],
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

for (const [example, uses] of [
  ['staging-gate', 2],
  ['pull-request-comment', 1],
] as const)
  test(`the example ${example} hands the action only what it takes, and reads what it answers`, async () => {
    const action = await yaml('actions/conformance/action.yml');
    const text = await readFile(join(github, `examples/${example}.yml`), 'utf8');
    const { jobs } = parse(text) as { jobs: Record<string, { steps: Step[] }> };
    const taken = Object.keys(action['inputs'] as object);
    const answered = Object.keys(action['outputs'] as object);
    const steps = Object.values(jobs)
      .flatMap((job) => job.steps)
      .filter((step) => step.uses?.includes('/conformance@'));
    expect(steps).toHaveLength(uses);
    for (const step of steps) expect(taken).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    const read = [...text.matchAll(/steps\.conformance\.outputs\.([a-z-]+)/g)].map(([, name]) => name);
    expect(read.length).toBeGreaterThan(0);
    expect(answered).toEqual(expect.arrayContaining(read));
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
