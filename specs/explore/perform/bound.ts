/** Bounds of a list: timestamps that are near those of conversations of the sequence. */
import { lastMessageTime, placeIn, type ListOrder, type TimeBounds } from '../../model/lists.ts';
import type { Sequence } from '../sequence.ts';
import type { Bound } from '../steps.ts';

/** The bounds with their timestamps, but for those of which no answer has told the timestamp yet. */
export function boundsOf(sequence: Sequence, bounds: readonly Bound[], order: ListOrder): TimeBounds {
  return Object.fromEntries(
    bounds.flatMap(({ by, slot, distance }) => {
      const pivot = sequence.conversation(slot);
      const at = pivot && (by === 'offsetTs' ? placeIn(order)(pivot) : lastMessageTime(pivot));
      return at === undefined ? [] : [[by, at + distance]];
    }),
  );
}

/** A range that nothing can be in. Whether to ask for it is answered or refused is not documented. */
export function isEmptyRange({ lastMessageAfter, lastMessageBefore }: TimeBounds): boolean {
  return (lastMessageAfter ?? -Infinity) >= (lastMessageBefore ?? Infinity);
}
