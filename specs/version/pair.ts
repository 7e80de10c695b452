import type { Query } from '../../fixtures/client/url.ts';
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { conversationsIn, isObject, type ConversationState } from '../../fixtures/reading/read.ts';

type Timestamp = 'createdAt' | 'lastActivity';

/** Two conversations whose order tells by which timestamp a list is sorted: one was created last, one talked last. */
export interface Pair {
  /** Those of the two that a list shows with a message. */
  talkingIn(list: Exchange): ConversationState[];
  /** Narrows a list to conversations that last talked no earlier and no later than the two. */
  readonly narrow: Query;
  /** Judges the order of a list. */
  mustBeSorted(list: Exchange, by: Timestamp, direction: 'ASC' | 'DESC'): void;
  /** Whether a list shows both. */
  isIn(list: Exchange): boolean;
  /** Whether the two stand otherwise in one list than in the other. */
  differ(one: Exchange, other: Exchange): boolean;
}

/** @param times when they talked last, in Unix ms by the clock of the target */
export function pairOf(
  createdLast: string,
  talkedLast: string,
  times: readonly { readonly lastMessageAt: number }[],
): Pair {
  const talked = times.map(({ lastMessageAt }) => lastMessageAt);
  const statesIn = (list: Exchange): ConversationState[] =>
    conversationsIn(list).filter(({ id }) => id === createdLast || id === talkedLast);
  const first = (list: Exchange): string => {
    const [one, two, ...more] = statesIn(list);
    if (!one || !two || more.length > 0 || one.id === two.id)
      throw new Blocked('the list does not show each of the two conversations once');
    return one.id === createdLast ? 'the one created last' : 'the one that talked last';
  };
  const isIn = (list: Exchange): boolean =>
    succeeded(list) && isObject(list.body) && Array.isArray(list.body['data']) && statesIn(list).length === 2;

  return {
    isIn,
    talkingIn: (list) => statesIn(list).filter(({ lastMessage }) => Boolean(lastMessage)),
    narrow: { lastMessageAfter: Math.min(...talked) - 1, lastMessageBefore: Math.max(...talked) + 1 },
    mustBeSorted(list, by, direction) {
      const stands = first(list);
      const createdFirst = (by === 'createdAt') === (direction === 'DESC');
      expect(stands).toBe(createdFirst ? 'the one created last' : 'the one that talked last');
    },
    differ: (one, other) => isIn(one) && isIn(other) && first(one) !== first(other),
  };
}
