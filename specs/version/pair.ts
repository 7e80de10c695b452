import type { Query } from '../../fixtures/client/url.ts';
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Conversation } from '../../fixtures/given.ts';
import { expect } from '../../fixtures/matchers.ts';
import { Blocked } from '../../fixtures/outcome.ts';
import { conversationsIn, isObject, type ConversationState } from '../../fixtures/read.ts';

type Timestamp = 'createdAt' | 'lastActivity';

/** Two conversations whose order tells by which timestamp a list is sorted: one was created last, one talked last. */
export interface Pair {
  /** Those of the two that a list shows with a message. */
  talkingIn(list: Exchange): ConversationState[];
  /** Notes what a list of both tells about their timestamps, which the target may keep too coarsely to tell apart. */
  saw(list: Exchange): void;
  /** Narrows a list to conversations that talked no earlier than the two, by the timestamps of the target. */
  narrow(): Query;
  /** Judges the order of a list; any order will do where the timestamps are equal. */
  mustBeSorted(list: Exchange, by: Timestamp, direction: 'ASC' | 'DESC'): void;
  /** Whether a list shows both. */
  isIn(list: Exchange): boolean;
  /** Whether the two stand otherwise in one list than in the other. */
  differ(one: Exchange, other: Exchange): boolean;
}

export function pairOf(createdLast: Conversation, talkedLast: Conversation): Pair {
  let seen: ConversationState[] = [];
  const statesIn = (list: Exchange): ConversationState[] =>
    conversationsIn(list).filter(({ id }) => id === createdLast.id || id === talkedLast.id);
  const timeOf = (state: ConversationState, by: Timestamp): unknown =>
    by === 'createdAt' ? state.createdAt : state.lastMessage?.createdAt;
  const tied = (by: Timestamp): boolean => {
    const [one, other] = seen.map((state) => timeOf(state, by));
    return typeof one === 'number' && one === other;
  };
  const first = (list: Exchange): string => {
    const [one, two, ...more] = statesIn(list);
    if (!one || !two || more.length > 0 || one.id === two.id)
      throw new Blocked('the list does not show each of the two conversations once');
    return one.id === createdLast.id ? 'the one created last' : 'the one that talked last';
  };
  const isIn = (list: Exchange): boolean =>
    succeeded(list) && isObject(list.body) && Array.isArray(list.body['data']) && statesIn(list).length === 2;

  return {
    isIn,
    talkingIn: (list) => statesIn(list).filter(({ lastMessage }) => Boolean(lastMessage)),
    saw: (list) => void (seen = isIn(list) ? statesIn(list) : []),
    narrow() {
      const times = seen.map((state) => timeOf(state, 'lastActivity'));
      const numbers = times.filter((time): time is number => typeof time === 'number');
      return numbers.length < 2 ? {} : { lastMessageAfter: Math.min(...numbers) - 1 };
    },
    mustBeSorted(list, by, direction) {
      const stands = first(list);
      const createdFirst = (by === 'createdAt') === (direction === 'DESC');
      if (!tied(by)) expect(stands).toBe(createdFirst ? 'the one created last' : 'the one that talked last');
    },
    differ: (one, other) =>
      !tied('createdAt') && !tied('lastActivity') && isIn(one) && isIn(other) && first(one) !== first(other),
  };
}
