/**
 * Stryker's side of the mutation run: a test is a scenario. One process judges many mutants, each on a server without
 * data; for a mutant of what happens while modules are loaded, the server's modules are loaded anew.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  INSTRUMENTER_CONSTANTS,
  type InstrumenterContext,
  type MutantCoverage,
} from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import type { ScenarioRecord } from '../../../../schemas/report/scenario-record.ts';
import type * as Lane from './lane.ts';

/** What the mutated sources and this runner tell each other. */
const instrumented = ((globalThis as Record<string, unknown>)[INSTRUMENTER_CONSTANTS.NAMESPACE] ??=
  {}) as InstrumenterContext;

/** By what a mutant is killed, the best evidence first. */
const deaths = ['failed', 'blocked', 'harness-error'] as const;

class ScenarioRunner implements TestRunner {
  #lane: typeof Lane | undefined;
  #copies = 0;

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  /** Stryker starts this process in its sandbox, but loads this file from where it was. */
  async init(): Promise<void> {
    const file = join(process.cwd(), 'specs/selftest/proof/mutation/lane.ts');
    this.#lane = (await import(pathToFileURL(file).href)) as typeof Lane;
    await (await this.#lane.openTrial(0)).end();
  }

  /** Each scenario alone, so that what it stands on counts as covered by it, even where it is shared otherwise. */
  async dryRun(): Promise<DryRunResult> {
    const { openTrial, scenarios } = this.#loaded();
    const tests: TestResult[] = [];
    for (const scenario of scenarios) {
      const name = `${scenario.file} ${scenario.title}`;
      instrumented.currentTestId = name;
      const trial = await openTrial(0);
      const record = await trial.judge(scenario);
      await trial.end();
      delete instrumented.currentTestId;
      const death = deathIn([record]);
      const about = { id: name, name, timeSpentMs: record.durationMs, fileName: scenario.file };
      tests.push(
        death
          ? { ...about, status: TestStatus.Failed, failureMessage: death }
          : { ...about, status: TestStatus.Success },
      );
    }
    const mutantCoverage: MutantCoverage = instrumented.mutantCoverage ?? { static: {}, perTest: {} };
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, testFilter, reloadEnvironment } = options;
    const { openTrial, scenarios } = this.#loaded();
    instrumented.activeMutant = activeMutant.id;
    instrumented.hitCount = 0;
    if (hitLimit === undefined) delete instrumented.hitLimit;
    else instrumented.hitLimit = hitLimit;
    const records: ScenarioRecord[] = [];
    const killedBy: string[] = [];
    try {
      const trial = await openTrial(reloadEnvironment ? (this.#copies += 1) : 0);
      for (const scenario of scenarios) {
        const name = `${scenario.file} ${scenario.title}`;
        if (testFilter && !testFilter.includes(name)) continue;
        const record = await trial.judge(scenario);
        records.push(record);
        if (deathIn([record])) killedBy.push(name);
        if (record.checks.some(({ verdict }) => verdict === 'failed')) break;
      }
      await trial.end();
    } catch (error) {
      // A server that does not even start.
      return { status: MutantRunStatus.Error, errorMessage: String(error) };
    } finally {
      delete instrumented.activeMutant;
    }
    const endless = determineHitLimitReached(instrumented.hitCount, hitLimit);
    if (endless)
      return { status: MutantRunStatus.Timeout, ...(endless.reason ? { reason: endless.reason } : {}) };
    const death = deathIn(records);
    return death
      ? { status: MutantRunStatus.Killed, failureMessage: death, killedBy, nrOfTests: records.length }
      : { status: MutantRunStatus.Survived, nrOfTests: records.length };
  }

  #loaded(): typeof Lane {
    if (!this.#lane) throw new Error('the runner was not initialised');
    return this.#lane;
  }
}

/** The check that speaks most clearly against the server, as `verdict ID: claim`; undefined where nothing does. */
function deathIn(records: readonly ScenarioRecord[]): string | undefined {
  const checks = records.flatMap((record) => record.checks);
  for (const death of deaths) {
    const found = checks.find(({ verdict }) => verdict === death);
    if (found) return `${death} ${found.requirement}: ${found.claim}`;
  }
  return undefined;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'scenarios', ScenarioRunner)];
