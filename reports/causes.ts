/** Root causes: one thing that went wrong, and everything that could not be judged because of it. */
import type { RequirementResult, RunReport } from '../schemas/report/run-report.ts';

export interface RootCause {
  readonly cause: string;
  /** Requirements that it blocked. */
  readonly blocked: readonly RequirementResult[];
  /** Violated requirements whose evidence shows the same answer of the same operation. */
  readonly seenIn: readonly RequirementResult[];
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
    .map(([cause, blocked]) => ({ cause, blocked, seenIn: seenIn(cause, report) }))
    .sort((a, b) => b.blocked.length - a.blocked.length);
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
          .map((one) => one.number),
      ),
    ]),
  );
  return report.requirements.filter(
    ({ verdict, checks }) =>
      ['failed', 'warned', 'known-failure'].includes(verdict) &&
      checks.some(
        (check) =>
          check.verdict === 'failed' &&
          check.exchanges.some((number) => shows.get(check.scenario)?.has(number)),
      ),
  );
}
