import { resolve } from 'node:path';
import { sweepKept } from '../../fixtures/run/sweep-kept.ts';
import { Unreachable } from '../../fixtures/target/unreachable.ts';
import { openRun, prepare } from '../../fixtures/run/prepare.ts';
import type { Run } from '../../fixtures/run/run.ts';
import { reportDirOf, type Decided } from '../../fixtures/target/report-dir.ts';
import { resolveSettings, type Texts } from '../../fixtures/target/resolve.ts';
import { UsageError } from '../../fixtures/target/settings.ts';
import { exitCodeOf } from '../../schemas/report/exit-codes.ts';
import type { RunReport } from '../../schemas/report/run-report.ts';
import type { RunSettings } from '../../schemas/report/run-settings.ts';
import { ruleSet } from '../../specs/requirements/index.ts';
import { exploreTarget, usualFindings } from '../../specs/explore/exploration.ts';
import type { Replay } from '../../specs/explore/explore.ts';
import { parseKept } from '../../specs/explore/shorten.ts';
import { whenParentIsGone } from '../../fixtures/run/parent.ts';
import { claimFolder } from '../../schemas/report/report-folder.ts';
import { readBaseline } from '../baseline.ts';
import { buildRunReport, type Measured } from '../run-report.ts';
import { consoleReport } from '../writers/console.ts';
import { writeReports } from '../writers/index.ts';
import { codeOfSignal, endingSignals, Late } from './endings.ts';
import { exploreDefaults } from './explore-defaults.ts';

/** Options of this command only; everything else is a setting. */
export interface ExploreExtras {
  readonly runs?: string | undefined;
  readonly maxRequests?: string | undefined;
  readonly minCalls?: string | undefined;
  readonly race?: boolean | undefined;
  readonly replay?: string | undefined;
}

/**
 * Explores the target and returns the exit code.
 *
 * @throws UsageError before anything is sent, when a setting is wrong
 */
export async function runExploration(
  flags: Texts,
  configFile: string | undefined,
  extras: ExploreExtras,
): Promise<number> {
  const runs = count('--runs', extras.runs ?? exploreDefaults.runs);
  const maxRequests = count('--max-requests', extras.maxRequests ?? exploreDefaults.maxRequests);
  const replay = extras.replay === undefined ? undefined : parseReplay(extras.replay);
  const minimumCalls = replay ? 1 : count('--min-calls', extras.minCalls ?? exploreDefaults.minCalls);
  const given = resolveSettings({ flags, configFile });
  const settings = {
    ...given,
    only: [],
    scenario: [],
    rules: ruleSet.version,
    workers: 1,
    quick: false,
    explore: undefined,
    reportDir: resolve(reportDirOf(given, 'explore')),
  };
  const baseline = settings.baseline === undefined ? [] : readBaseline(settings.baseline);
  claimFolder(settings.reportDir);
  const startedAt = new Date();
  const opened = await openRun(settings, 'explore');
  try {
    const run = await prepare(opened, settings);
    const { warning } = run.settings;
    if (warning !== undefined) process.stderr.write(`${warning}\n`);
    const race = extras.race ?? false;
    const plan: Plan = { settings, runs, maxRequests, minimumCalls, race, replay, startedAt, baseline };
    return await exploreWith(run, plan)
      .finally(opened.close)
      .catch((error: unknown) => {
        throw new Late(error);
      });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    process.stderr.write(`${error.message}\n`);
    const aborted = { verdict: 'unreachable', summary: error.message } as const;
    report(opened.run.settings, { scenarios: [], problems: [], baseline: [], startedAt, aborted });
    return exitCodeOf('unreachable');
  }
}

function count(flag: string, text: string): number {
  if (!/^\d{1,7}$/.test(text) || Number(text) < 1)
    throw new UsageError(
      `${flag}: "${text}" is not a whole number from 1 to 9999999. A valid example: ${flag} 500`,
    );
  return Number(text);
}

const replayForm = /^(-?\d{1,10}),(\d{1,7})(?:,(\d{1,3}[a-z]*(?:\.\d{1,3}[a-z]*)*))?$/;

/** `SEED,PATH,KEPT`, as a report names it. */
function parseReplay(text: string): Replay {
  const [, seed, path, kept] = replayForm.exec(text) ?? [];
  if (seed === undefined || path === undefined)
    throw new UsageError(
      `--replay: "${text}" is not a value from a report. A valid example: --replay 1,17,0.2ab.5`,
    );
  return { seed: Number(seed), path, ...(kept === undefined ? {} : { kept: parseKept(kept) }) };
}

interface Plan {
  readonly settings: Decided;
  readonly runs: number;
  readonly maxRequests: number;
  readonly minimumCalls: number;
  readonly race: boolean;
  readonly replay: Replay | undefined;
  readonly startedAt: Date;
  readonly baseline: Measured['baseline'];
}

async function exploreWith(run: Run, plan: Plan): Promise<number> {
  const { settings, race, baseline, startedAt, ...limits } = plan;
  const interruption = onInterrupt();
  process.stdout.write(`exploring with seed ${run.seed}\n`);
  const records = await exploreTarget(run, {
    ...limits,
    mode: race ? 'race' : 'sequences',
    seed: run.seed,
    maxMs: settings.maxDurationMs,
    findings: usualFindings,
    signal: interruption.abort,
    onSequence: progress(),
  }).finally(interruption.end);
  process.stdout.write('\n');
  const { exploration, problems } = records;
  const scenarios = [...records.scenarios, await sweepKept(run)];
  const finished = report(run.settings, {
    ...{ scenarios, exploration, startedAt, baseline },
    problems: [...problems],
  });
  const { signal } = interruption;
  return signal === undefined ? finished.exitCode : codeOfSignal(signal);
}

interface Interruption {
  readonly signal: NodeJS.Signals | undefined;
  readonly abort: AbortSignal;
  readonly end: () => void;
}

/** The first interrupt ends the exploration in good order, with clean-up and report; the second at once. */
function onInterrupt(): Interruption {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  function interrupt(signal: NodeJS.Signals): void {
    if (received !== undefined) process.exit(codeOfSignal(signal));
    received = signal;
    controller.abort('it was interrupted');
  }
  for (const one of endingSignals) process.on(one, interrupt);
  const stopAsking = whenParentIsGone(() => interrupt('SIGTERM'));
  return {
    get signal() {
      return received;
    },
    abort: controller.signal,
    end: () => {
      for (const one of endingSignals) process.off(one, interrupt);
      stopAsking();
    },
  };
}

function progress(): () => void {
  let done = 0;
  return () => process.stdout.write(++done % 80 === 0 ? '.\n' : '.');
}

function report(run: RunSettings, measured: Omit<Measured, 'run' | 'durationMs'>): RunReport {
  const { reportDir } = run;
  const durationMs = Date.now() - measured.startedAt.getTime();
  const result = buildRunReport({ ...measured, run, durationMs });
  // Show the result even if it cannot be written.
  if (measured.aborted === undefined)
    process.stdout.write(consoleReport(result, { colour: process.stdout.hasColors?.() ?? false, reportDir }));
  writeReports(result, reportDir);
  return result;
}
