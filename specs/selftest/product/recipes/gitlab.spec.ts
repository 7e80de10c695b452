/** The recipe for GitLab: a program that reads pipelines as GitLab does takes it, and not what is wrong in it. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const program = join(root, 'node_modules/.bin/gitlab-ci-local');

test('a linter accepts the pipeline: two parts, and a gate that waits for them', async ({}, testInfo) => {
  const { exitCode, output } = await lint(testInfo.outputPath('sound'), await recipe());
  expect(exitCode, output).toBe(0);
  expect(output).toContain('json schema validated');
  expect(output).toMatch(/^conformance: \[1\/2\] [^]*^conformance: \[2\/2\] /m);
  expect(output).toMatch(/^conformance-gate .*\[conformance\]$/m);
});

for (const [name, right, wrong, message] of [
  ['a mistyped key', 'parallel: 2', 'parallel: two', /must be integer at conformance\.parallel/],
  [
    'a need that nothing meets',
    'needs: [conformance]',
    'needs: [nothing]',
    /\[nothing\] .* could not be found/,
  ],
  ['a job without a script', /script:/, 'scrip:', /must have script/],
] as const)
  test(`it refuses ${name}`, async ({}, testInfo) => {
    const spoilt = (await recipe()).replace(right, wrong);
    const { exitCode, output } = await lint(testInfo.outputPath('wrong'), spoilt);
    expect(output).toMatch(message);
    expect(exitCode).not.toBe(0);
  });

function recipe(): Promise<string> {
  return readFile(join(root, '.github/examples/gitlab-ci.yml'), 'utf8');
}

/** In a repository of its own, since it asks git where it is. */
async function lint(folder: string, text: string): Promise<{ exitCode: number; output: string }> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.gitlab-ci.yml'), text);
  await run('git', ['init', '--quiet'], folder);
  return run(process.execPath, [program, '--list'], folder);
}

function run(
  file: string,
  args: readonly string[],
  cwd: string,
): Promise<{ exitCode: number; output: string }> {
  // The test runner asks for colour.
  const { PATH, HOME } = process.env;
  const options = { cwd, env: { PATH, HOME, NO_COLOR: '1' } };
  return new Promise((done) => {
    const child = execFile(file, [...args], options, (_error, stdout, stderr) =>
      done({ exitCode: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}
