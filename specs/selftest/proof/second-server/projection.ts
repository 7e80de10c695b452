import type {
  Access,
  ConversationEvent,
  Entry,
  NewMessage,
  Notify,
  TextChanges,
  Texts,
  UserEvent,
  UserFields,
} from './events.ts';
import type { Choices } from './switches/index.ts';

export interface MessageView extends NewMessage {
  readonly position: number;
  readonly editedAt: number | null;
}

/** One person's side: what came at or before `readUpTo` is read, and a mark makes unread all the same. */
export interface Participation {
  readonly access: Access;
  readonly notify: Notify;
  readonly joinedAt: number;
  readonly readUpTo: number;
  readonly marked: boolean;
}

/** Somebody who left: when, under which API version, and what the conversation was then. */
export interface Departure {
  readonly position: number;
  readonly version: string;
  readonly before: ConversationView;
  readonly participation: Participation;
}

export interface ConversationView {
  readonly id: string;
  readonly createdAt: number;
  readonly position: number;
  readonly changedAt: number;
  readonly subject: string | null;
  readonly photoUrl: string | null;
  readonly welcomeMessages: readonly string[] | null;
  readonly custom: Texts;
  readonly participants: ReadonlyMap<string, Participation>;
  readonly departures: ReadonlyMap<string, Departure>;
  readonly messages: readonly MessageView[];
  readonly deletedMessages: readonly MessageView[];
  /** Position of the last time that somebody read everything, by user; it outlasts leaving. */
  readonly reads: ReadonlyMap<string, number>;
}

export interface UserView {
  readonly id: string;
  readonly createdAt: number;
  readonly fields: UserFields;
  readonly custom: Texts;
}

const withEntry = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map([...map, [key, value]]);

const without = <V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> =>
  new Map([...map].filter(([other]) => other !== key));

/** custom merges key by key, null removes a key and null as a whole all of them (companion 7). */
export const mergeTexts = (texts: Texts, changes: TextChanges | undefined): Texts => {
  if (changes === undefined) return texts;
  if (changes === null) return new Map();
  const merged = new Map<string, string | null>([...texts, ...changes]);
  return new Map([...merged].flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])));
};

const created = (id: string, { at, position }: Entry<unknown>): ConversationView => ({
  id,
  createdAt: at,
  position,
  changedAt: at,
  subject: null,
  photoUrl: null,
  welcomeMessages: null,
  custom: new Map(),
  participants: new Map(),
  departures: new Map(),
  messages: [],
  deletedMessages: [],
  reads: new Map(),
});

const changeParticipation = (
  view: ConversationView,
  userId: string | null,
  change: Partial<Participation>,
): ConversationView => {
  const participation = userId === null ? undefined : view.participants.get(userId);
  if (userId === null || !participation) return view;
  return { ...view, participants: withEntry(view.participants, userId, { ...participation, ...change }) };
};

const joined = (
  view: ConversationView,
  { at, position }: Entry<unknown>,
  { userId, access, notify }: { userId: string; access: Access; notify: Notify },
  choices: Choices,
): ConversationView => {
  const departure = view.departures.get(userId);
  const readUpTo = {
    read: position,
    history: view.reads.get(userId) ?? -1,
    missed: departure?.position ?? position,
  }[choices.readOnJoining];
  const marked = choices.markOnRejoining === 'restored' && departure?.participation.marked === true;
  const participation = { access, notify, joinedAt: at, readUpTo, marked };
  return {
    ...view,
    changedAt: at,
    participants: withEntry(view.participants, userId, participation),
    departures: without(view.departures, userId),
  };
};

const left = (
  view: ConversationView,
  { at, position }: Entry<unknown>,
  { userId, version }: { userId: string; version: string },
  choices: Choices,
): ConversationView => {
  const participation = view.participants.get(userId);
  if (!participation) return view;
  const departure = { position, version, before: view, participation };
  return {
    ...view,
    changedAt: at,
    participants: without(view.participants, userId),
    departures: withEntry(view.departures, userId, departure),
    reads: choices.readers === 'forgotten' ? without(view.reads, userId) : view.reads,
  };
};

const read = (view: ConversationView, userId: string, position: number): ConversationView => ({
  ...changeParticipation(view, userId, { readUpTo: position, marked: false }),
  reads: withEntry(without(view.reads, userId), userId, position),
});

const sent = (
  view: ConversationView,
  message: NewMessage,
  position: number,
  choices: Choices,
): ConversationView => {
  const next = { ...view, messages: [...view.messages, { ...message, position, editedAt: null }] };
  if (message.senderId === null || choices.sendingReads === 'nothing') return next;
  if (choices.sendingReads === 'mark') return changeParticipation(next, message.senderId, { marked: false });
  return read(next, message.senderId, position);
};

const applyToExisting = (
  view: ConversationView,
  entry: Entry<ConversationEvent>,
  choices: Choices,
): ConversationView | undefined => {
  const { event, at, position } = entry;
  switch (event.type) {
    case 'ConversationSaved': {
      const { custom, ...changes } = event.changes;
      return { ...view, ...changes, custom: mergeTexts(view.custom, custom), changedAt: at };
    }
    case 'ConversationDeleted':
      return undefined;
    case 'ParticipantJoined':
      return joined(view, entry, event, choices);
    case 'ParticipantChanged':
      return changeParticipation(view, event.userId, { access: event.access, notify: event.notify });
    case 'ParticipantLeft':
      return left(view, entry, event, choices);
    case 'MessageSent':
      return sent(view, event.message, position, choices);
    case 'MessageEdited': {
      const edit = (message: MessageView): MessageView => ({
        ...message,
        text: event.text ?? message.text,
        custom: mergeTexts(message.custom, event.custom),
        editedAt: at,
      });
      const messages = view.messages.map((one) => (one.messageId === event.messageId ? edit(one) : one));
      return { ...view, messages };
    }
    case 'MessageDeleted': {
      const deleted = view.messages.filter((one) => one.messageId === event.messageId);
      const messages = view.messages.filter((one) => one.messageId !== event.messageId);
      return { ...view, messages, deletedMessages: [...view.deletedMessages, ...deleted] };
    }
    case 'MarkedRead':
      return read(view, event.userId, position);
    case 'MarkedUnread':
      return changeParticipation(view, event.userId, { marked: true });
  }
};

/** What a conversation is after these events, beginning with what it was before; undefined where there is none. */
export const foldConversation = (
  entries: readonly Entry<ConversationEvent>[],
  choices: Choices,
  before?: ConversationView,
): ConversationView | undefined => {
  let view = before;
  for (const entry of entries) {
    if (!view && entry.event.type === 'ConversationSaved') view = created(entry.event.conversationId, entry);
    if (view) view = applyToExisting(view, entry, choices);
  }
  return view;
};

/** What a user is after these events. */
export const foldUser = (entries: readonly Entry<UserEvent>[]): UserView | undefined => {
  let view: UserView | undefined;
  for (const { event, at } of entries) {
    const before = view ?? { id: event.userId, createdAt: at, fields: {}, custom: new Map() };
    const fields = { ...before.fields, ...event.fields };
    view = { ...before, fields, custom: mergeTexts(before.custom, event.custom) };
  }
  return view;
};
