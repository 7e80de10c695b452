/** Runs the conformance suite as its users do, as a process of its own, and reads what it left. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from './compiled.ts';
import { watchMemory } from './memory.ts';
import type { RunReport } from '../../../schemas/report/run-report.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Finished {
  readonly exitCode: number;
  /** Standard output and standard error, in the order written. */
  readonly output: string;
  /** The run report, or undefined where none was written. */
  readonly report: RunReport | undefined;
  readonly durationMs: number;
  /** Most memory that the process and its children held at once; 0 where the system does not tell. */
  readonly peakBytes: number;
}

/** The variables that name a server of this machine, whose changes are visible at once, as the target. */
export function targetEnv(url: string, secretKey: string, appId = 'app'): NodeJS.ProcessEnv {
  return {
    TARGET_URL: url,
    TARGET_APP_ID: appId,
    TARGET_SECRET_KEY: secretKey,
    TARGET_CONSISTENCY_MS: '0',
  };
}

/** How many conversations a server still has, on its first page. */
export async function conversationsLeft(url: string, secretKey: string, appId = 'app'): Promise<number> {
  const response = await fetch(`${url}/v1/${appId}/conversations`, {
    headers: { authorization: `Bearer ${secretKey}` },
  });
  return ((await response.json()) as { data: unknown[] }).data.length;
}

const runner = [join(root, 'node_modules/@playwright/test/cli.js'), 'test'];

/** Runs `conversations-conformance` with these arguments; variables of the caller's own run are not passed on. */
export function conformance(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return runAndRead([command, ...args], env);
}

/** Runs plain `playwright test` with these arguments. */
export function playwrightTest(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return runAndRead([...runner, ...args], env);
}

/** Merges the blob reports in a folder with the suite's own reporter. */
export function mergeBlobs(folder: string): Promise<Finished> {
  const config = join(root, 'playwright.config.ts');
  return runAndRead([...runner.slice(0, 1), 'merge-reports', '--config', config, folder], {});
}

/** The report goes into a folder of its own, which is removed, unless the environment names one. */
async function runAndRead(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Finished> {
  const ownDir = env['REPORT_DIR'] === undefined ? await mkdtemp(join(tmpdir(), 'conformance-')) : undefined;
  const reportDir = env['REPORT_DIR'] ?? ownDir ?? '';
  const began = Date.now();
  try {
    const ended = await run(args, { ...env, REPORT_DIR: reportDir });
    return { ...ended, report: await readReport(reportDir), durationMs: Date.now() - began };
  } finally {
    if (ownDir !== undefined) await rm(ownDir, { recursive: true, force: true });
  }
}

async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Pick<Finished, 'exitCode' | 'output' | 'peakBytes'>> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const memory = watchMemory(child.pid ?? 0);
  const exitCode = await new Promise<number>((done) => child.once('close', (code) => done(code ?? -1)));
  memory.stop();
  return { exitCode, output, peakBytes: memory.peakBytes() };
}

function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(CONFORMANCE_|TARGET_|PLAYWRIGHT_|PW_?TEST|TEST_|REPORT_DIR|FORCE_COLOR)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

async function readReport(folder: string): Promise<RunReport | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'results.json'), 'utf8')) as RunReport;
  } catch {
    return undefined;
  }
}
