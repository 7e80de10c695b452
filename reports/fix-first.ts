/** What to mend first: everything that went wrong, by the mistake that shows in it, the one first that holds up most. */
import type {
  FixFirst,
  RequirementCheck,
  RequirementResult,
  RunReport,
} from '../schemas/report/run-report.ts';
import type { ExchangeRecord } from '../schemas/report/scenario-record.ts';
import { capabilityOfResource, disclaiming } from '../specs/requirements/index.ts';
import { rootCauses } from './causes.ts';
import { Evidence } from './evidence.ts';
import { faultOf, missing, routeOf, type Fault } from './fault.ts';
import { missingRoute } from './missing-route.ts';
import { doingOf, impactOf, lackTold, statusTold } from './plain.ts';
import { capitalised } from './text.ts';

/** A requirement that went wrong, with the check that shows it best. */
export interface Wrong {
  readonly result: RequirementResult;
  readonly check: RequirementCheck;
  readonly fault: Fault;
}

/** One mistake of the target, and all that shows it or waits behind it. */
export interface FaultGroup {
  readonly title: string;
  /** The same in words of people who do not know the API. */
  readonly plain: string;
  /** What it means for users, if a requirement has an `impact`. */
  readonly impact: string | undefined;
  /** What shows it best: the first of `wrong` that is about more than the form of answers. */
  readonly lead: Wrong | undefined;
  /** Requirements that do not hold, the worst verdict first. */
  readonly wrong: readonly Wrong[];
  /** Requirements that it blocked. */
  readonly blocked: readonly RequirementResult[];
  /** What kept them from being judged, in words. */
  readonly cause: string | undefined;
  readonly exchange: ExchangeRecord | undefined;
  readonly at: string | undefined;
  readonly advice: string | undefined;
  /** Whether the target stopped answering: a script of its own shows it. */
  readonly crashed: boolean;
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
        ...emptyGroup(fault),
        advice: adviceFor(fault.request, evidence),
      };
      groups.set(fault.key, { ...group, wrong: [...group.wrong, { result, check, fault }] });
    }
  for (const { cause, requirement, advice, exchange, first, blocked } of rootCauses(report, evidence)) {
    // No response says nothing about a route.
    const resource =
      exchange && exchange.status > 0 ? evidence.missingResource(exchange.operation) : undefined;
    const absent = exchange && resource ? missing(resource, exchange) : undefined;
    const key = absent?.key ?? keyOf(groups, requirement, exchange) ?? `blocked ${cause} ${groups.size}`;
    const group = groups.get(key) ?? emptyGroup(absent ?? titlesOf(cause, requirement, exchange, first));
    groups.set(key, {
      ...group,
      cause: group.cause ?? cause,
      exchange: group.exchange ?? exchange,
      advice: advice ?? group.advice,
      at: group.at ?? first.at,
      impact: group.impact ?? (requirement === undefined ? undefined : impactOf({ id: requirement })),
      blocked: [...group.blocked, ...blocked],
      crashed: group.crashed || first.cause?.crashedBy !== undefined,
    });
  }
  return [...groups.values()]
    .map((group) => withLead(group, evidence))
    .sort((a, b) => rankOf(a) - rankOf(b) || sizeOf(b) - sizeOf(a));
}

/** The groups, as programs read them. */
export function fixFirstEntries(report: RunReport): FixFirst[] {
  return fixFirst(report).map(({ title, plain, impact, wrong, blocked, lead, exchange, advice }) => {
    const shownBy = lead?.fault.request ?? exchange;
    return {
      title,
      plain,
      ...(impact === undefined ? {} : { impact }),
      ids: wrong.map(({ result }) => result.id),
      blocked: blocked.map(({ id }) => id),
      ...(shownBy === undefined ? {} : { exchange: shownBy.id }),
      ...(advice === undefined ? {} : { advice }),
    };
  });
}

