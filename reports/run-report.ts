/** Makes the run report: a pure function of what the scenarios measured. */
import { exitCodeOf } from '../schemas/report/exit-codes.ts';
import type { Exploration } from '../schemas/report/exploration.ts';
import type {
  AreaResult,
  Counts,
  DriftEntry,
  RequirementCheck,
  RequirementResult,
  RunReport,
  RunVerdict,
  SurveyResult,
} from '../schemas/report/run-report.ts';
import type { RunSettings } from '../schemas/report/run-settings.ts';
import {
  cleanUpScenario,
  isExplored,
  scenarioKey,
  type ScenarioRecord,
} from '../schemas/report/scenario-record.ts';
import {
  areaOf,
  areas,
  requirements,
  ruleSet,
  ruleSetNamed,
  under,
  type Requirement,
  type RuleSet,
} from '../specs/requirements/index.ts';
import { staleEntries, type KnownFailure } from './baseline.ts';
import { suiteIdentity } from './suite.ts';
import { confirmedChecks } from './attempts.ts';
import { violationsSeen } from './preparations.ts';
import { selectedBy } from './selection.ts';
import { alone, unselectedTold } from './exploration.ts';
import { fixFirstEntries } from './fix-first.ts';
import { lagOf } from './lag.ts';
import { summaryOf } from './summary.ts';
import { trafficOf } from './traffic.ts';
import { judgeRequirement, judgeRun } from './verdict.ts';
import { newerTold } from './words.ts';

export interface Measured {
  /** What is judged; the catalogue, unless a test makes up another one. */
  readonly catalogue?: readonly Requirement[];
  /** What decides; the rule set of the run, unless a test makes up another one. */
  readonly rules?: RuleSet;
  readonly run: RunSettings;
  readonly scenarios: readonly ScenarioRecord[];
  /** Problems of the suite itself that belong to no requirement. */
  readonly problems: readonly string[];
  /** What else a reader has to know, in words. */
  readonly notes?: readonly string[];
  readonly baseline: readonly KnownFailure[];
  /** Where the target was explored. Without scenarios beside it, nothing is judged but what contradictions were found of. */
  readonly exploration?: Exploration;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Set where the run ended before any scenario could run; nothing is judged then. */
  readonly aborted?: { readonly verdict: RunVerdict; readonly summary: string };
}

export function buildRunReport(measured: Measured): RunReport {
  const { run, problems, catalogue = requirements } = measured;
  const rules = measured.rules ?? (run.rules === undefined ? ruleSet : ruleSetNamed(run.rules));
  const scenarios = [...measured.scenarios].sort(byPlace);
  const surveys = surveysOf(scenarios);
  const confirmed = confirmedChecks(scenarios);
  const checks = [...confirmed, ...violationsSeen(scenarios, confirmed, run.scenario !== undefined)];
  const results = catalogue.map((requirement) =>
    resultOf(requirement, { ...measured, rules, checks }, scenarios, surveys),
  );
  const ruled = results.filter(({ newer }) => newer === undefined);
  const stale = staleEntries(
    measured.baseline,
    // Another shard may still see it fail.
    (id) => (run.shard === undefined ? results.find((result) => result.id === id)?.verdict : undefined),
    measured.startedAt.toISOString().slice(0, 10),
  );
  const { exploration } = measured;
  const partial = isPartial(measured);
  const judged = measured.aborted
    ? { verdict: measured.aborted.verdict, exitCode: exitCodeOf(measured.aborted.verdict) }
    : judgeRun({
        requirements: results,
        problems,
        stale,
        strict: run.strict,
        partial,
        shard: run.shard !== undefined,
        explored: alone(exploration),
      });
  const kind = {
    ...judged,
    ...(run.shard === undefined ? {} : { shard: run.shard }),
    ...(partial ? { partial } : {}),
    ...(run.quick ? { quick: true } : {}),
    ...(run.scenario === undefined ? {} : { scenario: run.scenario }),
    ...(exploration === undefined ? {} : { exploration }),
  };
  const report: RunReport = {
    format: 1,
    suite: suiteIdentity,
    rules: { version: rules.version, hash: rules.hash },
    target: run.target,
    runId: run.runId,
    ...kind,
    seed: run.seed,
    ...(run.rerun === undefined ? {} : { rerun: run.rerun }),
    startedAt: measured.startedAt.toISOString(),
    durationMs: Math.round(measured.durationMs),
    ...trafficOf(scenarios),
    requests: requestsOf(scenarios, exploration),
    summary: measured.aborted?.summary ?? summaryOf({ ...kind, requirements: ruled, strict: run.strict }),
    counts: countsOf(ruled),
    areas: areas.map((area) => areaResult(area, results, scenarios)),
    requirements: results,
    surveys,
    drift: driftOf(scenarios),
    lag: lagOf(scenarios),
    cleanUp: cleanUpOf(scenarios),
    notes: [
      run.warning ?? [],
      newerTold(results, rules.version),
      unselectedTold(exploration, selectedBy(run.only)),
      measured.notes ?? [],
    ].flat(),
    problems: [...problems, ...stale.map((entry) => `baseline: ${entry}`)],
    scenarios,
    footer: { requirements: results.length, complete: true },
  };
  return { ...report, fixFirst: fixFirstEntries(report) };
}

