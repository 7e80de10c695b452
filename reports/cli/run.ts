import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { effortOf } from '../../fixtures/target/effort.ts';
import { reportDirOf, type Decided } from '../../fixtures/target/report-dir.ts';
import { resolveSettings, type Texts } from '../../fixtures/target/resolve.ts';
import { cleanUpAfterInterruptMs } from '../../fixtures/run/ends.ts';
import { openRun, prepare } from '../../fixtures/run/prepare.ts';
import { publishRun, type Run } from '../../fixtures/run/run.ts';
import { Unreachable } from '../../fixtures/target/unreachable.ts';
import { UsageError } from '../../fixtures/target/settings.ts';
import type { RunSettings } from '../../schemas/report/run-settings.ts';
import { measuredIn } from '../../schemas/report/measured.ts';
import { exitCodeOf } from '../../schemas/report/exit-codes.ts';
import type { RunReport } from '../../schemas/report/run-report.ts';
import { whenParentIsGone } from '../../fixtures/run/parent.ts';
import { claimFolder, reasons, workFolder, writeWhole } from '../../schemas/report/report-folder.ts';
import { baselineFrom, readBaseline, type KnownFailure } from '../baseline.ts';
import { plural } from '../text.ts';
import { codeOfSignal, endings, endingSignals, Late } from './endings.ts';
import { readReport } from '../read-report.ts';
import { idsOf } from '../selection.ts';
import { buildRunReport } from '../run-report.ts';
import { specFilesOf } from './spec-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Options of this command only; everything else is a setting. */
export interface RunExtras {
  /** `1/2`: judge one of so many parts. */
  readonly shard: string | undefined;
  /** File to write with everything that fails. */
  readonly writeBaseline: string | undefined;
  /** Folder in which a small record of each run is kept. */
  readonly history: string | undefined;
}

/**
 * Judges the target and returns the exit code.
 *
 * @throws UsageError before anything is sent, when a setting or the selection is wrong
 */
export async function run(
  flags: Texts,
  configFile: string | undefined,
  { shard, writeBaseline, history }: RunExtras,
): Promise<number> {
  requireShard(shard);
  const settings = resolveSettings({ flags, configFile });
  // The scenarios run in the folder of the suite, which is not that of the caller where it is installed as a package.
  const inFull = {
    ...settings,
    reportDir: resolve(reportDirOf(settings, shard === undefined ? undefined : 'partial')),
    baseline: settings.baseline === undefined ? undefined : resolve(settings.baseline),
    explore: effortOf(settings, shard),
  };
  const known = requireBaseline(settings.baseline);
  if (writeBaseline !== undefined) requireWritable(writeBaseline);
  claimFolder(inFull.reportDir);
  // The report of an earlier run must not be mistaken for this one.
  rmSync(join(inFull.reportDir, 'results.json'), { force: true });
  return await judgeWith(inFull, { shard, writeBaseline, history, known });
}

/** From here on requests are sent. */
async function judgeWith(
  inFull: Decided,
  { shard, writeBaseline, history, known }: RunExtras & { readonly known: readonly KnownFailure[] },
): Promise<number> {
  const startedAt = new Date();
  const opened = await openRun(inFull);
  try {
    const run = partOf(await prepare(opened, inFull), shard);
    const { warning } = run.settings;
    if (warning !== undefined) process.stderr.write(`${warning}\n`);
    publishRun(run);
    return await judged(run, { writeBaseline, history, known, startedAt })
      .finally(opened.close)
      .catch((error: unknown) => {
        throw new Late(error);
      });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    process.stderr.write(`${error.message}\n`);
    await reportUnreachable(error.message, opened.run.settings, startedAt);
    return exitCodeOf('unreachable');
  }
}

function partOf(run: Run, shard: string | undefined): Run {
  return shard === undefined ? run : { ...run, settings: { ...run.settings, shard } };
}

