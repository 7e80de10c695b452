/** Judges, waits, and judges again. Each judging is a run of its own, as `run` without `--watch` would be. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reportDirOf } from '../../../fixtures/target/report-dir.ts';
import { resolveSettings, type Texts } from '../../../fixtures/target/resolve.ts';
import { UsageError, type Settings } from '../../../fixtures/target/settings.ts';
import type { RunReport } from '../../../schemas/report/run-report.ts';
import { readReport } from '../../read-report.ts';
import { endings } from '../endings.ts';
import { argumentsOf, leftBy, nextAfter } from './plan.ts';
import { judgingScreen, screenOf, type Shown, type Size } from './screen.ts';
import { Signals } from './signals.ts';
import { fromFiles, fromKeys, fromTarget } from './sources.ts';

/**
 * Returns the exit code of the last judging, once somebody ends the watch.
 *
 * @param folder whose files are watched, if any
 * @throws UsageError before anything is judged, when a setting is wrong
 */
export async function watch(texts: Texts, configFile: string | undefined, folder?: string): Promise<number> {
  const settings = resolveSettings({ flags: texts, configFile });
  requireFolder(folder);
  const signals = new Signals();
  const stops = [
    fromKeys(signals),
    ...(folder === undefined ? [] : [fromFiles(signals, folder, resolve(reportDirOf(settings)))]),
    ...(settings.target === undefined ? [] : [fromTarget(signals, settings.target)]),
  ];
  try {
    return await judgeAgainAndAgain(settings, signals, (ids) => argumentsOf(texts, configFile, ids), [
      ...(folder === undefined ? [] : [`a change in ${folder}`]),
      ...(settings.target === undefined ? [] : ['a restart of the target']),
    ]);
  } finally {
    for (const stop of stops) stop();
  }
}

async function judgeAgainAndAgain(
  settings: Settings,
  signals: Signals,
  argsOf: (ids: readonly string[]) => string[],
  waitsFor: readonly string[],
): Promise<number> {
  const { strict, only, target = 'embedded reference server', appId = 'embedded' } = settings;
  let asked: readonly string[] = leftBy(
    lastReport(reportFolder(settings, [])),
    { target, appId, only },
    strict,
  );
  let held: readonly string[] = [];
  for (let last: number | undefined; ;) {
    show(judgingScreen(asked, held, size()));
    const reportDir = reportFolder(settings, asked);
    const { exitCode, output, tookMs } = await judge(argsOf(asked), signals);
    if (signals.ended) return last ?? exitCode;
    last = exitCode;
    const report = lastReport(reportDir, exitCode);
    const shown: Shown = { asked, exitCode, output, tookMs, report, strict, reportDir, waitsFor };
    show(screenOf(shown, size(), process.stdout.hasColors?.() ?? false));
    const next = nextAfter({ asked, exitCode, report }, strict);
    held = next.atOnce ? asked : [];
    asked = next.ids;
    if (!next.atOnce && (await signals.next()) === 'end') return last;
  }
}

interface Finished {
  readonly exitCode: number;
  readonly output: string;
  readonly tookMs: number;
}

/** One run, in a process group of its own: an interrupt reaches it through us, so that it ends in good order. */
async function judge(args: readonly string[], signals: Signals): Promise<Finished> {
  const began = performance.now();
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  signals.onEnd = () => void child.kill('SIGINT');
  let output = '';
  const collect = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const exitCode = await new Promise<number>((done) =>
    child.once('close', (code) => done(code ?? endings['fault of the suite'])),
  );
  return { exitCode, output, tookMs: performance.now() - began };
}

/** Where a run of these ids writes; of none, where everything that was asked for does. */
function reportFolder(settings: Settings, ids: readonly string[]): string {
  return resolve(reportDirOf(ids.length === 0 ? settings : { ...settings, only: ids }));
}

/** @param exitCode of the run that is to have left it, where that is known */
function lastReport(folder: string, exitCode?: number): RunReport | undefined {
  if (!existsSync(join(folder, 'results.json'))) return undefined;
  try {
    const report = readReport(folder);
    return report.exitCode === (exitCode ?? report.exitCode) ? report : undefined;
  } catch {
    // Of another version, or cut off: there is nothing to go by.
    return undefined;
  }
}

function requireFolder(folder: string | undefined): void {
  if (folder === undefined || statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new UsageError(`--watch: there is no folder "${folder}". A valid example: --watch src/`);
}

function size(): Size {
  return { rows: Math.min(process.stdout.rows ?? 24, 24), columns: process.stdout.columns ?? 100 };
}

/** On a terminal in place of what was there before. */
function show(lines: readonly string[]): void {
  const clear = process.stdout.isTTY ? '\u001b[2J\u001b[3J\u001b[H' : '';
  process.stdout.write(`${clear}${lines.join('\n')}\n`);
}
