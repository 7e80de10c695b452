import { routeIsAbsent, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import type { Conversation } from '../../fixtures/scenario/given.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { conversationsIn, type ConversationState } from '../../fixtures/reading/read.ts';
import { pageSize, walk } from '../../fixtures/reading/walk.ts';

/** Items that are looked through at most, but at least so many pages; what was written just now is among the first. */
const [mostItems, leastPages] = [30, 5];

/** A list, looked through page by page for conversations of the scenario; others may be in it as well. */
export interface Look {
  /** Number of items, page by page. */
  readonly sizes: readonly number[];
  /** Whether there is more of it, which was not looked at. */
  readonly goesOn: boolean;
  /** Names of the conversations of the scenario in the order seen, with repetitions. */
  readonly names: readonly string[];
  /** A conversation as the list shows it; undefined where it does not. */
  state(name: string): ConversationState | undefined;
  /** When its last message was sent, in Unix ms; NaN where the list does not say. */
  talkedAt(name: string): number;
}

/** Judges the order of a list, with equal timestamps in any order. */
export function mustBeByLastMessage(seen: Look): void {
  const order = [...new Set(seen.names)];
  if (order.some((name) => Number.isNaN(seen.talkedAt(name))))
    throw new Blocked('the list does not show when the last messages were sent');
  expect(order).toEqual([...order].sort((one, other) => seen.talkedAt(other) - seen.talkedAt(one)));
}

/** The list of one person. */
export interface Inbox {
  /** Whether the target has such a list. */
  exists(): Promise<boolean>;
  /**
   * Looks through the list, until every conversation named is seen or the list ends, as often as it takes to see what is
   * expected. A look that showed it serves the next check with the same query as well.
   */
  shows(query: Query, wanted: readonly string[], expectation: (seen: Look) => void): Promise<Look>;
  /** Something was written: earlier looks are out of date. */
  changed(): void;
}

/**
 * @param cast conversations of the scenario by name
 * @param first the query that is asked first
 */
export function inboxOf(
  list: (query: Query) => Promise<Exchange>,
  cast: Readonly<Record<string, Conversation>>,
  first: Query,
  eventually: Eventually,
): Inbox {
  const looks = new Map<string, Look>();
  const opening = new Map<string, Exchange>();
  const openingQuery = { ...first, limit: pageSize };
  const page = async (query: Query): Promise<Exchange> => {
    const key = JSON.stringify(query);
    const exchange = opening.get(key) ?? (await list(query));
    opening.delete(key);
    return exchange;
  };
  return {
    async exists() {
      const exchange = await list(openingQuery);
      opening.set(JSON.stringify(openingQuery), exchange);
      return !routeIsAbsent(exchange);
    },
    shows(query, wanted, expectation) {
      const key = JSON.stringify(query);
      return eventually(async () => {
        const seen = looks.get(key) ?? (await look(page, query, cast, wanted));
        looks.delete(key);
        expectation(seen);
        looks.set(key, seen);
        return seen;
      });
    },
    changed() {
      looks.clear();
      opening.clear();
    },
  };
}

/** How often a list is looked through in which others may have moved what a page starts after. */
const attempts = 3;

async function look(
  list: (query: Query) => Promise<Exchange>,
  query: Query,
  cast: Readonly<Record<string, Conversation>>,
  wanted: readonly string[],
): Promise<Look> {
  for (let attempt = 1; ; attempt++) {
    const seen = await lookOnce(list, query, cast, wanted);
    const repeats = new Set(seen.names).size < seen.names.length;
    if (!repeats || seen.names.length === seen.count || attempt === attempts) return seen;
  }
}

async function lookOnce(
  list: (query: Query) => Promise<Exchange>,
  query: Query,
  cast: Readonly<Record<string, Conversation>>,
  wanted: readonly string[],
): Promise<Look & { readonly count: number }> {
  const nameOf = (id: unknown): string[] =>
    Object.entries(cast).flatMap(([name, conversation]) => (conversation.id === id ? [name] : []));
  const limit = Number(query['limit'] ?? pageSize);
  const done = (ids: readonly string[]): boolean =>
    wanted.every((name) => ids.flatMap(nameOf).includes(name));
  const most = Math.max(leastPages, mostItems / limit);
  const { exchanges, ids, pages, ended } = await walk(list, { ...query, limit }, { most, done });
  const states = exchanges.flatMap(conversationsIn);
  const state = (name: string) => states.find(({ id }) => nameOf(id).includes(name));
  return {
    sizes: pages.map(({ length }) => length),
    goesOn: pages.length === most && !ended,
    names: ids.flatMap(nameOf),
    /** Conversations of others included. */
    count: ids.length,
    state,
    talkedAt: (name) => Number(state(name)?.lastMessage?.createdAt ?? Number.NaN),
  };
}