async function judged(
  { id, settings }: Run,
  around: Omit<RunExtras, 'shard'> & { readonly known: readonly KnownFailure[]; readonly startedAt: Date },
): Promise<number> {
  const { writeBaseline, history, known, startedAt } = around;
  const { reportDir } = settings;
  const { signal, succeeded, killed } = await playwright(settings);
  if (killed) await reportKilled(settings, startedAt);
  // Playwright's own files about failing scenarios add nothing to the report.
  rmSync(join(reportDir, workFolder), { recursive: true, force: true });
  const exitCode = exitCodeFrom(reportDir, id, succeeded);
  if (writeBaseline !== undefined) recordFailures(reportDir, writeBaseline, known);
  if (history !== undefined) await keep(reportDir, history);
  if (signal === undefined) return exitCode;
  const interrupted = codeOfSignal(signal);
  process.stderr.write(`Ended by ${signal}: exit code ${interrupted}.\n`);
  return interrupted;
}

function requireShard(shard: string | undefined): void {
  const [, index, total] = /^(\d{1,3})\/(\d{1,3})$/.exec(shard ?? '1/1') ?? [];
  if (index === undefined || Number(index) < 1 || Number(index) > Number(total))
    throw new UsageError(`--shard: "${shard}" is not a shard. A valid example: --shard 1/2`);
}

/** Writes the open failures as known. Existing entries keep their texts; entries that were not tested now are kept. */
function recordFailures(reportDir: string, file: string, known: readonly KnownFailure[]): void {
  const before = existsSync(file) ? readBaseline(file) : [];
  const listed = [...before, ...known.filter(({ id }) => !before.some((entry) => entry.id === id))];
  const entries = baselineFrom(readReport(reportDir), listed);
  writeWhole(file, `${JSON.stringify(entries, null, 2)}\n`);
  const added = entries.filter(({ id }) => !listed.some((entry) => entry.id === id)).length;
  const gone = listed.filter(({ id }) => !entries.some((entry) => entry.id === id)).length;
  process.stdout.write(
    `${file} lists ${plural(entries.length, 'known failure')}: ${added} added, ${gone} removed because they pass now. Give a reason for each entry. The exit code is still that of the run.\n`,
  );
}

/** Adds the run to the history. The module is loaded only here. */
async function keep(reportDir: string, folder: string): Promise<void> {
  const { addToHistory } = await import('../history.ts');
  const { page, runs } = addToHistory(resolve(folder), readReport(reportDir));
  process.stdout.write(`${plural(runs, 'run')} of this target in ${page}\n`);
}

/** Before the run: an existing baseline must be readable, and the file writable. */
function requireWritable(file: string): void {
  const isThere = existsSync(file) && statSync(file).size > 0;
  if (isThere) readBaseline(file, '--write-baseline');
  try {
    closeSync(openSync(file, 'a'));
    if (!isThere) rmSync(file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `--write-baseline: ${file} cannot be written (${code}: ${reasons[code] ?? 'the system refuses'}). A valid example: --write-baseline known-failures.json`,
    );
  }
}

function requireBaseline(file: string | undefined): KnownFailure[] {
  return file === undefined ? [] : readBaseline(file);
}

interface Ended {
  /** The signal that ended the run early, if one did. */
  readonly signal: NodeJS.Signals | undefined;
  readonly succeeded: boolean;
  /** True where it had to be ended by force, since it did not end in time. */
  readonly killed: boolean;
}

/** Runs the scenarios; the reporter writes the report, from which the exit code is read. */
async function playwright({ only, workers, shard, maxDurationMs }: RunSettings): Promise<Ended> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  const ext = extname(import.meta.url);
  const ids = idsOf(only);
  const selection = ids.size === 0 ? [] : [...specFilesOf(ids, root, ext), '--grep', grepFor(ids)];
  const args = [
    cli,
    'test',
    '--config',
    join(root, `playwright.config${ext}`),
    '--workers',
    String(workers),
    ...selection,
    ...(shard === undefined ? [] : ['--shard', shard]),
  ];
  // In a process group of its own, so that an interrupt from the terminal reaches it once, through us: the runner ends
  // in good order, with clean-up and report, on one interrupt, and at once on a second.
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    cwd: root,
    // Compiled code needs no TypeScript loader.
    env: { ...withoutDebugging(process.env), ...(ext === '.js' ? { PW_DISABLE_TS_ESM: '1' } : {}) },
    detached: true,
  });
  const force = forceAfter(child, performance.timeOrigin + maxDurationMs - Date.now());
  let received: NodeJS.Signals | undefined;
  const interrupt = (signal: NodeJS.Signals): void => {
    received = signal;
    force.within(endAfterInterruptMs);
    child.kill('SIGINT');
  };
  for (const signal of endingSignals) process.on(signal, interrupt);
  const stopAsking = whenParentIsGone(() => interrupt('SIGTERM'));
  const code = await new Promise((done, fail) => child.once('close', done).once('error', fail)).finally(
    () => {
      for (const signal of endingSignals) process.off(signal, interrupt);
      stopAsking();
      if (child.pid === undefined) force.stop();
    },
  );
  return { signal: received, succeeded: code === 0, killed: force.stop() };
}

