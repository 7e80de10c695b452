/** Runs the script of the GitHub action as a runner does, with the suite of this clone in place of an installed one. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from '../../support/compiled.ts';
import { ownEnvironment } from '../package/installed.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const script = join(root, '.github/actions/conformance/judge.sh');

export interface Judged {
  readonly exitCode: number;
  /** Standard output and standard error. */
  readonly text: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** @param inputs - as `action.yml` hands them over; the target is the embedded server unless one is named */
export async function judge(folder: string, inputs: Readonly<Record<string, string>>): Promise<Judged> {
  const files = { GITHUB_OUTPUT: join(folder, 'outputs'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  await mkdir(folder, { recursive: true });
  for (const file of Object.values(files)) await writeFile(file, '');
  const settings = {
    TARGET_URL: 'embedded',
    TARGET_APP_ID: '',
    TARGET_SECRET_KEY: '',
    INPUT_REPORT_DIR: 'report',
  };
  const home = inputs['SUITE_HOME'] ?? (await clonedHome(folder));
  const env = { ...ownEnvironment(), ...files, ...settings, ...inputs, SUITE_HOME: home };
  const ended = await new Promise<{ exitCode: number; text: string }>((done) => {
    const child = execFile('bash', [script], { cwd: folder, env }, (_error, stdout, stderr) =>
      done({ exitCode: child.exitCode ?? -1, text: stdout + stderr }),
    );
  });
  const [outputs = '', summary = ''] = await Promise.all(
    Object.values(files).map((file) => readFile(file, 'utf8')),
  );
  const lines = outputs
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/=(.*)/s));
  return { ...ended, outputs: Object.fromEntries(lines) as Record<string, string>, summary };
}

/** Runs what tells the job of a report in a folder. */
export async function tell(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<{ text: string; summary: string }> {
  const files = { GITHUB_OUTPUT: join(folder, 'outputs'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  const program = join(root, '.github/actions/conformance/outcome.cjs');
  const text = await new Promise<string>((done) => {
    execFile(
      process.execPath,
      [program, folder, '1'],
      { env: { ...files, ...env } },
      (_error, stdout, stderr) => done(stdout + stderr),
    );
  });
  return { text, summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8') };
}

/** A folder that looks as if the packed suite were installed in it. */
async function clonedHome(folder: string): Promise<string> {
  const bin = join(folder, 'home/node_modules/.bin');
  await mkdir(bin, { recursive: true });
  const program = join(bin, 'conversations-conformance');
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`);
  await chmod(program, 0o755);
  return join(folder, 'home');
}
