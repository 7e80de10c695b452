/** What a target did that it should not have, told from the exchanges that show it: a pure reading of the run report. */
import { operations, type OperationId, type Resource } from '../schemas/operations.ts';
import type { RequirementCheck, RequirementResult } from '../schemas/report/run-report.ts';
import type { DifferenceRecord, ExchangeRecord } from '../schemas/report/scenario-record.ts';
import { listDifference, parsed } from './differences.ts';
import type { Evidence } from './evidence.ts';
import { missingRoute } from './missing-route.ts';
import { attributesTold, doingOf, lackTold, listed, promiseOf, statusTold } from './plain.ts';
import { capitalised, oneLine } from './text.ts';

export interface Fault {
  /** Groups failures: failures with the same mistake of the target have the same key. */
  readonly key: string;
  /** The mistake in words: `PUT /conversations/{conversationId} erases fields that the request does not contain`. */
  readonly title: string;
  /** The same in words of people who do not know the API: `Updating a conversation erases fields that the request does not contain`. */
  readonly plain: string;
  /** What happened this time: `subject was erased by a PUT that did not contain it`. */
  readonly told: string;
  /** The claim that does not hold, where nothing better tells what happened. */
  readonly unmet?: string;
  /** The request at fault. */
  readonly request: ExchangeRecord | undefined;
  /** The answer that shows it, where that is another one. */
  readonly shownBy: ExchangeRecord | undefined;
}

/** `PUT /conversations/{conversationId}`. */
export function routeOf(operation: string): string {
  const known = Object.hasOwn(operations, operation) ? operations[operation as OperationId] : undefined;
  return known === undefined ? oneLine(operation, 80) : `${known.method} ${known.path}`;
}

export function faultOf(result: RequirementResult, check: RequirementCheck, evidence: Evidence): Fault {
  const cited = evidence.exchangesOf(check);
  const last = cited.at(-1);
  const writes = cited.filter(({ method }) => method !== 'GET');
  const write = writes.at(-1);
  const around = { request: write ?? last, shownBy: last === write ? undefined : write && last };
  return (
    wrongStatus(check, evidence) ??
    (check.verdict === 'failed' ? wrongState(check, writes, around, evidence) : undefined) ??
    wrongList(result, check, last, around, evidence) ?? {
      key: `requirement ${result.id}`,
      title: `${result.id}: ${toldOf(check)}`,
      plain: brokenPromise(result),
      told: toldOf(check),
      ...(check.verdict === 'failed' ? { unmet: check.claim } : {}),
      ...around,
    }
  );
}

function brokenPromise(result: RequirementResult): string {
  const promise = promiseOf(result);
  if (result.verdict === 'harness-error') return `The suite failed while testing this: ${promise}`;
  if (result.verdict === 'unstable') return `Failed once, then passed: ${promise}`;
  return `Does not hold: ${promise}`;
}

type Around = Pick<Fault, 'request' | 'shownBy'>;

function toldOf({ verdict, message, claim }: RequirementCheck): string {
  return verdict === 'failed' ? `this does not hold: ${claim}` : (message?.split('\n')[0] ?? claim);
}

/** What the absence of a whole resource is known by, and called. */
export function missing(resource: Resource, request: ExchangeRecord): Pick<Fault, 'key' | 'title' | 'plain'> {
  const page = missingRoute(request);
  const answer = page === undefined ? String(request.status) : `${request.status} with ${page}`;
  return {
    key: `missing ${resource}`,
    title: `The ${resource} resource is missing: ${routeOf(request.operation)} returns ${answer}, and so do all its other calls`,
    plain: lackTold(resource),
  };
}

const statusWords: Readonly<Record<string, string>> = {
  '2xx': 'a success (2xx)',
  '4xx': 'a refusal (4xx)',
  'below 500': 'a status below 500',
};

