/** What to mend first: everything that went wrong, by the mistake that shows in it, the one first that holds up most. */
import type { RequirementCheck, RequirementResult, RunReport } from '../schemas/report/run-report.ts';
import type { ExchangeRecord } from '../schemas/report/scenario-record.ts';
import { rootCauses } from './causes.ts';
import { Evidence } from './evidence.ts';
import { faultOf, missing, routeOf, type Fault } from './fault.ts';
import { missingRoute } from './missing-route.ts';

/** A requirement that went wrong, with the check that shows it best. */
export interface Wrong {
  readonly result: RequirementResult;
  readonly check: RequirementCheck;
  readonly fault: Fault;
}

/** One mistake of the target, and all that shows it or waits behind it. */
export interface FaultGroup {
  readonly title: string;
  /** Requirements that do not hold, the worst verdict first. */
  readonly wrong: readonly Wrong[];
  /** Requirements that it blocked. */
  readonly blocked: readonly RequirementResult[];
  /** What kept them from being judged, in words. */
  readonly cause: string | undefined;
  readonly exchange: ExchangeRecord | undefined;
  readonly at: string | undefined;
  readonly advice: string | undefined;
}

const worstFirst = ['harness-error', 'failed', 'unstable', 'warned'] as const;

export function fixFirst(report: RunReport, evidence = new Evidence(report)): FaultGroup[] {
  const groups = new Map<string, FaultGroup>();
  for (const verdict of worstFirst)
    for (const result of report.requirements) {
      const check = result.verdict === verdict ? worstOf(result) : undefined;
      if (check === undefined) continue;
      const fault = faultOf(result, check, evidence);
      const group = groups.get(fault.key) ?? {
        ...emptyGroup(fault.title),
        advice: adviceFor(fault.request, evidence),
      };
      groups.set(fault.key, { ...group, wrong: [...group.wrong, { result, check, fault }] });
    }
  for (const { cause, requirement, advice, exchange, first, blocked } of rootCauses(report, evidence)) {
    const resource = exchange && evidence.missingResource(exchange.operation);
    const absent = exchange && resource ? missing(resource, exchange) : undefined;
    const key = absent?.key ?? keyOf(groups, requirement, exchange) ?? `blocked ${cause} ${groups.size}`;
    const title = absent?.title ?? titleOf(cause, requirement, exchange);
    const group = groups.get(key) ?? emptyGroup(title);
    groups.set(key, {
      ...group,
      cause: group.cause ?? cause,
      exchange: group.exchange ?? exchange,
      advice: advice ?? group.advice,
      at: group.at ?? first.at,
      blocked: [...group.blocked, ...blocked],
    });
  }
  return [...groups.values()].sort((a, b) => rankOf(a) - rankOf(b) || sizeOf(b) - sizeOf(a));
}

/** The check that tells most about a requirement that does not hold. */
export function worstOf({ verdict, checks }: RequirementResult): RequirementCheck | undefined {
  const open = checks.filter((check) => check.verdict !== 'passed' && check.verdict !== 'not-applicable');
  return (
    open.find((check) => check.verdict === verdict) ??
    open.find((check) => check.verdict === 'failed' || check.verdict === 'harness-error') ??
    open[0]
  );
}

function emptyGroup(title: string): FaultGroup {
  const none = { cause: undefined, exchange: undefined, advice: undefined, at: undefined };
  return { title, wrong: [], blocked: [], ...none };
}

/** What a person can do where the whole resource of a request is missing, and the suite can do without it. */
function adviceFor(request: ExchangeRecord | undefined, evidence: Evidence): string | undefined {
  const resource = request && evidence.missingResource(request.operation);
  return resource === undefined || resource === 'conversations' || resource === 'participants'
    ? undefined
    : `if that is intended, disclaim it: --capabilities -${resource}`;
}

/** The mistake that blocked: the one that violates the requirement, or the one that shows in the same answer. */
function keyOf(
  groups: ReadonlyMap<string, FaultGroup>,
  requirement: string | undefined,
  exchange: ExchangeRecord | undefined,
): string | undefined {
  const shows = ({ wrong }: FaultGroup): boolean =>
    requirement === undefined
      ? wrong.some(
          ({ fault: { request } }) =>
            exchange !== undefined &&
            request?.operation === exchange.operation &&
            request.status === exchange.status &&
            exchange.status >= 300,
        )
      : wrong.some(({ result }) => result.id === requirement);
  return [...groups].find(([, group]) => shows(group))?.[0];
}

function titleOf(
  cause: string,
  requirement: string | undefined,
  exchange: ExchangeRecord | undefined,
): string {
  const page = exchange && missingRoute(exchange);
  if (exchange && page !== undefined)
    return `${routeOf(exchange.operation)} is missing: ${exchange.status} with ${page}`;
  return requirement === undefined ? cause : `blocked by ${requirement}: ${cause}`;
}

/** The suite's own faults first, then what decides the exit code, then warnings. */
function rankOf({ wrong, blocked }: FaultGroup): number {
  const verdicts = new Set(wrong.map(({ result }) => result.verdict));
  if (verdicts.has('harness-error')) return 0;
  return verdicts.has('failed') || verdicts.has('unstable') || blocked.length > 0 ? 1 : 2;
}

function sizeOf({ wrong, blocked }: FaultGroup): number {
  return wrong.length + blocked.length;
}