/** Scenarios first: if a scenario and the explorer found the same, the scenario is reported. */
function byPlace(a: ScenarioRecord, b: ScenarioRecord): number {
  const byKind = Number(isExplored(a)) - Number(isExplored(b));
  return byKind || a.file.localeCompare(b.file) || a.line - b.line || a.title.localeCompare(b.title);
}

/** An exploration sends more than its records hold. */
function requestsOf(scenarios: readonly ScenarioRecord[], exploration: Exploration | undefined): number {
  if (exploration === undefined) return trafficOf(scenarios).requests;
  return trafficOf(scenarios.filter((one) => !isExplored(one))).requests + exploration.requests;
}

function resultOf(
  requirement: Requirement,
  measured: Measured & { readonly rules: RuleSet; readonly checks: readonly RequirementCheck[] },
  scenarios: readonly ScenarioRecord[],
  surveys: readonly SurveyResult[],
): RequirementResult {
  const { id, basis, statement, source } = requirement;
  const { rules } = measured;
  const { only } = measured.run;
  const checks = measured.checks.filter((check) => check.requirement === id);
  const judgement = judgeRequirement({
    requirement,
    rules,
    checks,
    surveys: surveys.filter((survey) => survey.requirement === id),
    selected: selectedBy(only)(id) && (wholeCatalogue(measured) || judgedHere(id, checks, surveys)),
    knownFailure: measured.baseline.find((entry) => entry.id === id),
    known: new Map(measured.baseline.map((entry) => [entry.id, entry])),
  });
  return {
    id,
    area: areaOf(id),
    ...under(requirement, rules),
    basis,
    statement,
    source,
    ...judgement,
    checks,
  };
}

/** Whether anything was left out on purpose, so that the verdict is not that of the whole. */
function isPartial({ run, exploration }: Measured): boolean {
  return (
    run.only.length > 0 ||
    run.scenario !== undefined ||
    run.quick === true ||
    run.shard !== undefined ||
    alone(exploration) !== undefined
  );
}

/** A shard and chosen scenarios judge a part of the catalogue, an exploration what it happens to find. */
function wholeCatalogue({ run, exploration }: Measured): boolean {
  return run.shard === undefined && run.scenario === undefined && alone(exploration) === undefined;
}

/** Shards and chosen scenarios say nothing about requirements of others. The merged report shows what no shard judged. */
function judgedHere(
  id: string,
  checks: readonly RequirementResult['checks'][number][],
  surveys: readonly SurveyResult[],
): boolean {
  return checks.length > 0 || surveys.some(({ requirement }) => requirement === id);
}

function surveysOf(scenarios: readonly ScenarioRecord[]): SurveyResult[] {
  return scenarios.flatMap((scenario) =>
    scenario.surveys.map((survey) => ({ ...survey, scenario: scenarioKey(scenario) })),
  );
}

function driftOf(scenarios: readonly ScenarioRecord[]): DriftEntry[] {
  const counts = new Map<string, DriftEntry>();
  for (const { operation, drift = [] } of scenarios.flatMap((scenario) => scenario.exchanges))
    for (const pointer of drift) {
      const entry = counts.get(`${operation} ${pointer}`) ?? { operation, pointer, count: 0 };
      counts.set(`${operation} ${pointer}`, { ...entry, count: entry.count + 1 });
    }
  return [...counts.values()].sort(
    (a, b) => a.operation.localeCompare(b.operation) || a.pointer.localeCompare(b.pointer),
  );
}

/** What the scenarios left behind, the clean-up after the last one tried once more: its word counts. */
function cleanUpOf(scenarios: readonly ScenarioRecord[]): RunReport['cleanUp'] {
  const created = scenarios.reduce((sum, { cleanUp }) => sum + cleanUp.created, 0);
  const last = scenarios.filter(({ title }) => title === cleanUpScenario);
  const left = (last.length > 0 ? last : scenarios).flatMap(({ cleanUp }) => cleanUp.left);
  return { created, deleted: created - left.length, left };
}

function tally(results: readonly RequirementResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of results) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

function countsOf(results: readonly RequirementResult[]): Counts {
  const at = (level: string): Record<string, number> =>
    tally(results.filter((result) => result.level === level));
  return { MUST: at('MUST'), SHOULD: at('SHOULD'), SURVEY: at('SURVEY') };
}

const worstFirst = [
  'harness-error',
  'failed',
  'unstable',
  'blocked',
  'warned',
  'known-failure',
  'passed',
  'surveyed',
  'not-applicable',
  'excluded',
  'not-run',
  'not-selected',
] as const;

function areaResult(
  area: { id: string; description: string },
  results: readonly RequirementResult[],
  scenarios: readonly ScenarioRecord[],
): AreaResult {
  const own = results.filter((result) => result.area === area.id);
  // A scenario costs the area of the first requirement that it declares, so that every request is counted once.
  const costing = scenarios.filter(
    ({ declared }) => declared[0] !== undefined && areaOf(declared[0]) === area.id,
  );
  return {
    area: area.id,
    title: area.description,
    verdict: worstFirst.find((verdict) => own.some((result) => result.verdict === verdict)) ?? 'not-run',
    counts: tally(own),
    requests: costing.reduce((sum, scenario) => sum + scenario.exchanges.length, 0),
    durationMs: costing.reduce((sum, scenario) => sum + scenario.durationMs, 0),
  };
}
