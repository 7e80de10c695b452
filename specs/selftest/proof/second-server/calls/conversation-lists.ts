import { readFilter } from '../filter.ts';
import type { Matcher } from '../filter.ts';
import { comparePlaces, placeOf, withinBounds, withinOffset } from '../listing.ts';
import type { Direction, OrderBy } from '../listing.ts';
import type { ConversationView } from '../projection.ts';
import { readFlag, readLimit, readQuery, readTimestamp, readWord } from '../query.ts';
import type { Query } from '../query.ts';
import { isUnread, unreadMessages } from '../read-state.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { showConversation, showInboxItem } from '../views.ts';
import type { Call, Handler } from './call.ts';

const parameters = [
  'limit',
  'startingAfter',
  'orderBy',
  'orderDirection',
  'offsetTs',
  'lastMessageAfter',
  'lastMessageBefore',
  'filter',
];

interface Order {
  readonly by: OrderBy;
  readonly direction: Direction;
  readonly offset: number | undefined;
}

/** The order asked for. Before 2021-02-09 it is createdAt DESC whatever is asked (page). */
const readOrder = (query: Query, { version, choices }: Call): Order => {
  if (version < '2021-02-09') {
    const ordered = query.has('orderBy') || query.has('orderDirection');
    if (ordered && choices.orderBeforeItsVersion === 'refused')
      throw badRequest('orderBy', 'since 2021-02-09');
    const mode = choices.offsetBeforeItsVersion;
    if (query.has('offsetTs') && mode === 'refused') throw badRequest('offsetTs', 'since 2021-02-09');
    const offset = mode === 'works' ? readTimestamp(query, 'offsetTs', choices) : undefined;
    return { by: 'createdAt', direction: 'DESC', offset };
  }
  return {
    by: readWord(query, 'orderBy', ['lastActivity', 'createdAt'], choices),
    direction: readWord(query, 'orderDirection', ['DESC', 'ASC'], choices),
    offset: readTimestamp(query, 'offsetTs', choices),
  };
};

/** The conversation that a cursor names; undefined begins at the start, null answers nothing. */
const readCursor = (
  query: Query,
  owned: readonly ConversationView[],
  matches: Matcher,
  { store, userId, choices }: Call,
): ConversationView | undefined | null => {
  const id = query.get('startingAfter');
  if (id === undefined) return undefined;
  const foreign = userId === '' || choices.foreignCursor === 'place' ? store.conversation(id) : undefined;
  const view = owned.find((one) => one.id === id) ?? foreign;
  if (view && (matches(view) || choices.excludedCursor === 'place')) return view;
  const deleted = view ? undefined : store.beforeDeletion(id);
  if (deleted && choices.deletedCursor === 'place') return deleted;
  if (deleted && choices.deletedCursor === 'gone') throw new Refusal(410, 'CONVERSATION_NOT_FOUND');
  const how = view ? choices.excludedCursor : choices.unknownCursor;
  if (how === 'missing') throw new Refusal(404, 'CONVERSATION_NOT_FOUND');
  if (how === 'refused') throw badRequest('startingAfter', 'unknown in this list');
  return how === 'empty' ? null : undefined;
};

/** One page of these conversations: filter, bounds, order, offset, cursor and limit all apply (page). */
const page = (query: Query, owned: readonly ConversationView[], filter: Matcher, call: Call) => {
  const { choices } = call;
  const userId = call.userId === '' ? undefined : call.userId;
  const limit = readLimit(query, choices.pageDefault, choices.pageMax, choices);
  const order = readOrder(query, call);
  const after = readTimestamp(query, 'lastMessageAfter', choices);
  const before = readTimestamp(query, 'lastMessageBefore', choices);
  if (order.offset !== undefined && query.has('startingAfter') && choices.cursorWithOffset === 'refused')
    throw badRequest('startingAfter', 'not beside offsetTs');
  const matches: Matcher = (view) => filter(view) && withinBounds(view, after, before, choices);
  const silentOutside =
    order.offset !== undefined && order.by === 'lastActivity' && choices.messagelessOffset === 'outside';
  const cursor = readCursor(query, owned, matches, call);
  const start = cursor ? placeOf(cursor, order.by, userId, choices) : undefined;
  const items = owned
    .filter((view) => matches(view) && !(silentOutside && view.messages.length === 0))
    .map((view) => ({ view, place: placeOf(view, order.by, userId, choices) }))
    .filter(({ place }) => withinOffset(place, order.offset, order.direction, choices))
    .filter(({ place }) => !start || comparePlaces(start, place, order.direction, choices) < 0)
    .sort((one, other) => comparePlaces(one.place, other.place, order.direction, choices))
    .map(({ view }) => view);
  return cursor === null
    ? { items: [], more: false }
    : { items: items.slice(0, limit), more: items.length > limit };
};

