/** What a list shows for a query. `undefined` where the documentation leaves it open. Pure functions. */
import { asSent } from './calls.ts';
import type { Conversation, SilentChoices } from './conversation.ts';

export interface ListOrder {
  readonly orderBy?: 'lastActivity' | 'createdAt';
  readonly orderDirection?: 'ASC' | 'DESC';
}

/** What a filter asks of one key of custom. */
export type FilterTest =
  readonly ['==' | '!=', string] | readonly ['oneOf' | '!oneOf', readonly string[]] | 'exists' | '!exists';

export interface TimeBounds {
  readonly offsetTs?: number;
  readonly lastMessageAfter?: number;
  readonly lastMessageBefore?: number;
}

export interface ListQuery extends ListOrder, TimeBounds {
  /** Tests by key of custom; all of them have to hold. */
  readonly custom?: Readonly<Record<string, FilterTest>>;
}

/** Whether a list shows the conversation, on one of its pages. */
export function isListed(
  conversation: Conversation,
  query: ListQuery,
  choices: SilentChoices = asSent,
): boolean | undefined {
  if (!matchesFilter(conversation, query.custom ?? {})) return false;
  const { messages, newestIsDeleted } = conversation;
  const neverHadAny = messages.length === 0 && !newestIsDeleted;
  if (query.lastMessageAfter !== undefined && neverHadAny && choices.messagelessAfter === 'hidden')
    return false;
  return isWithin(conversation, query);
}

/** Whether every test holds. A filter looks at custom as it is now. */
export function matchesFilter(
  { custom }: Pick<Conversation, 'custom'>,
  tests: Readonly<Record<string, FilterTest>>,
): boolean {
  return Object.entries(tests).every(([key, test]) =>
    holds(Object.hasOwn(custom, key) ? custom[key] : undefined, test),
  );
}

function holds(value: string | undefined, test: FilterTest): boolean {
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

/** Whether a conversation is on the right side of every bound. On a bound itself all is open. */
export function isWithin(conversation: Conversation, query: TimeBounds & ListOrder): boolean | undefined {
  const { offsetTs, lastMessageAfter, lastMessageBefore } = query;
  const lastMessage = lastMessageTime(conversation);
  const sides = [
    side(lastMessage, lastMessageAfter, 'after'),
    side(lastMessage, lastMessageBefore, 'before'),
    side(placeIn(query)(conversation), offsetTs, query.orderDirection === 'ASC' ? 'after' : 'before'),
  ];
  if (sides.includes(false)) return false;
  return sides.includes(undefined) ? undefined : true;
}

function side(
  time: number | undefined,
  bound: number | undefined,
  wanted: 'after' | 'before',
): boolean | undefined {
  if (bound === undefined) return true;
  if (time === undefined || time === bound) return undefined;
  return wanted === 'after' ? time > bound : time < bound;
}

/** When the last message was sent; open without messages, and where it is not known yet. */
export function lastMessageTime({ newestIsDeleted, messages }: Conversation): number | undefined {
  return newestIsDeleted ? undefined : messages.at(-1)?.createdAt;
}

/** The timestamp by which a conversation stands in an order. */
export function placeIn({ orderBy }: ListOrder): (conversation: Conversation) => number | undefined {
  if (orderBy === 'createdAt') return ({ createdAt }) => createdAt;
  return (conversation) => (conversation.activityIsOpen ? undefined : lastMessageTime(conversation));
}
