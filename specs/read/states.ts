import type { Api } from '../../fixtures/client/api.ts';
import type { Conversation, Person } from '../../fixtures/scenario/given.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { messagesIn, type ConversationState } from '../../fixtures/reading/read.ts';

export function isUnread(state: ConversationState, person: Person): unknown {
  return state.participants[person.id]?.isUnread;
}

/** Read state of these people, by name. */
export function readStates(state: ConversationState, people: readonly Person[]): Record<string, unknown> {
  return Object.fromEntries(people.map((person) => [person.name, isUnread(state, person)]));
}

/** The state without what marking may change. */
export function withoutReadState({ participants, lastMessage, ...attributes }: ConversationState): unknown {
  const settings = Object.entries(participants).map(([id, { isUnread: _, ...others }]) => [id, others]);
  const { readBy: _, ...message } = lastMessage ?? {};
  return { ...attributes, participants: Object.fromEntries(settings) as unknown, lastMessage: message };
}

/** The state without what may differ for these people only. */
export function apartFrom(
  { participants, lastMessage, ...attributes }: ConversationState,
  people: readonly Person[],
): unknown {
  const ids = people.map(({ id }) => id);
  const others = Object.entries(participants).filter(([id]) => !ids.includes(id));
  const readBy = lastMessage?.readBy?.filter((id) => !ids.includes(id));
  return {
    ...attributes,
    participants: Object.fromEntries(others) as unknown,
    lastMessage: { ...lastMessage, readBy },
  };
}

/** Who has read each of three messages. */
export interface Readers {
  readonly first: readonly string[];
  readonly middle: readonly string[];
  readonly last: readonly string[];
}

/** Reads who has read these three messages, whose ids are given oldest first; blocked where one is not listed. */
export async function readersOf(
  api: Api,
  { id }: Conversation,
  messageIds: readonly string[],
): Promise<Readers> {
  const messages = messagesIn(await api.messages.list(id));
  const [first, middle, last] = messageIds.map((messageId) => {
    const readBy = messages.find((message) => message.id === messageId)?.readBy;
    if (readBy === undefined) throw new Blocked('a message that was sent is not listed with its readers');
    return readBy;
  });
  return { first: first ?? [], middle: middle ?? [], last: last ?? [] };
}

/** Of which of three messages a person is a reader. */
export function isReader({ first, middle, last }: Readers, { id }: Person): Record<keyof Readers, boolean> {
  return { first: first.includes(id), middle: middle.includes(id), last: last.includes(id) };
}

/** The readers apart from one person. */
export function without({ first, middle, last }: Readers, { id }: Person): Readers {
  const others = (readBy: readonly string[]): string[] => readBy.filter((reader) => reader !== id);
  return { first: others(first), middle: others(middle), last: others(last) };
}
