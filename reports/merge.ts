/** Makes one run report of those of all shards: a pure function. */
import type { RunReport } from '../schemas/report/run-report.ts';
import type { RunSettings } from '../schemas/report/run-settings.ts';
import type { KnownFailure } from './baseline.ts';
import type { Side } from './compare/compare.ts';
import { ReportError } from './read-report.ts';
import { buildRunReport, type Measured } from './run-report.ts';

/** How problems begin that were derived from the list of known failures, and are derived again. */
const derived = 'baseline: ';

/**
 * Judges the measurements of all shards together. A single report that is not a shard is judged again.
 *
 * @param reportDir where the result will be written
 * @throws ReportError where the reports are not all shards of one run
 */
export function mergeReports(
  sides: readonly Side[],
  baseline: readonly KnownFailure[],
  reportDir: string,
): RunReport {
  const [first] = [...sides].sort((a, b) => shardOf(a.report) - shardOf(b.report));
  if (first === undefined) throw new ReportError('there is no report to merge');
  requireOneRun(sides, first);
  const reports = sides.map(({ report }) => report);
  const startedAt = Math.min(...reports.map((report) => Date.parse(report.startedAt)));
  const endedAt = Math.max(...reports.map((report) => Date.parse(report.startedAt) + report.durationMs));
  return buildRunReport({
    run: settingsOf(first.report, reportDir),
    scenarios: reports.flatMap(({ scenarios }) => scenarios),
    problems: reports.flatMap(({ problems }) => problems.filter((one) => !one.startsWith(derived))),
    notes: [...new Set([...reports.flatMap(({ notes }) => notes), ...mergeNotes(reports)])],
    ...explorationOf(reports),
    baseline,
    startedAt: new Date(startedAt),
    durationMs: endedAt - startedAt,
  });
}

/** All shards explore with the same seed, so the exploration that got furthest is used. */
function explorationOf(reports: readonly RunReport[]): Pick<Measured, 'exploration'> {
  const [furthest] = reports
    .flatMap(({ exploration }) => (exploration?.afterScenarios ? [exploration] : []))
    .sort((a, b) => b.calls - a.calls);
  return furthest === undefined ? {} : { exploration: furthest };
}

function shardOf({ shard = '1/1' }: RunReport): number {
  return Number(shard.split('/')[0]);
}

/** What has to be the same in all shards: the rules, the target and how it is judged. */
const shared = [
  'target',
  'appId',
  'auth',
  'apiVersion',
  'readStateRoute',
  'capabilities',
  'only',
  'scenario',
  'quick',
  'strict',
  'rules',
] as const;

function requireOneRun(sides: readonly Side[], first: Side): void {
  const seen = new Map<string, string>();
  for (const { name, report } of sides) {
    if (report.rules.hash !== first.report.rules.hash)
      throw new ReportError(`${name} used other rules than ${first.name}`);
    if (report.verdict === 'unreachable' || report.verdict === 'usage-error')
      throw new ReportError(`${name} tested nothing (${report.summary})`);
    const differing = shared.find((setting) => report.target[setting] !== first.report.target[setting]);
    if (differing !== undefined)
      throw new ReportError(
        `${name} and ${first.name} have a different ${differing}: ${report.target[differing]}, not ${first.report.target[differing]}`,
      );
    if (report.shard === undefined && sides.length > 1)
      throw new ReportError(`${name} is not a shard, but the report of a full run`);
    const twin = seen.get(report.shard ?? '');
    if (twin !== undefined) throw new ReportError(`${name} is the same shard ${report.shard} as ${twin}`);
    seen.set(report.shard ?? '', name);
  }
  const total = first.report.shard?.split('/')[1] ?? '1';
  for (const { name, report } of sides)
    if (report.shard !== undefined && report.shard.split('/')[1] !== total)
      throw new ReportError(`${name} is shard ${report.shard}, but ${first.name} is one of ${total}`);
  const missing = Array.from({ length: Number(total) }, (_, index) => `${index + 1}/${total}`).filter(
    (shard) => first.report.shard !== undefined && !seen.has(shard),
  );
  if (missing.length > 0) throw new ReportError(`shard ${missing.join(', ')} is missing`);
}

function settingsOf(report: RunReport, reportDir: string): RunSettings {
  const { target, runId, seed } = report;
  const only = target['only'] ?? 'everything';
  return {
    target: { ...target, reportDir },
    runId,
    seed,
    only: only === 'everything' ? [] : only.split(', '),
    ...(report.scenario === undefined ? {} : { scenario: report.scenario }),
    ...(report.quick ? { quick: true } : {}),
    ...(report.rerun === undefined ? {} : { rerun: report.rerun }),
    strict: target['strict'] === 'true',
    rules: report.rules.version,
    workers: Number(target['workers'] ?? 1),
    confirm: Number(target['confirm'] ?? 0),
    maxDurationMs: 0,
    reportDir,
  };
}

function mergeNotes(reports: readonly RunReport[]): string[] {
  if (reports.length < 2) return [];
  const seeds = new Set(reports.map(({ seed }) => seed));
  return [
    `Merged from ${reports.length} shards, the runs ${reports.map(({ runId }) => runId).join(', ')}.`,
    ...(seeds.size > 1
      ? [
          `The shards ran with different seeds (${[...seeds].join(', ')}): to reproduce a failure, use the seed of its shard.`,
        ]
      : []),
  ];
}
