/** Root causes: one thing that went wrong, and everything that could not be judged because of it. */
import type { RequirementCheck, RequirementResult, RunReport } from '../schemas/report/run-report.ts';

export interface RootCause {
  readonly cause: string;
  /** The first check that met it: what it saw, and where. */
  readonly first: RequirementCheck | undefined;
  /** Requirements that it blocked. */
  readonly blocked: readonly RequirementResult[];
  /** Violated requirements whose evidence shows the same answer of the same operation. */
  readonly seenIn: readonly RequirementResult[];
}

/** Ids named at most; of more than these, each area with its number. */
const idsNamed = 6;

/** What a cause blocked, in one line: `LIST 12, PAGE 14`. The page names every id. */
export function blockedTold(blocked: readonly RequirementResult[]): string {
  if (blocked.length <= idsNamed) return blocked.map(({ id }) => id).join(', ');
  const areas = new Map<string, number>();
  for (const { area } of blocked) areas.set(area, (areas.get(area) ?? 0) + 1);
  return [...areas].map(([area, count]) => `${area} ${count}`).join(', ');
}

/** The causes of a run, the one that blocks most first. */
export function rootCauses(report: RunReport): RootCause[] {
  const causes = new Map<string, RequirementResult[]>();
  for (const result of report.requirements) {
    if (result.verdict !== 'blocked') continue;
    const cause =
      result.checks.find((check) => check.verdict === 'blocked')?.message?.split('\n')[0] ?? 'unknown';
    causes.set(cause, [...(causes.get(cause) ?? []), result]);
  }
  return [...causes]
    .map(([cause, blocked]) => ({
      cause,
      first: firstOf(cause, blocked),
      blocked,
      seenIn: seenIn(cause, report),
    }))
    .sort((a, b) => b.blocked.length - a.blocked.length);
}

/** Of the checks that met a cause, one that has an exchange to show, if there is one. */
function firstOf(cause: string, blocked: readonly RequirementResult[]): RequirementCheck | undefined {
  const met = blocked
    .flatMap(({ checks }) => checks)
    .filter(({ verdict, message }) => verdict === 'blocked' && message?.split('\n')[0] === cause);
  return met.find(({ exchanges }) => exchanges.length > 0) ?? met[0];
}

function seenIn(cause: string, report: RunReport): RequirementResult[] {
  const [, operation, status] = /(\w+) answered (\d{3})/.exec(cause) ?? [];
  if (operation === undefined) return [];
  const shows = new Map(
    report.scenarios.map((scenario) => [
      `${scenario.file} › ${scenario.title}`,
      new Set(
        scenario.exchanges
          .filter((one) => one.operation === operation && String(one.status) === status)
          .map((one) => one.id),
      ),
    ]),
  );
  return report.requirements.filter(
    ({ verdict, checks }) =>
      ['failed', 'warned', 'known-failure'].includes(verdict) &&
      checks.some(
        (check) =>
          check.verdict === 'failed' && check.exchanges.some((id) => shows.get(check.scenario)?.has(id)),
      ),
  );
}
