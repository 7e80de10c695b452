import { constants } from 'node:os';
import { resolve } from 'node:path';
import { sweepKept } from '../../fixtures/run/sweep-kept.ts';
import { Unreachable } from '../../fixtures/target/preflight.ts';
import { prepare, type Prepared } from '../../fixtures/target/prepare.ts';
import { reportDirOf, type Decided } from '../../fixtures/target/report-dir.ts';
import { resolveSettings, type Texts } from '../../fixtures/target/resolve.ts';
import { UsageError } from '../../fixtures/target/settings.ts';
import { exitCodeOf } from '../../schemas/report/exit-codes.ts';
import type { RunReport } from '../../schemas/report/run-report.ts';
import { publishedRun } from '../../schemas/report/run-settings.ts';
import { ruleSet } from '../../specs/requirements/index.ts';
import { explore, type Replay } from '../../specs/explore/explore.ts';
import { sequences } from '../../specs/explore/play.ts';
import { probe } from '../../specs/explore/probe.ts';
import { races } from '../../specs/explore/race.ts';
import { recordOf, scenariosOf, type Told } from '../../specs/explore/record.ts';
import { Session } from '../../specs/explore/session.ts';
import { parseKept } from '../../specs/explore/shorten.ts';
import { BaselineError, readBaseline } from '../baseline.ts';
import { buildRunReport, type Measured } from '../run-report.ts';
import { consoleReport } from '../writers/console.ts';
import { writeReports } from '../writers/index.ts';

/** What only this command knows; everything else is a setting. */
export interface ExploreExtras {
  readonly runs?: string | undefined;
  readonly maxRequests?: string | undefined;
  readonly minCalls?: string | undefined;
  readonly race?: boolean | undefined;
  readonly replay?: string | undefined;
}

/** Defaults as texts, for the help. */
export const exploreDefaults = { runs: '100', maxRequests: '5000', minCalls: '200' } as const;

/** Most different contradictions of one exploration: each takes shrinking. */
const mostContradictions = 5;

/**
 * Explores the target and returns the exit code.
 *
 * @throws UsageError before anything is sent, when a setting is wrong
 */
export async function exploreTarget(
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
    rules: ruleSet.version,
    workers: 1,
    quick: false,
    reportDir: resolve(reportDirOf(given, 'explore')),
  };
  const baseline = knownFailures(settings.baseline);
  const startedAt = new Date();
  try {
    const prepared = await prepare(settings);
    if (prepared.warning !== undefined) process.stderr.write(`${prepared.warning}\n`);
    const race = extras.race ?? false;
    const plan: Plan = { settings, runs, maxRequests, minimumCalls, race, replay, startedAt, baseline };
    return await exploreWith(prepared, plan).finally(prepared.close);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    process.stderr.write(`${error.message}\n`);
    const aborted = { verdict: 'unreachable', summary: error.message } as const;
    await report({ scenarios: [], problems: [], baseline: [], startedAt, aborted }, settings.reportDir);
    return exitCodeOf('unreachable');
  }
}

function knownFailures(file: string | undefined): ReturnType<typeof readBaseline> {
  try {
    return file === undefined ? [] : readBaseline(file);
  } catch (error) {
    throw error instanceof BaselineError ? new UsageError(error.message) : error;
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
      `--replay: "${text}" is not what a report names. A valid example: --replay 1,17,0.2ab.5`,
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

async function exploreWith({ target }: Prepared, plan: Plan): Promise<number> {
  const { settings, runs, maxRequests, minimumCalls, race, replay, baseline, startedAt } = plan;
  const session = new Session(target, {
    maxRequests,
    until: performance.now() + settings.maxDurationMs,
  });
  const interruption = onInterrupt(session);
  const problems: string[] = [];
  let told: Told | undefined;
  process.stdout.write(`exploring with seed ${target.seed}\n`);
  try {
    await probe(session);
    const options = {
      seed: target.seed,
      runs,
      findings: mostContradictions,
      ...(replay === undefined ? {} : { replay }),
    };
    const explored = race
      ? await explore(session, races, options, progress())
      : await explore(session, sequences, options, progress());
    told = { explored, session, minimumCalls, mode: race ? 'race' : 'sequences' };
  } catch (error) {
    if (session.stopped === undefined) problems.push(session.redact((error as Error).message));
    told = { explored: undefined, session, minimumCalls, mode: race ? 'race' : 'sequences' };
  } finally {
    await session.close();
    interruption.end();
  }
  process.stdout.write('\n');
  const scenarios = [...scenariosOf(told), await sweepKept(target)];
  const exploration = recordOf(told);
  const finished = await report(
    { scenarios, problems, exploration, startedAt, baseline },
    settings.reportDir,
  );
  return interruption.signal === undefined ? finished.exitCode : 128 + constants.signals[interruption.signal];
}

/** The first interrupt ends the exploration in good order, with clean-up and report; the second at once. */
function onInterrupt(session: Session): { readonly signal: NodeJS.Signals | undefined; end: () => void } {
  const state: { signal: NodeJS.Signals | undefined; end: () => void } = { signal: undefined, end };
  function interrupt(signal: NodeJS.Signals): void {
    if (state.signal !== undefined) process.exit(128 + constants.signals[signal]);
    state.signal = signal;
    session.stopped = 'it was interrupted';
  }
  function end(): void {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return state;
}

function progress(): () => void {
  let done = 0;
  return () => process.stdout.write(++done % 80 === 0 ? '.\n' : '.');
}

async function report(measured: Omit<Measured, 'run' | 'durationMs'>, folder: string): Promise<RunReport> {
  const run = publishedRun();
  if (run === undefined) throw new Error('the settings of the run were not published');
  const durationMs = Date.now() - measured.startedAt.getTime();
  const result = buildRunReport({ ...measured, run, durationMs });
  await writeReports(result, folder);
  if (measured.aborted === undefined)
    process.stdout.write(
      consoleReport(result, { colour: process.stdout.hasColors?.() ?? false, reportDir: folder }),
    );
  return result;
}
