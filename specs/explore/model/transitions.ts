/** From state to state: what each call does to a conversation, as far as the documentation says so. Pure functions. */
import type {
  Access,
  Conversation,
  Grave,
  Learned,
  Message,
  Notify,
  Reader,
  Seat,
  Slot,
  World,
} from './state.ts';

/** Body of a PUT; custom as a map, so that any key is plain data. */
export interface Attributes {
  readonly subject?: string | null;
  readonly photoUrl?: string | null;
  readonly welcomeMessages?: readonly string[] | null;
  readonly custom?: ReadonlyMap<string, string | null> | null;
  readonly participants?: readonly string[];
}

export interface Settings {
  readonly access?: Access;
  readonly notify?: Notify;
}

export type NewMessage = Pick<Message, 'id' | 'type' | 'senderId' | 'text' | 'custom'>;

const defaults = { access: 'ReadWrite', notify: true } as const;

const unborn: Omit<Conversation, 'born'> = {
  subject: null,
  photoUrl: null,
  welcomeMessages: null,
  custom: new Map(),
  seats: new Map(),
  formers: new Set(),
  messages: [],
  createdAt: undefined,
  since: new Set(),
  placeOpen: false,
};

/** PUT creates, or merges. Nobody is removed by being left out, and nobody who takes part is changed. */
export function put(world: World, slot: Slot, body: Attributes, learned: Learned): World {
  const existing = world.conversations.get(slot);
  const before = existing ?? { ...unborn, born: world.births + 1 };
  const newcomers = (body.participants ?? []).filter((id) => !before.seats.has(id));
  const after: Conversation = {
    ...before,
    subject: body.subject === undefined ? before.subject : stored(body.subject, learned),
    photoUrl: body.photoUrl === undefined ? before.photoUrl : stored(body.photoUrl, learned),
    welcomeMessages:
      body.welcomeMessages === undefined ? before.welcomeMessages : storedList(body.welcomeMessages, learned),
    custom: merged(before.custom, body.custom),
    seats: new Map([...before.seats, ...newcomers.map((id) => [id, newSeat({})] as const)]),
    formers: new Set([...before.formers].filter((id) => !newcomers.includes(id))),
    since: new Set([...before.since, 'put']),
    placeOpen: before.placeOpen || newcomers.length > 0,
  };
  return { ...set(world, slot, after), births: existing ? world.births : world.births + 1 };
}

function stored(text: string | null, { emptyText }: Learned): string | null {
  return text === '' && emptyText === 'null' ? null : text;
}

function storedList(list: readonly string[] | null, { emptyList }: Learned): readonly string[] | null {
  return list?.length === 0 && emptyList === 'null' ? null : list;
}

/** Keys that are sent are set, those sent as null are removed, all others stay; null clears. */
export function merged(
  before: ReadonlyMap<string, string>,
  patch: Attributes['custom'],
): ReadonlyMap<string, string> {
  if (patch === undefined) return before;
  const after = new Map(patch === null ? [] : before);
  for (const [key, value] of patch ?? []) {
    if (value === null) after.delete(key);
    else after.set(key, value);
  }
  return after;
}

/** Whether a newcomer has anything unread is open. */
function newSeat(settings: Settings): Seat {
  return { ...defaults, ...settings, unread: undefined, byMessage: false };
}

/** Joining overwrites: what is left out falls back to its default. */
export function join(world: World, slot: Slot, userId: string, settings: Settings): World {
  return change(world, slot, (before) => ({
    ...before,
    seats: new Map([...before.seats, [userId, newSeat(settings)]]),
    formers: new Set([...before.formers].filter((id) => id !== userId)),
    placeOpen: true,
  }));
}

/** Changes only what is given. */
export function modify(world: World, slot: Slot, userId: string, settings: Settings): World {
  return change(world, slot, (before) => ({
    ...seated(before, userId, (seat) => ({ ...seat, ...settings })),
    placeOpen: true,
  }));
}

export function leave(world: World, slot: Slot, userId: string): World {
  return change(world, slot, (before) => {
    if (!before.seats.has(userId)) return before;
    return {
      ...before,
      seats: new Map([...before.seats].filter(([id]) => id !== userId)),
      formers: new Set([...before.formers, userId]),
      messages: before.messages.map((message) => loosened(message, userId)),
      placeOpen: true,
    };
  });
}

/** Nobody says whether who has left is still named as a reader. */
function loosened(message: Message, userId: string): Message {
  return message.readers.has(userId) ? { ...message, readers: readBy(message, userId, 'may') } : message;
}

function readBy(message: Message, userId: string, reader: Reader): ReadonlyMap<string, Reader> {
  return new Map([...message.readers, [userId, reader]]);
}

/**
 * A message makes the conversation unread for everybody but its sender. Open: whether a system message does, whether
 * sending takes an unread mark of the sender away or reads what is there by then, and whether a sender counts as reader.
 */
