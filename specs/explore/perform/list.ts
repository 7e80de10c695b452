/** The list of conversations, narrowed to those of the sequence and walked through page by page. */
import { succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import type { Query } from '../../../fixtures/client/url.ts';
import { byCustom } from '../../../fixtures/filter.ts';
import { show } from '../../../fixtures/show.ts';
import { difference } from '../model/compare.ts';
import type { Conversation, Slot } from '../model/state.ts';
import type { Sequence } from '../sequence.ts';
import type { Bound, FilterTest, ListOrder, ListStep } from '../steps.ts';
import { markerKey } from './conversations.ts';
import { dataOf } from './messages.ts';
import { disorder, idOf, type Item } from './order.ts';

interface Wrong {
  readonly ids: readonly string[];
  readonly claim: string;
  readonly expected: string;
  readonly received: string;
}

/** Pages of a list that cannot be narrowed that are looked through at most. */
const mostPages = 8;
const largestPage = 30;

interface Walked {
  readonly exchanges: readonly Exchange[];
  readonly pages: readonly (readonly Item[])[];
  /** Whether the end of the list was reached. */
  readonly ended: boolean;
}

export async function list(sequence: Sequence, step: ListStep): Promise<void> {
  const { abilities } = sequence.session;
  const narrowed = abilities.filters;
  const order = abilities.modernLists ? step.order : {};
  const limit = narrowed ? step.limit : largestPage;
  const bound = narrowed && abilities.modernLists ? boundOf(sequence, step.bound, order) : undefined;
  const query: Query = {
    ...order,
    ...(bound === undefined ? {} : { [bound.by]: bound.value }),
    ...(narrowed ? narrow(sequence, step) : {}),
  };
  let walked: Walked | undefined;
  const wrong = await sequence.session.look(async () => {
    walked = await walk((more) => sequence.api.conversations.list({ ...query, ...more }), limit);
    return judge(sequence, { ...step, order, limit }, bound, walked);
  });
  if (wrong === undefined) return;
  const exchange = walked?.exchanges.at(-1);
  if (exchange === undefined) return;
  const ids = await culprit(sequence, query, limit, wrong, bound, step, walked);
  throw sequence.contradiction(ids, wrong.claim, wrong.expected, exchange, wrong.received);
}

function narrow(sequence: Sequence, { filter }: ListStep): Query {
  const marker = [[markerKey, ['==', sequence.session.marker]]] as const;
  const own = filter === undefined ? [] : [[filter.key, filter.test] as const];
  return byCustom(Object.fromEntries([...marker, ...own]));
}

async function walk(ask: (query: Query) => Promise<Exchange>, limit: number): Promise<Walked> {
  const exchanges: Exchange[] = [];
  const pages: Item[][] = [];
  let startingAfter: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const exchange = await ask({ limit, startingAfter });
    const items = dataOf(exchange.body) as Item[];
    exchanges.push(exchange);
    pages.push(items);
    const last = idOf(items.at(-1));
    if (!succeeded(exchange) || items.length < limit || typeof last !== 'string')
      return { exchanges, pages, ended: true };
    startingAfter = last;
  }
  return { exchanges, pages, ended: false };
}

function judge(
  sequence: Sequence,
  step: ListStep,
  bound: PlacedBound | undefined,
  { exchanges, pages, ended }: Walked,
): Wrong | undefined {
  const { abilities } = sequence.session;
  const failed = exchanges.findIndex((exchange) => !succeeded(exchange));
  if (failed >= 0) {
    const received = String(exchanges[failed]?.status);
    const ids =
      failed > 0
        ? ['PAGE-CURSOR-01']
        : [step.filter || abilities.filters ? 'FILTER-CUSTOM-01' : 'LIST-ALL-01'];
    return { ids, claim: 'the list can be read', expected: 'a success (200)', received };
  }
  const large = pages.find((page) => page.length > step.limit);
  if (large !== undefined)
    return {
      ids: pages.indexOf(large) === 0 ? ['PAGE-LIMIT-01'] : ['PAGE-LIMIT-02'],
      claim: 'a page holds no more than asked for',
      expected: `at most ${step.limit} items`,
      received: `${large.length} items`,
    };
  const items = pages.flat();
  const seen = items.map((item) => sequence.session.slotOf(idOf(item)));
  const own = items.filter((_, index) => seen[index] !== undefined);
  const twice = seen.find((slot, index) => slot !== undefined && seen.indexOf(slot) !== index);
  if (twice !== undefined)
    return {
      ids: ['LIST-ALL-02', 'PAGE-CURSOR-02'],
      claim: 'each conversation once',
      expected: `${sequence.id(twice)} once`,
      received: show(items.map(idOf)),
    };
  return (
    membership(sequence, step, bound, { items, seen, ended }) ??
    contents(sequence, own) ??
    disorder(own, step.order, (item) => conversationOf(sequence, item))
  );
}

function conversationOf(sequence: Sequence, item: Item): Conversation | undefined {
  const slot = sequence.session.slotOf(idOf(item));
  return slot === undefined ? undefined : sequence.conversation(slot);
}

function contents(sequence: Sequence, own: readonly Item[]): Wrong | undefined {
  for (const item of own) {
    const model = conversationOf(sequence, item);
    const wrong = model && difference(item, model, true);
    if (wrong)
      return {
        ids: ['LIST-ALL-03'],
        claim: `a listed conversation: ${wrong.aspect}`,
        expected: wrong.expected,
        received: wrong.received,
      };
  }
  return undefined;
}

