import { createHash } from 'node:crypto';
import type { ConversationView } from './projection.ts';
import { lastMessage } from './read-state.ts';
import type { Choices } from './switches/index.ts';

export type OrderBy = 'lastActivity' | 'createdAt';
export type Direction = 'DESC' | 'ASC';

/** Where an item stands: first by rank, which no direction turns round, then by moment, then by tie. */
export interface Place {
  readonly rank: number;
  readonly moment: number;
  readonly tie: number | string;
}

const tieOf = (view: ConversationView, order: OrderBy, choices: Choices): number | string => {
  if (choices.ties === 'hash') return createHash('sha1').update(view.id).digest('hex');
  if (choices.ties !== 'position') return view.id;
  return order === 'lastActivity' ? (lastMessage(view)?.position ?? view.position) : view.position;
};

/** The message that counts as the last activity, which may be one that was deleted. */
const lastActive = (view: ConversationView, choices: Choices): number | undefined => {
  const deleted = choices.activityOfDeleted === 'stays' ? view.deletedMessages : [];
  const moments = [lastMessage(view), ...deleted].flatMap((message) => message?.createdAt ?? []);
  return moments.length > 0 ? Math.max(...moments) : undefined;
};

/** Last activity is that of the last message (page); without one the documentation is silent. */
const activity = (
  view: ConversationView,
  userId: string | undefined,
  choices: Choices,
): Omit<Place, 'tie'> => {
  const moment = lastActive(view, choices);
  const joinedAt = userId === undefined ? undefined : view.participants.get(userId)?.joinedAt;
  if (joinedAt !== undefined && choices.inboxActivity === 'joining')
    return { rank: 0, moment: Math.max(joinedAt, moment ?? 0) };
  if (moment !== undefined) return { rank: 0, moment };
  if (joinedAt !== undefined && choices.inboxActivity === 'messageless') return { rank: 0, moment: joinedAt };
  const { createdAt, changedAt } = view;
  return {
    creation: { rank: 0, moment: createdAt },
    change: { rank: 0, moment: changedAt },
    oldest: { rank: 0, moment: 0 },
    newest: { rank: 0, moment: Number.MAX_SAFE_INTEGER },
    last: { rank: 1, moment: createdAt },
    first: { rank: -1, moment: createdAt },
  }[choices.messagelessActivity];
};

/** The place of a conversation in an order; `userId` is the owner of the list, if it has one. */
export const placeOf = (
  view: ConversationView,
  order: OrderBy,
  userId: string | undefined,
  choices: Choices,
): Place => ({
  ...(order === 'createdAt' ? { rank: 0, moment: view.createdAt } : activity(view, userId, choices)),
  tie: tieOf(view, order, choices),
});

/** Compares two places. ASC is the opposite of DESC, apart from ranks and perhaps from ties. */
export const comparePlaces = (one: Place, other: Place, direction: Direction, choices: Choices): number => {
  const sign = direction === 'ASC' ? 1 : -1;
  const tieSign = { 'id-both': 1, 'id-reversed': -sign }[choices.ties as string] ?? sign;
  const tie = one.tie < other.tie ? -1 : Number(one.tie > other.tie);
  return one.rank - other.rank || sign * (one.moment - other.moment) || tieSign * tie;
};

/** Whether an item is at or beyond an offset, in the direction of the order (companion 2: its boundary is open). */
export const withinOffset = (
  place: Place,
  offset: number | undefined,
  direction: Direction,
  choices: Choices,
) => {
  if (offset === undefined) return true;
  if (place.moment === offset) return choices.offsetBoundary === 'inclusive';
  return direction === 'DESC' ? place.moment < offset : place.moment > offset;
};

/** Whether the last message is within the bounds of the page's lastMessageAfter and lastMessageBefore. */
export const withinBounds = (
  view: ConversationView,
  after: number | undefined,
  before: number | undefined,
  choices: Choices,
): boolean => {
  if (after === undefined && before === undefined) return true;
  const silent = choices.messagelessBounds;
  const moment = lastMessage(view)?.createdAt ?? (silent === 'creation' ? view.createdAt : undefined);
  if (moment === undefined) return silent === 'both' || (silent === 'before' && after === undefined);
  const late =
    after === undefined || moment > after || (moment === after && choices.afterBoundary === 'inclusive');
  const early =
    before === undefined || moment < before || (moment === before && choices.beforeBoundary === 'inclusive');
  return late && early;
};
