/** Bounds of a list: timestamps that are near those of one of the conversations. */
import { lastMessageTime, placeIn, type ListOrder, type TimeBounds } from '../../model/lists.ts';
import type { Sequence } from '../sequence.ts';
import type { Bound } from '../steps.ts';

/** The bound with its timestamp, or none where no answer has told the timestamp yet. */
export function boundsOf(sequence: Sequence, bound: Bound | undefined, order: ListOrder): TimeBounds {
  const pivot = bound && sequence.conversation(bound.slot);
  if (bound === undefined || pivot === undefined) return {};
  const at = bound.by === 'offsetTs' ? placeIn(order)(pivot) : lastMessageTime(pivot);
  return at === undefined ? {} : { [bound.by]: at + bound.distance };
}