/** Which conversations the list has to show, which it must not, and which are open. */
function membership(
  sequence: Sequence,
  step: ListStep,
  bound: PlacedBound | undefined,
  { items, seen, ended }: { items: readonly Item[]; seen: readonly (Slot | undefined)[]; ended: boolean },
): Wrong | undefined {
  const narrowed = sequence.session.abilities.filters;
  if (!narrowed && (!ended || step.bound !== undefined)) return undefined;
  const told = (): Pick<Wrong, 'received'> => ({ received: show(items.map(idOf)) });
  const stranger = narrowed ? items.find((_, index) => seen[index] === undefined) : undefined;
  if (stranger !== undefined)
    return {
      ids: ['FILTER-CUSTOM-01'],
      claim: 'a filter shows nothing else',
      expected: 'conversations with the marker only',
      ...told(),
    };
  for (const [slot, conversation] of sequence.world.conversations) {
    const selected = narrowed ? selects(conversation, step, sequence.session.marker) : true;
    const within = bound === undefined ? true : bound.holds(conversation);
    const shown = seen.includes(slot);
    if (shown && (!selected || within === false))
      return {
        ids: [],
        claim: `${claimOf(step, bound)}: too much`,
        expected: `not ${sequence.id(slot)}`,
        ...told(),
      };
    if (!shown && selected && within === true)
      return {
        ids: [],
        claim: `${claimOf(step, bound)}: too little`,
        expected: `also ${sequence.id(slot)}`,
        ...told(),
      };
  }
  const ghost = seen.find((slot) => slot !== undefined && sequence.conversation(slot) === undefined);
  if (ghost === undefined) return undefined;
  return {
    ids: ['DELETE-GONE-02'],
    claim: 'a deleted conversation is in no list',
    expected: `not ${sequence.id(ghost)}`,
    ...told(),
  };
}

function claimOf({ filter, order }: ListStep, bound: PlacedBound | undefined): string {
  const how = [filter === undefined ? '' : operatorOf(filter.test), bound?.by ?? '', order.orderBy ?? '']
    .filter((part) => part !== '')
    .join(', ');
  return `the list${how === '' ? '' : ` (${how})`}`;
}

/** A wrong selection may be a matter of paging: then one large page is right. Else of the filter, or of the bound. */
async function culprit(
  sequence: Sequence,
  query: Query,
  limit: number,
  wrong: Wrong,
  bound: PlacedBound | undefined,
  step: ListStep,
  { pages }: Walked = { pages: [], exchanges: [], ended: true },
): Promise<readonly string[]> {
  if (wrong.ids.length > 0) return wrong.ids;
  if (limit < largestPage && sequence.session.abilities.filters) {
    const walked = await walk((more) => sequence.api.conversations.list({ ...query, ...more }), largestPage);
    if (judge(sequence, { ...step, limit: largestPage }, bound, walked) === undefined)
      return pages.length === 1 ? ['PAGE-LIMIT-01'] : ['PAGE-CURSOR-02', 'FILTER-COMBINE-01'];
  }
  const surplus = wrong.claim.endsWith('too much');
  if (bound !== undefined && bound.by === 'offsetTs') return [surplus ? 'PAGE-OFFSET-01' : 'PAGE-OFFSET-02'];
  if (bound !== undefined) return ['FILTER-LASTMESSAGE-01'];
  if (step.filter !== undefined) return [operators[operatorOf(step.filter.test)] ?? 'FILTER-CUSTOM-05'];
  return sequence.session.abilities.filters ? ['FILTER-CUSTOM-07', 'LIST-ALL-02'] : ['LIST-ALL-02'];
}

const operators: Readonly<Record<string, string>> = {
  '==': 'FILTER-CUSTOM-05',
  '!=': 'FILTER-CUSTOM-02',
  oneOf: 'FILTER-CUSTOM-03',
  '!oneOf': 'FILTER-CUSTOM-03',
  exists: 'FILTER-CUSTOM-04',
  '!exists': 'FILTER-CUSTOM-04',
};

function operatorOf(test: FilterTest): string {
  return typeof test === 'string' ? test : test[0];
}

function selects({ custom }: Conversation, { filter }: ListStep, marker: string): boolean {
  if (custom.get(markerKey) !== marker) return false;
  if (filter === undefined) return true;
  const value = custom.get(filter.key);
  const { test } = filter;
  if (test === 'exists') return value !== undefined;
  if (test === '!exists') return value === undefined;
  switch (test[0]) {
    case '==':
      return value === test[1];
    case '!=':
      return value !== test[1];
    case 'oneOf':
      return value !== undefined && test[1].includes(value);
    case '!oneOf':
      return value === undefined || !test[1].includes(value);
  }
}

interface PlacedBound {
  readonly by: Bound['by'];
  readonly value: number;
  /** Whether a conversation is within the bound; undefined where that is open. */
  readonly holds: (conversation: Conversation) => boolean | undefined;
}

/** The bound with its timestamp, or none where no answer has told the timestamp yet. On the boundary all is open. */
function boundOf(sequence: Sequence, bound: Bound | undefined, order: ListOrder): PlacedBound | undefined {
  const pivot = bound && sequence.conversation(bound.slot);
  if (bound === undefined || pivot === undefined) return undefined;
  const byCreation = bound.by === 'offsetTs' && order.orderBy === 'createdAt';
  const timeOf = (one: Conversation): number | undefined => {
    if (byCreation) return one.createdAt;
    return one.placeOpen ? undefined : one.messages.at(-1)?.createdAt;
  };
  const at = timeOf(pivot);
  if (at === undefined) return undefined;
  const value = at + bound.distance;
  const after =
    bound.by === 'lastMessageAfter' || (bound.by === 'offsetTs' && order.orderDirection === 'ASC');
  const holds = (conversation: Conversation): boolean | undefined => {
    const time = timeOf(conversation);
    return time === undefined || time === value ? undefined : after === time > value;
  };
  return { by: bound.by, value, holds };
}
