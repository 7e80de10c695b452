/** Root causes: one thing that went wrong, and everything that could not be judged because of it. */
import type { RequirementCheck, RequirementResult, RunReport } from '../schemas/report/run-report.ts';
import type { ExchangeRecord } from '../schemas/report/scenario-record.ts';
import { Evidence } from './evidence.ts';
import { plural } from './text.ts';

export interface RootCause {
  /** What went wrong, in words. */
  readonly cause: string;
  /** The violated requirement that it is, if it is one. */
  readonly requirement: string | undefined;
  /** What a person can do about it. */
  readonly advice: string | undefined;
  /** The exchange that shows it. */
  readonly exchange: ExchangeRecord | undefined;
  /** The first check that met it. */
  readonly first: RequirementCheck;
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

/** `26 requirements: LIST 12, PAGE 14`; `98 others: …` where the cause is a requirement itself. */
export function blocksTold(blocked: readonly RequirementResult[], requirement: string | undefined): string {
  const many =
    requirement === undefined || blocked.some(({ id }) => id === requirement)
      ? plural(blocked.length, 'requirement')
      : plural(blocked.length, 'other');
  return `${many}: ${blockedTold(blocked)}`;
}

/** The causes of a run, the one that blocks most first. */
export function rootCauses(report: RunReport, evidence = new Evidence(report)): RootCause[] {
  const causes = new Map<string, RequirementResult[]>();
  for (const result of report.requirements) {
    const met = result.verdict === 'blocked' ? result.checks.find(isBlocked) : undefined;
    if (met === undefined) continue;
    const key = identityOf(met, evidence);
    causes.set(key, [...(causes.get(key) ?? []), result]);
  }
  return [...causes]
    .flatMap(([key, blocked]) => causeOf(key, blocked, report, evidence))
    .sort((a, b) => b.blocked.length - a.blocked.length);
}

function isBlocked({ verdict }: RequirementCheck): boolean {
  return verdict === 'blocked';
}

/**
 * Checks with the same identity were blocked by the same thing: a requirement, a capability, the credential, the end of
 * the run, or the same answer to the same operation. Where nothing of that is known, by what is told in the same words.
 */
function identityOf({ cause, message = '' }: RequirementCheck, evidence: Evidence): string {
  const { kind, requirement, capability, exchange } = cause ?? {};
  if (requirement !== undefined) return `requirement ${requirement}`;
  if (capability !== undefined) return `capability ${capability}`;
  if (kind === 'time' || kind === 'credential') return kind;
  const shown = exchange === undefined ? undefined : evidence.exchange(exchange);
  return shown === undefined ? `words ${message}` : `${kind} ${answerOf(shown)}`;
}

/** The operation and what came of it. */
function answerOf({ operation, status }: ExchangeRecord): string {
  return `${operation} ${status}`;
}

function causeOf(
  key: string,
  blocked: readonly RequirementResult[],
  report: RunReport,
  evidence: Evidence,
): RootCause[] {
  const met = blocked
    .flatMap(({ checks }) => checks)
    .filter((check) => isBlocked(check) && identityOf(check, evidence) === key);
  // One that has an exchange to show tells most.
  const first = met.find(({ cause }) => cause?.exchange !== undefined) ?? met[0];
  if (first === undefined) return [];
  const { requirement, exchange: id, advice: given } = first.cause ?? {};
  const exchange = id === undefined ? undefined : evidence.exchange(id);
  // A 404 may be the absence of the route, or of what the call names: not of the route where another call had an answer.
  const routeIsThere = exchange !== undefined && evidence.missingResource(exchange.operation) === undefined;
  const advice = routeIsThere ? undefined : given;
  const cause = first.message ?? 'unknown';
  const seenIn = exchange === undefined ? [] : violatedBy(answerOf(exchange), report, evidence);
  return [{ cause, requirement, advice, exchange, first, blocked, seenIn }];
}

/** Violated requirements whose failed checks cite the same answer. */
function violatedBy(answer: string, report: RunReport, evidence: Evidence): RequirementResult[] {
  return report.requirements.filter(
    ({ verdict, checks }) =>
      ['failed', 'warned', 'known-failure'].includes(verdict) &&
      checks.some(
        (check) =>
          check.verdict === 'failed' && evidence.exchangesOf(check).some((one) => answerOf(one) === answer),
      ),
  );
}
