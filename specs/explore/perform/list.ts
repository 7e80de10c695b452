/** The list of conversations, narrowed to those of the sequence and walked through page by page. */
import { refused, succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import type { Query } from '../../../fixtures/client/url.ts';
import { byCustom } from '../../../fixtures/client/filter.ts';
import { show } from '../../../fixtures/reading/show.ts';
import { difference } from '../../model/differences.ts';
import type { Conversation } from '../../model/conversation.ts';
import { isListed, type FilterTest, type ListQuery } from '../../model/lists.ts';
import type { Sequence } from '../sequence.ts';
import type { Slot } from '../state.ts';
import { simpler } from '../simpler.ts';
import { markerKey, type ListStep } from '../steps.ts';
import { boundsOf, isEmptyRange } from './bound.ts';
import { blameList, blameRefusal, blameRepetition, operatorOf, type Walked } from './list-blame.ts';
import { dataOf } from './messages.ts';
import { disorder, idOf, type Item } from './order.ts';

interface Wrong {
  readonly ids: readonly string[];
  readonly claim: string;
  readonly expected: string;
  readonly received: string;
}

/** Pages that are looked through at most. */
const mostPages = 16;
const largestPage = 30;

export async function list(sequence: Sequence, step: ListStep): Promise<void> {
  const { abilities } = sequence.session;
  const { limit, order, bounds, tests, ...bare } = step;
  const asked: ListStep = {
    ...bare,
    order: abilities.modernLists ? order : {},
    limit: abilities.filters ? limit : largestPage,
    ...(tests && abilities.filters ? { tests } : {}),
    ...(bounds && abilities.filters && abilities.modernLists ? { bounds } : {}),
  };
  const seen = await ask(sequence, asked);
  if (seen === undefined) return;
  // What a call did to a conversation shows in GET as well, and is to blame on that call.
  await sequence.verifyAll();
  const { step: plainest, wrong, walked } = await plainestQuestion(sequence, asked, seen);
  const exchange = walked.exchanges.at(-1);
  if (exchange === undefined) return;
  const ids = wrong.ids.length > 0 ? wrong.ids : blameList(sequence, plainest, wrong.claim, walked);
  throw sequence.contradiction(ids, wrong.claim, wrong.expected, exchange, wrong.received);
}

interface Seen {
  readonly wrong: Wrong;
  readonly walked: Walked;
}

/** Walks through the list; answers what was wrong with it. */
async function ask(sequence: Sequence, step: ListStep): Promise<Seen | undefined> {
  const narrowed = sequence.session.abilities.filters;
  const bounds = boundsOf(sequence, step.bounds ?? [], step.order);
  const custom = narrowed ? testsOf(sequence, step) : {};
  const asked: ListQuery = { ...step.order, ...bounds, custom };
  const query: Query = { ...step.order, ...bounds, ...(narrowed ? byCustom(custom) : {}) };
  let walked: Walked = { exchanges: [], pages: [], ended: true };
  const wrong = await sequence.session.look(async () => {
    // What startingAfter means beside offsetTs is not documented: there, only one page is asked for.
    const most = bounds.offsetTs === undefined ? mostPages : 1;
    walked = await walk((more) => sequence.api.conversations.list({ ...query, ...more }), step.limit, most);
    return judge(sequence, step, asked, walked);
  });
  return wrong && { wrong, walked };
}

/** What of the question is needed for a wrong answer: a part that is not needed is not to blame. */
async function plainestQuestion(
  sequence: Sequence,
  step: ListStep,
  seen: Seen,
): Promise<Seen & { readonly step: ListStep }> {
  for (const plainer of simpler(step) as ListStep[]) {
    const again = await ask(sequence, plainer);
    if (again !== undefined) return plainestQuestion(sequence, plainer, again);
  }
  return { ...seen, step };
}

/** What the filter of a step asks for, and the marker, which only conversations of the sequence have. */
function testsOf(
  sequence: Sequence,
  { tests = [], markerLast }: ListStep,
): Readonly<Record<string, FilterTest>> {
  const marker = [markerKey, ['==', sequence.session.marker]] as const;
  const own = tests.map(({ key, test }) => [key, test] as const);
  return Object.fromEntries(markerLast ? [...own, marker] : [marker, ...own]);
}

async function walk(ask: (query: Query) => Promise<Exchange>, limit: number, most: number): Promise<Walked> {
  const exchanges: Exchange[] = [];
  const pages: Item[][] = [];
  let startingAfter: string | undefined;
  for (let page = 0; page < most; page++) {
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
  asked: ListQuery,
  { exchanges, pages, ended }: Walked,
): Wrong | undefined {
  const { abilities } = sequence.session;
  const failed = exchanges.findIndex((exchange) => !succeeded(exchange));
  const answer = exchanges[failed];
  if (answer !== undefined) {
    if (refused(answer) && isEmptyRange(asked)) return undefined;
    const ids = failed > 0 ? ['PAGE-CURSOR-01'] : blameRefusal(step, abilities.filters);
    const received = String(answer.status);
    if (ids === undefined) return undefined;
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
      ids: blameRepetition(sequence, pages, twice),
      claim: 'each conversation once',
      expected: `${sequence.id(twice)} once`,
      received: show(items.map(idOf)),
    };
  return (
    membership(sequence, step, asked, { items, seen, ended }) ??
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
  asked: ListQuery,
  { items, seen, ended }: { items: readonly Item[]; seen: readonly (Slot | undefined)[]; ended: boolean },
): Wrong | undefined {
  const narrowed = sequence.session.abilities.filters;
  if (!narrowed && (!ended || step.bounds !== undefined)) return undefined;
  const told = (): Pick<Wrong, 'received'> => ({ received: show(items.map(idOf)) });
  const stranger = narrowed ? items.find((_, index) => seen[index] === undefined) : undefined;
  if (stranger !== undefined)
    return {
      ids: ['FILTER-CUSTOM-01'],
      claim: 'a filter shows nothing else',
      expected: 'conversations with the marker only',
      ...told(),
    };
  for (const [slot, conversation] of sequence.state.conversations) {
    const wanted = isListed(conversation, asked, sequence.session.learned);
    const shown = seen.includes(slot);
    if (shown && wanted === false)
      return {
        ids: isOldMessage(sequence, slot, asked) ? ['DELETE-REBIRTH-03'] : [],
        claim: `${claimOf(step)}: too much`,
        expected: `not ${sequence.id(slot)}`,
        ...told(),
      };
    if (!shown && wanted === true && ended)
      return {
        ids: [],
        claim: `${claimOf(step)}: too little`,
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

/** Whether a bound on the last message lets through what has none since it was created again. */
function isOldMessage(sequence: Sequence, slot: Slot, { lastMessageAfter }: ListQuery): boolean {
  const isAgain = sequence.state.deleted.has(slot);
  return lastMessageAfter !== undefined && isAgain && sequence.conversation(slot)?.messages.length === 0;
}

function claimOf({ tests = [], order, bounds = [] }: ListStep): string {
  const how = [
    ...tests.map(({ test }) => operatorOf(test)),
    ...bounds.map(({ by }) => by),
    order.orderBy ?? [],
  ]
    .flat()
    .join(', ');
  return `the list${how === '' ? '' : ` (${how})`}`;
}