export function send(world: World, slot: Slot, sent: readonly NewMessage[]): World {
  const senders = new Set(sent.flatMap(({ senderId }) => senderId ?? []));
  const maybe = (message: Message): Message =>
    [...senders].reduce(
      (one, id) => (one.readers.has(id) ? one : { ...one, readers: readBy(one, id, 'may') }),
      message,
    );
  return change(world, slot, (before) => ({
    ...before,
    messages: [
      ...before.messages,
      ...sent.map((message) => ({ ...message, readers: new Map(), createdAt: undefined })),
    ].map(maybe),
    seats: new Map([...before.seats].map(([id, seat]) => [id, seatAfter(seat, id, sent, senders.has(id))])),
    since: new Set(),
    placeOpen: false,
  }));
}

function seatAfter(seat: Seat, id: string, sent: readonly NewMessage[], sends: boolean): Seat {
  const fromOthers = sent.some(({ senderId }) => senderId !== null && senderId !== id);
  const fromSystem = sent.some(({ senderId }) => senderId === null);
  if (sends) {
    const stays = seat.unread === false && !fromOthers && !fromSystem;
    return { ...seat, unread: stays ? false : undefined };
  }
  if (fromOthers) return { ...seat, unread: true, byMessage: true };
  return { ...seat, unread: seat.unread === true ? true : undefined };
}

/** Open: whether a changed message counts as unread again, and for whom it still counts as read. */
export function edit(
  world: World,
  slot: Slot,
  messageId: string,
  { text, custom }: { readonly text?: string; readonly custom?: Attributes['custom'] },
): World {
  return change(world, slot, (before) => ({
    ...before,
    messages: before.messages.map((message) =>
      message.id !== messageId
        ? message
        : {
            ...message,
            text: text ?? message.text,
            custom: merged(message.custom, custom),
            readers: new Map([...message.readers.keys()].map((id) => [id, 'may'])),
          },
    ),
    seats: mapped(before.seats, (seat) => ({ ...seat, unread: seat.unread === true ? true : undefined })),
    since: new Set([...before.since, 'edit']),
    placeOpen: before.placeOpen || before.messages.at(-1)?.id === messageId,
  }));
}

/** Open: whether the conversation is still unread, and where it stands by last activity if the newest one is gone. */
export function unsend(world: World, slot: Slot, messageId: string): World {
  return change(world, slot, (before) => ({
    ...before,
    messages: before.messages.filter(({ id }) => id !== messageId),
    seats: mapped(before.seats, (seat) => ({ ...seat, unread: seat.unread === false ? false : undefined })),
    placeOpen: before.placeOpen || before.messages.at(-1)?.id === messageId,
  }));
}

/** True marks as unread, false as read with every message in it; null or nothing changes nothing. */
export function mark(world: World, slot: Slot, userId: string, isUnread: boolean | null | undefined): World {
  if (isUnread === null || isUnread === undefined) return world;
  return change(world, slot, (before) => {
    const byMessage = (seat: Seat): boolean => isUnread && seat.unread === true && seat.byMessage;
    const after = seated(before, userId, (seat) => ({
      ...seat,
      unread: isUnread,
      byMessage: byMessage(seat),
    }));
    return {
      ...after,
      messages: isUnread ? before.messages : before.messages.map((message) => read(message, userId)),
      since: new Set([...before.since, 'mark']),
    };
  });
}

/** Open: whether people read what they wrote themselves, and whether anybody reads system messages. */
function read(message: Message, userId: string): Message {
  const certain = message.senderId !== null && message.senderId !== userId;
  return { ...message, readers: readBy(message, userId, certain ? 'must' : 'may') };
}

export function remove(world: World, slot: Slot): World {
  const gone = world.conversations.get(slot);
  if (gone === undefined) return world;
  const grave: Grave = { messageIds: gone.messages.map(({ id }) => id), createdAt: gone.createdAt };
  return {
    ...world,
    conversations: new Map([...world.conversations].filter(([other]) => other !== slot)),
    graves: new Map([...world.graves, [slot, grave]]),
  };
}

export function set(world: World, slot: Slot, conversation: Conversation): World {
  return { ...world, conversations: new Map([...world.conversations, [slot, conversation]]) };
}

function change(world: World, slot: Slot, to: (before: Conversation) => Conversation): World {
  const before = world.conversations.get(slot);
  return before === undefined ? world : set(world, slot, to(before));
}

function seated(before: Conversation, userId: string, to: (seat: Seat) => Seat): Conversation {
  const seat = before.seats.get(userId);
  return seat === undefined ? before : { ...before, seats: new Map([...before.seats, [userId, to(seat)]]) };
}

function mapped(seats: Conversation['seats'], to: (seat: Seat) => Seat): Conversation['seats'] {
  return new Map([...seats].map(([id, seat]) => [id, to(seat)]));
}
