import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import { isAssertion } from '../../fixtures/scenario/judgement.ts';
import type { Tools } from './scene.ts';
import { Blocked, Violation } from '../../fixtures/scenario/outcome.ts';
import { conversationsIn, isObject, type ConversationState } from '../../fixtures/reading/read.ts';
import { succeeded, describeExchange } from '../../fixtures/client/exchange.ts';
import { eachOnce, walkUntil } from '../../fixtures/reading/walk.ts';

type List = (query: Query) => Promise<Exchange>;

/** A list in which a conversation was seen before it was deleted, or in which its place is known. */
export interface Sighting {
  /** What was listed up to the page that held it; nothing where only its place is known. */
  readonly before: readonly ConversationState[];
  /**
   * Judges what as many pages of the same list hold now. Reads them for the first claim, and again, within the
   * consistency window, only where a claim does not hold.
   */
  shows(judge: (now: readonly ConversationState[]) => void): Promise<void>;
}

/**
 * Looks for a conversation in a list; blocks the checks that ask for it where it is not there.
 *
 * @param settled whether the list shows what else is of interest; waited for, but not insisted on
 */
export async function sighting(
  { given, eventually }: Tools,
  id: string,
  list: List,
  query: () => Query,
  settled: (conversations: readonly ConversationState[]) => boolean = () => true,
): Promise<() => Sighting> {
  const found: { before?: Listed } = {};
  const look = await given.optional(() =>
    given.holds('a conversation is listed before it is deleted', async () => {
      const now = await listed(list, query(), holding(id));
      if (!now.conversations.some((one) => one.id === id)) throw new Blocked('it is not');
      found.before = now;
      if (!settled(now.conversations)) throw new Blocked('others are not');
    }),
  );
  const { before } = found;
  if (before === undefined)
    return () => {
      look();
      throw new Blocked('a conversation is not listed before it is deleted');
    };
  const asked = query();
  // Meanwhile others may have pushed what is of interest to a later page.
  const again = async () => (await listed(list, asked, settled, before.pages)).conversations;
  const seen = makeSighting(eventually, before.conversations, again);
  return () => seen;
}

/**
 * A list in which the conversation would stand before a neighbour that was there already: that the neighbour is listed
 * tells that its place is looked at, without a reading before.
 *
 * @param neighbour id of a conversation that stands behind it in this list
 */
export function placeBefore(
  { eventually }: Tools,
  neighbour: string,
  list: List,
  query: () => Query,
): () => Sighting {
  let seen: Sighting | undefined;
  return () => {
    const asked = query();
    return (seen ??= makeSighting(eventually, [], async () => {
      const { conversations } = await listed(list, asked, holding(neighbour));
      if (!conversations.some((one) => one.id === neighbour))
        throw new Blocked('the list does not show a conversation behind the place of the deleted one');
      return conversations;
    }));
  };
}

export function makeSighting(
  eventually: Eventually,
  before: readonly ConversationState[],
  again: () => Promise<readonly ConversationState[]>,
): Sighting {
  let last: readonly ConversationState[] | undefined;
  return {
    before,
    async shows(judge) {
      try {
        judge((last ??= await again()));
      } catch (error) {
        if (!isAssertion(error) && !(error instanceof Blocked)) throw error;
        await eventually(async () => judge((last = await again())));
      }
    },
  };
}

/** The first pages of a list. */
interface Listed {
  readonly conversations: ConversationState[];
  readonly pages: number;
}

export const holding =
  (id: string) =>
  (conversations: readonly ConversationState[]): boolean =>
    conversations.some((one) => one.id === id);

/** The first pages of a list: so many at least, and as many as it takes to see something, up to a bound. */
export async function listed(
  list: List,
  query: Query,
  shown: (conversations: readonly ConversationState[]) => boolean,
  least = 1,
): Promise<Listed> {
  const { exchanges } = await walkUntil(
    list,
    query,
    (_, pages) => pages.length >= least && shown(pages.flatMap(conversationsIn)),
  );
  return { conversations: eachOnce(exchanges.flatMap(conversationsIn)), pages: exchanges.length };
}

/** Ids in this order, of those that are wanted. */
export function orderOf(conversations: readonly ConversationState[], wanted: readonly string[]): string[] {
  return conversations.map(({ id }) => String(id)).filter((id) => wanted.includes(id));
}

/** @throws Violation where the conversation is listed */
export function requireAbsent(conversations: readonly ConversationState[], id: string): void {
  const index = conversations.findIndex((one) => one.id === id);
  if (index !== -1)
    throw new Violation(
      'a list without the deleted conversation',
      `it as number ${index + 1} of ${conversations.length}`,
    );
}

/** @throws Violation where the answer is a message, or a list that holds any */
export function requireNoMessage(exchange: Exchange): void {
  const { body } = exchange;
  if (!succeeded(exchange) || !isObject(body)) return;
  const data = body['data'];
  if ((Array.isArray(data) && data.length > 0) || (data === undefined && 'id' in body))
    throw new Violation('no message', `${describeExchange(exchange)} with a message`);
}