/** Another status than expected. */
function wrongStatus({ verdict, assertion }: RequirementCheck, evidence: Evidence): Fault | undefined {
  if (verdict !== 'failed' || assertion === undefined || !('status' in assertion)) return undefined;
  const request = evidence.exchange(assertion.exchange);
  if (request === undefined) return undefined;
  const { operation, method, status } = request;
  const expected = statusWords[assertion.status] ?? assertion.status;
  const route = routeOf(operation);
  const outcome = request.failure ?? String(status);
  const page = missingRoute(request);
  const resource = assertion.status === '2xx' ? evidence.missingResource(operation) : undefined;
  if (resource !== undefined)
    return {
      ...missing(resource, request),
      told: `${method} returned ${status}, like every other call of the resource`,
      ...{ request, shownBy: undefined },
    };
  if (page !== undefined)
    return {
      key: `route ${operation}`,
      title: `${route} is missing: ${status} with ${page}`,
      plain: `${capitalised(doingOf(operation))} is missing on this server`,
      told: `${method} returned ${page} (${status}); expected ${expected}`,
      ...{ request, shownBy: undefined },
    };
  return {
    key: `status ${operation} ${status} ${assertion.status}`,
    title: `${route} returns ${outcome} instead of ${expected}`,
    plain: statusTold(operation, request, assertion.status),
    told: `${method} returned ${outcome}; expected ${expected}`,
    ...{ request, shownBy: undefined },
  };
}

/** A state that is not what a write should have left, or what a reading should show. */
function wrongState(
  check: RequirementCheck,
  writes: readonly ExchangeRecord[],
  { request, shownBy }: Around,
  evidence: Evidence,
): Fault | undefined {
  const { differences = [] } = check;
  const placed = differences.filter(({ path }) => path.length > 0);
  if (request === undefined || placed.length === 0) return undefined;
  const places = [...new Set(placed.map(placeOf))];
  const attributes = [...new Set(placed.map(({ path }) => path[0] ?? ''))].sort();
  const top = attributes.join(', ');
  const told = listed(places);
  const [are, them] = places.length === 1 ? ['was', 'it'] : ['were', 'them'];
  const around = { request, shownBy };
  const { method, operation, purpose, status } = request;
  const route = routeOf(operation);
  const creates = isCreation(request, evidence.leadingTo(check));
  const putting = creates ? 'creating a conversation' : 'updating a conversation';
  const doing = operation === 'putConversation' ? putting : doingOf(operation);
  if (method === 'GET' || shownBy === undefined || purpose === 'setup') {
    const shown = shownBy ?? request;
    return {
      key: `shows ${shown.operation} ${top}`,
      title: `${routeOf(shown.operation)} shows the wrong ${top}`,
      plain: `${capitalised(doingOf(shown.operation))} shows the wrong ${attributesTold(attributes)}`,
      told: `${told} ${are} wrong in the response of ${shown.method}`,
      ...around,
    };
  }
  if (status >= 400)
    return {
      key: `refused ${operation}`,
      title: `${route} refuses a request and carries it out all the same`,
      plain: `${capitalised(doing)} is refused and takes effect all the same`,
      told: `${told} ${are} changed by a ${method} that was refused with ${status}`,
      ...around,
    };
  const bodies = writes
    .filter((one) => one.operation === operation)
    .map(({ requestBody }) => parsed(requestBody));
  const haveBodies = bodies.every(isObject);
  if (haveBodies && !creates) {
    const unnamed = placed.every(({ path }) => !bodies.some((body) => names(body, path)));
    if (unnamed && placed.every(isEmptied))
      return {
        key: `erased ${operation}`,
        title: `${route} erases fields that the request does not contain`,
        plain: `${capitalised(doing)} erases fields that the request does not contain`,
        told: `${told} ${are} erased by a ${method} that did not contain ${them}`,
        ...around,
      };
    // Joining sets both settings, also the one that the request leaves out.
    if (unnamed && operation === 'joinConversation' && placed.every(isSetting))
      return {
        key: `kept ${operation}`,
        title: `${route} does not reset settings that the request does not contain`,
        plain: `${capitalised(doing)} does not reset settings to their defaults`,
        told: `${told} ${are} not reset by a ${method} that did not contain ${them}`,
        ...around,
      };
    if (unnamed)
      return {
        key: `changed ${operation}`,
        title: `${route} changes fields that the request does not contain`,
        plain: `${capitalised(doing)} changes fields that the request does not contain`,
        told: `${told} ${are} changed by a ${method} that did not contain ${them}`,
        ...around,
      };
  }
  return {
    key: `${haveBodies ? 'stored' : 'after'} ${operation} ${top}`,
    title: `${route} stores the wrong ${top}`,
    plain: `${capitalised(doing)} leads to the wrong ${attributesTold(attributes)}`,
    told: `${told} ${are} wrong after the ${method}${creates ? ' that created the conversation' : ''}`,
    ...around,
  };
}

