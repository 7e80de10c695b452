/** What each call does to a conversation, as far as the documentation says so. Pure functions. */
import type { RequestBody } from '../../schemas/types.ts';
import type {
  Access,
  Conversation,
  Custom,
  Message,
  Notify,
  Participation,
  Reader,
  SilentChoices,
} from './conversation.ts';

/** Body of a PUT. */
export type Attributes = Readonly<RequestBody<'putConversation'>>;
export type CustomPatch = Exclude<Attributes['custom'], undefined>;

export interface Settings {
  readonly access?: Access;
  readonly notify?: Notify;
}

export type NewMessage = Pick<Message, 'id' | 'type' | 'senderId' | 'text' | 'custom'>;

const defaults = { access: 'ReadWrite', notify: true } as const;

/** A conversation of which nothing was ever set. */
export const emptyConversation: Conversation = {
  subject: null,
  photoUrl: null,
  welcomeMessages: null,
  custom: {},
  participants: new Map(),
  formerParticipants: new Map(),
  messages: [],
  createdAt: undefined,
  sinceLastMessage: new Set(),
  activityIsOpen: false,
  newestIsDeleted: false,
};

/** Where nothing is known about the target, texts and lists are taken to be stored as they are sent. */
export const asSent: SilentChoices = {
  emptyText: 'kept',
  emptyList: 'kept',
  newInEmpty: 'open',
  messagelessAfter: 'open',
};

/** PUT creates, or merges. Nobody is removed by being left out, and nobody who takes part is changed. */
export function put(
  before: Conversation | undefined,
  body: Attributes,
  choices: SilentChoices = asSent,
): Conversation {
  const existing = before ?? emptyConversation;
  const added = (body.participants ?? []).filter((id) => !existing.participants.has(id));
  return {
    ...existing,
    subject: body.subject === undefined ? existing.subject : storedText(body.subject, choices),
    photoUrl: body.photoUrl === undefined ? existing.photoUrl : storedText(body.photoUrl, choices),
    welcomeMessages:
      body.welcomeMessages === undefined
        ? existing.welcomeMessages
        : storedList(body.welcomeMessages, choices),
    custom: mergedCustom(existing.custom, body.custom),
    participants: new Map([
      ...existing.participants,
      ...added.map((id) => [id, newParticipation(existing, {}, choices)] as const),
    ]),
    formerParticipants: without(existing.formerParticipants, added),
    messages: existing.messages.map((message) => maybeReadBy(message, added)),
    sinceLastMessage: new Set([...existing.sinceLastMessage, 'put']),
    activityIsOpen: existing.activityIsOpen || added.length > 0,
  };
}

function storedText(text: string | null, { emptyText }: SilentChoices): string | null {
  return text === '' && emptyText === 'null' ? null : text;
}

function storedList(list: readonly string[] | null, { emptyList }: SilentChoices): readonly string[] | null {
  return list?.length === 0 && emptyList === 'null' ? null : list;
}

/** Keys that are sent are set, those sent as null are removed, all others stay; null clears. */
export function mergedCustom(before: Custom, patch: CustomPatch | undefined): Custom {
  if (patch === undefined) return before;
  // By entries, so that `__proto__` is a key like any other.
  const entries = new Map<string, string | null>(patch === null ? [] : Object.entries(before));
  for (const [key, value] of Object.entries(patch ?? {})) entries.set(key, value);
  return Object.fromEntries(
    [...entries].flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, value]])),
  );
}

function without<Value>(
  people: ReadonlyMap<string, Value>,
  gone: readonly string[],
): ReadonlyMap<string, Value> {
  return new Map([...people].filter(([id]) => !gone.includes(id)));
}

/** Whether somebody new has to read what is there is open. */
function newParticipation(
  { messages, newestIsDeleted }: Conversation,
  settings: Settings,
  { newInEmpty }: SilentChoices,
): Participation {
  const isEmpty = messages.length === 0 && !newestIsDeleted;
  const isUnread = isEmpty && newInEmpty === 'read' ? false : undefined;
  return { ...defaults, ...settings, isUnread, hasUnreadMessage: false };
}

/** Joining overwrites settings: what is left out falls back to its default. Open: the read state of who was there. */
export function join(
  before: Conversation,
  userId: string,
  settings: Settings,
  choices: SilentChoices = asSent,
): Conversation {
  const present = before.participants.get(userId);
  const added = present ? [] : [userId];
  const joined = present
    ? { ...present, ...defaults, ...settings, isUnread: undefined, hasUnreadMessage: false }
    : newParticipation(before, settings, choices);
  return {
    ...before,
    participants: new Map([...before.participants, [userId, joined]]),
    formerParticipants: without(before.formerParticipants, [userId]),
    messages: before.messages.map((message) => maybeReadBy(message, added)),
    activityIsOpen: true,
  };
}

/** Changes only what is given. */
export function modify(before: Conversation, userId: string, settings: Settings): Conversation {
  return {
    ...withParticipant(before, userId, (one) => ({ ...one, ...settings })),
    activityIsOpen: true,
  };
}

