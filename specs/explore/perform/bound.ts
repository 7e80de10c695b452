/** Bounds of a list: a timestamp that is near that of one of the conversations, and which of them it lets through. */
import type { Conversation } from '../model/state.ts';
import type { Sequence } from '../sequence.ts';
import type { Bound, ListOrder } from '../steps.ts';

export interface PlacedBound {
  readonly by: Bound['by'];
  readonly value: number;
  /** Whether a conversation is within the bound; undefined where that is open. */
  readonly holds: (conversation: Conversation) => boolean | undefined;
}

/** The bound with its timestamp, or none where no answer has told the timestamp yet. On the boundary all is open. */
export function boundOf(
  sequence: Sequence,
  bound: Bound | undefined,
  order: ListOrder,
): PlacedBound | undefined {
  const pivot = bound && sequence.conversation(bound.slot);
  if (bound === undefined || pivot === undefined) return undefined;
  const timeOf = timeBy(bound.by === 'offsetTs' && order.orderBy === 'createdAt');
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

/** Timestamp by which a conversation stands in an order; undefined where that is open or not known yet. */
export function timeBy(creation: boolean): (conversation: Conversation) => number | undefined {
  return ({ createdAt, placeOpen, messages }) => {
    if (creation) return createdAt;
    return placeOpen ? undefined : messages.at(-1)?.createdAt;
  };
}