/** A list that lacks, adds, repeats or misplaces items. */
function wrongList(
  { id, ...result }: RequirementResult,
  check: RequirementCheck,
  last: ExchangeRecord | undefined,
  around: Around,
  evidence: Evidence,
): Fault | undefined {
  const difference = listDifference(check);
  if (check.verdict !== 'failed' || difference === undefined || last === undefined) return undefined;
  const { missing, extra, repeated } = difference;
  if (missing.length + extra.length + repeated.length === 0)
    return {
      key: `order ${last.operation}`,
      title: `${routeOf(last.operation)} lists in the wrong order`,
      plain: `${capitalised(doingOf(last.operation))} gives the wrong order`,
      told: `the list is in the wrong order; wanted: ${check.claim}`,
      ...around,
    };
  const story = evidence.leadingTo(check);
  const items = (all: readonly string[]): string =>
    listed([
      ...all.slice(0, itemsNamed).map((item) => itemTold(item, story)),
      ...(all.length > itemsNamed ? [`${all.length - itemsNamed} more`] : []),
    ]);
  const told = `the list ${[
    ...(missing.length === 0 ? [] : [`lacks ${items(missing)}`]),
    ...(extra.length === 0 ? [] : [`must not show ${items(extra)}`]),
    ...(repeated.length === 0 ? [] : [`repeats ${items(repeated)}`]),
  ].join('; ')}`;
  return {
    key: `requirement ${id}`,
    title: `${id}: ${told}`,
    plain: brokenPromise({ id, ...result }),
    told,
    ...around,
  };
}

/** Items of a list that a sentence names at most. */
const itemsNamed = 3;

/** `"order-7" (created in #3, last message in #9)`: where in the story a conversation was written to. */
export function itemTold(id: string, story: readonly ExchangeRecord[]): string {
  const path = `/conversations/${encodeURIComponent(id)}`;
  const created = story.find((one) => one.method === 'PUT' && one.path.endsWith(path));
  const message = story.findLast((one) => one.method === 'POST' && one.path.endsWith(`${path}/messages`));
  const facts = [
    ...(created === undefined ? [] : [`created in #${created.number}`]),
    ...(message === undefined ? [] : [`last message in #${message.number}`]),
  ];
  const name = oneLine(JSON.stringify(id), 90);
  return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}

/** `custom.state`. */
export function placeOf({ path }: DifferenceRecord): string {
  return oneLine(path.join('.'), 80);
}

/** `access` or `notify` of somebody. */
function isSetting({ path }: DifferenceRecord): boolean {
  return ['access', 'notify'].includes(path.at(-1) ?? '');
}

function isEmptied({ received }: DifferenceRecord): boolean {
  return received === undefined || ['null', '{}', '[]'].includes(received);
}

/** Whether there was no conversation under the path before: what its body leaves out cannot have been changed by it. */
function isCreation(request: ExchangeRecord, story: readonly ExchangeRecord[]): boolean {
  if (request.operation !== 'putConversation') return false;
  const before = story
    .slice(0, story.indexOf(request))
    .findLast(({ method, path, status }) => path === request.path && method !== 'GET' && status < 300);
  return before?.method !== 'PUT';
}

/** Whether a request says anything about a place: `{"custom": {"a": "x"}}` does about `custom.a`, not about `custom.b`. */
function names(body: unknown, path: readonly string[]): boolean {
  let inside: unknown = body;
  for (const name of path) {
    if (!isObject(inside)) return true;
    if (!Object.hasOwn(inside, name)) return false;
    inside = inside[name];
  }
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