/** @param old whether it is done under an API version in which the conversation stays in the person's list */
export function leave(before: Conversation, userId: string, old = false): Conversation {
  if (!before.participants.has(userId)) return before;
  return {
    ...before,
    participants: without(before.participants, [userId]),
    formerParticipants: new Map([...before.formerParticipants, [userId, old ? 'keepsListed' : 'unlists']]),
    messages: before.messages.map((message) => maybeReadByFormer(message, userId)),
    activityIsOpen: true,
  };
}

/** Open: whether somebody new has read what was there before, and whether a sender has. */
function maybeReadBy(message: Message, people: readonly string[]): Message {
  return people
    .filter((id) => !message.readBy.has(id))
    .reduce((one, id) => ({ ...one, readBy: withReader(one, id, 'may') }), message);
}

/** Nobody says whether who has left is still named as a reader. */
function maybeReadByFormer(message: Message, userId: string): Message {
  return message.readBy.has(userId) ? { ...message, readBy: withReader(message, userId, 'may') } : message;
}

function withReader(message: Message, userId: string, reader: Reader): ReadonlyMap<string, Reader> {
  return new Map([...message.readBy, [userId, reader]]);
}

/**
 * A message makes the conversation unread for everybody but its sender. Open: whether a system message does, whether
 * sending takes an unread mark of the sender away or reads what is there by then, and whether a sender counts as reader.
 */
export function send(before: Conversation, sent: readonly NewMessage[]): Conversation {
  const senders = new Set(sent.flatMap(({ senderId }) => senderId ?? []));
  const maybeReadBySenders = (message: Message): Message => maybeReadBy(message, [...senders]);
  return {
    ...before,
    messages: [
      ...before.messages,
      ...sent.map((message) => ({ ...message, readBy: new Map(), createdAt: undefined })),
    ].map(maybeReadBySenders),
    participants: new Map(
      [...before.participants].map(([id, one]) => [id, afterMessages(one, id, sent, senders.has(id))]),
    ),
    sinceLastMessage: new Set(),
    activityIsOpen: false,
    newestIsDeleted: false,
  };
}

function afterMessages(
  before: Participation,
  id: string,
  sent: readonly NewMessage[],
  sends: boolean,
): Participation {
  const fromOthers = sent.some(({ senderId }) => senderId !== null && senderId !== id);
  const fromSystem = sent.some(({ senderId }) => senderId === null);
  if (sends) {
    const stays = before.isUnread === false && !fromOthers && !fromSystem;
    return { ...before, isUnread: stays ? false : undefined };
  }
  if (fromOthers) return { ...before, isUnread: true, hasUnreadMessage: true };
  return { ...before, isUnread: before.isUnread === true ? true : undefined };
}

/** Open: whether a changed message counts as unread again, and for whom it still counts as read. */
export function editMessage(
  before: Conversation,
  messageId: string,
  { text, custom }: { readonly text?: string; readonly custom?: CustomPatch },
): Conversation {
  return {
    ...before,
    messages: before.messages.map((message) =>
      message.id !== messageId
        ? message
        : {
            ...message,
            text: text ?? message.text,
            custom: mergedCustom(message.custom, custom),
            readBy: new Map([...message.readBy.keys()].map((id) => [id, 'may'])),
          },
    ),
    participants: withEach(before, (one) => ({
      ...one,
      isUnread: one.isUnread === true ? true : undefined,
    })),
    sinceLastMessage: new Set([...before.sinceLastMessage, 'edit']),
    activityIsOpen: before.activityIsOpen || before.messages.at(-1)?.id === messageId,
  };
}

/** Open: whether the conversation is still unread, and where it stands by last activity if the newest one is gone. */
export function deleteMessage(before: Conversation, messageId: string): Conversation {
  const wasNewest = before.messages.at(-1)?.id === messageId;
  return {
    ...before,
    messages: before.messages.filter(({ id }) => id !== messageId),
    participants: withEach(before, (one) => ({
      ...one,
      isUnread: one.isUnread === false ? false : undefined,
    })),
    activityIsOpen: before.activityIsOpen || wasNewest,
    newestIsDeleted: before.newestIsDeleted || wasNewest,
  };
}

/** True marks as unread, false as read with every message in it; null or nothing changes nothing. */
export function mark(
  before: Conversation,
  userId: string,
  isUnread: boolean | null | undefined,
): Conversation {
  if (isUnread === null || isUnread === undefined) return before;
  const marked = withParticipant(before, userId, (one) => ({
    ...one,
    isUnread,
    hasUnreadMessage: isUnread && one.isUnread === true && one.hasUnreadMessage,
  }));
  return {
    ...marked,
    messages: isUnread ? before.messages : before.messages.map((message) => read(message, userId)),
    sinceLastMessage: new Set([...before.sinceLastMessage, 'mark']),
  };
}

/** Open: whether people read what they wrote themselves. */
function read(message: Message, userId: string): Message {
  const certain = message.senderId !== userId;
  return { ...message, readBy: withReader(message, userId, certain ? 'must' : 'may') };
}

function withParticipant(
  before: Conversation,
  userId: string,
  to: (one: Participation) => Participation,
): Conversation {
  const one = before.participants.get(userId);
  if (one === undefined) return before;
  return { ...before, participants: new Map([...before.participants, [userId, to(one)]]) };
}

function withEach(
  { participants }: Conversation,
  to: (one: Participation) => Participation,
): Conversation['participants'] {
  return new Map([...participants].map(([id, one]) => [id, to(one)]));
}