const envelope = (data: readonly unknown[], more: boolean, { choices }: Call) =>
  choices.envelopeExtras === 'some' ? { hasMore: more, data } : { data };

/** GET lists all conversations of the app (page). */
export const listConversations: Handler = (call) => {
  const { store, choices } = call;
  const query = readQuery(call.search, parameters, choices);
  const filter = readFilter(query.get('filter'), choices);
  store.nextTurn();
  const ascending = query.get('orderDirection') === 'ASC' ? 'ascending-list' : 'list';
  const owned = store.conversations(query.has('filter') ? 'filtered-list' : ascending);
  const { items, more } = page(query, owned, filter, call);
  return envelope(
    items.map((view) => showConversation(view, choices)),
    more,
    call,
  );
};

/** What somebody who left still lists: before 2021-07-30 the conversation as it was then (companion 4). */
const leftView = (
  view: ConversationView,
  { userId, version, choices }: Call,
): ConversationView | undefined => {
  const departure = view.departures.get(userId);
  if (!departure) return undefined;
  const oldList = version < '2021-07-30';
  const oldLeave = departure.version < '2021-07-30';
  const kept = { list: oldList, leave: oldLeave, both: oldList && oldLeave }[choices.leaveVersion];
  if (!kept) return undefined;
  if (choices.leftView === 'frozen') return departure.before;
  const participants = new Map([...departure.before.participants].filter(([id]) => id !== userId));
  return { ...departure.before, participants };
};

const ownView = (view: ConversationView, call: Call): ConversationView | undefined => {
  const access = view.participants.get(call.userId)?.access;
  if (access === undefined) return leftView(view, call);
  return access === 'None' && call.choices.noAccessInbox === 'hidden' ? undefined : view;
};

const inboxFilter = (query: Query, { choices }: Call): Matcher => {
  if (!query.has('filter') || choices.inboxFilter === 'ignored') return () => true;
  if (choices.inboxFilter === 'refused') throw badRequest('filter', 'not on this list');
  return readFilter(query.get('filter'), choices);
};

/** GET lists the conversations of one user (page); a missing user is 404 since 2024-01-01 (companion 4). */
export const listInbox: Handler = (call) => {
  const { store, userId, choices, version } = call;
  const query = readQuery(call.search, [...parameters, 'unreadsOnly'], choices);
  const filter = inboxFilter(query, call);
  const unreadsOnly = readFlag(query, 'unreadsOnly', choices);
  if (!store.user(userId) && version >= '2024-01-01') throw new Refusal(404, 'USER_NOT_FOUND');
  store.nextTurn();
  const owned = store
    .conversations(unreadsOnly ? 'unread-inbox' : 'inbox')
    .flatMap((view) => ownView(view, call) ?? []);
  const unread: Matcher = (view) =>
    choices.unreadsOnly === 'messages'
      ? unreadMessages(view, userId, choices).length > 0
      : isUnread(view, userId, choices);
  const matches: Matcher = (view) => filter(view) && (!unreadsOnly || unread(view));
  const { items, more } = page(query, owned, matches, call);
  return envelope(
    items.map((view) => showInboxItem(view, userId, choices)),
    more,
    call,
  );
};