/** With these variables, the runner and Node print every request with its credential. */
const debugging = ['DEBUG', 'NODE_DEBUG', 'PWDEBUG'];

function withoutDebugging(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const given = debugging.filter((name) => env[name]);
  if (given.length > 0)
    process.stderr.write(
      `${given.join(' and ')}: not passed on to the test runner, because it would print credentials. All requests are in transcript.har.\n`,
    );
  return Object.fromEntries(Object.entries(env).filter(([name]) => !debugging.includes(name)));
}

/** How long an interrupted run may take to end in good order, in ms: clean-up, once by scenarios, once after them. */
const endAfterInterruptMs = 2 * cleanUpAfterInterruptMs + 10_000;

/** The last resort: kills the runner and its workers if they did not end in time. */
function forceAfter(child: ChildProcess, firstMs: number): { within(ms: number): void; stop(): boolean } {
  let killed = false;
  let endsAt = Infinity;
  let timer: NodeJS.Timeout | undefined;
  const within = (ms: number): void => {
    if (Date.now() + ms > endsAt) return;
    endsAt = Date.now() + ms;
    clearTimeout(timer);
    timer = setTimeout(() => {
      killed = true;
      // The whole group: the runner leads one of its own.
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    }, ms);
  };
  within(firstMs);
  return {
    within,
    stop: () => {
      clearTimeout(timer);
      return killed;
    },
  };
}

/** Scenarios have the ids that they judge as tags. */
function grepFor(ids: ReadonlySet<string>): string {
  return `@(${[...ids].join('|')})(?![\\w-])`;
}

/** If the report says 0 but the reporter failed, a report file is missing, so the run did not succeed. */
function exitCodeFrom(reportDir: string, runId: string, succeeded: boolean): number {
  try {
    const report = JSON.parse(readFileSync(join(reportDir, 'results.json'), 'utf8')) as RunReport;
    if (report.runId === runId && report.footer.complete && (succeeded || report.exitCode !== 0))
      return report.exitCode;
  } catch {
    // Reported below.
  }
  process.stderr.write(
    `The run left no complete report in ${reportDir}: the suite itself failed, or this machine could not continue, see above.\n`,
  );
  return endings['fault of the suite'];
}

/** Writes a report even if the runner that normally writes it had to be killed. */
async function reportKilled(run: RunSettings, startedAt: Date): Promise<void> {
  if (existsSync(join(run.reportDir, 'results.json'))) return;
  const problem =
    'The scenarios did not end in time and were killed. The results of the last ones are lost, and some conversations may be left. Delete them with: sweep --older-than 0s';
  const report = buildRunReport({
    run,
    scenarios: measuredIn(run.reportDir),
    problems: [problem],
    baseline: [],
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
  });
  process.stderr.write(`${problem}\n`);
  await write(report, run.reportDir);
}

async function reportUnreachable(summary: string, run: RunSettings, startedAt: Date): Promise<void> {
  const report = buildRunReport({
    run,
    scenarios: [],
    problems: [],
    baseline: [],
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    aborted: { verdict: 'unreachable', summary },
  });
  await write(report, run.reportDir);
}

/** Loads the writers only if the runner wrote no report. */
async function write(report: RunReport, reportDir: string): Promise<void> {
  const { writeReports } = await import('../writers/index.ts');
  writeReports(report, reportDir);
}