/** `5 failed, 4 warned, 31 blocked`. */
export function countsTold({ wrong, blocked }: Pick<FaultGroup, 'wrong' | 'blocked'>): string {
  const told = worstFirst
    .map((verdict) => [wrong.filter(({ result }) => result.verdict === verdict).length, verdict] as const)
    .filter(([count]) => count > 0)
    .map(([count, verdict]) => `${count} ${verdict}`);
  return [...told, ...(blocked.length > 0 ? [`${blocked.length} blocked`] : [])].join(', ');
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

function emptyGroup({ title, plain }: Titles): FaultGroup {
  const none = { cause: undefined, exchange: undefined, advice: undefined, at: undefined };
  return {
    title,
    plain,
    impact: undefined,
    lead: undefined,
    wrong: [],
    blocked: [],
    crashed: false,
    ...none,
  };
}

/** What a person can do where the whole resource of a request is missing, and the suite can do without it. */
function adviceFor(request: ExchangeRecord | undefined, evidence: Evidence): string | undefined {
  const resource = request && evidence.missingResource(request.operation);
  const capability = resource && capabilityOfResource(resource);
  return capability && disclaiming(capability);
}

function withLead(group: FaultGroup, evidence: Evidence): FaultGroup {
  const { wrong } = group;
  const worst = wrong.filter(({ result }) => result.verdict === wrong[0]?.result.verdict);
  const about = worst.filter(({ result }) => result.area !== 'TRANSPORT');
  const lead = about.every(isStatus) ? shortest(about, evidence) : about[0];
  const shown = lead ?? wrong[0];
  // A mistake of the suite, or what held as well, says nothing about what people meet.
  const violated = shown !== undefined && ['failed', 'warned'].includes(shown.result.verdict);
  return {
    ...group,
    lead: shown,
    impact: group.impact ?? (violated ? impactOf(shown.result) : undefined),
  };
}

function isStatus({ check: { assertion } }: Wrong): boolean {
  return assertion !== undefined && 'status' in assertion;
}

/** The one with the shortest story: where a wrong status stops many stories, it is about that and nothing else. */
function shortest(all: readonly Wrong[], evidence: Evidence): Wrong | undefined {
  const length = ({ check }: Wrong): number => evidence.leadingTo(check).length;
  return [...all].sort((a, b) => length(a) - length(b))[0];
}

/** The mistake that blocked: the one that violates the requirement, or else the one that shows in the same answer. */
function keyOf(
  groups: ReadonlyMap<string, FaultGroup>,
  requirement: string | undefined,
  exchange: ExchangeRecord | undefined,
): string | undefined {
  const violates = ({ wrong }: FaultGroup): boolean => wrong.some(({ result }) => result.id === requirement);
  const answers = ({ wrong }: FaultGroup): boolean =>
    wrong.some(
      ({ fault: { request } }) =>
        exchange !== undefined &&
        request?.operation === exchange.operation &&
        request.status === exchange.status &&
        exchange.status >= 300,
    );
  const all = [...groups];
  return (all.find(([, group]) => violates(group)) ?? all.find(([, group]) => answers(group)))?.[0];
}

/** The mistake in the words of the API, and in plain ones. */
type Titles = Pick<Fault, 'title' | 'plain'>;

function titlesOf(
  cause: string,
  requirement: string | undefined,
  exchange: ExchangeRecord | undefined,
  { cause: why }: RequirementCheck,
): Titles {
  if (why?.capability !== undefined) return { title: cause, plain: lackTold(why.capability) };
  const page = exchange && missingRoute(exchange);
  if (exchange && page !== undefined)
    return {
      title: `${routeOf(exchange.operation)} is missing: ${exchange.status} with ${page}`,
      plain: `${capitalised(doingOf(exchange.operation))} is missing on this server`,
    };
  const plain =
    exchange === undefined || (exchange.failure === undefined && exchange.status < 300)
      ? cause
      : statusTold(exchange.operation, exchange, '2xx');
  return { title: requirement === undefined ? cause : `blocked by ${requirement}: ${cause}`, plain };
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
