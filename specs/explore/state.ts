/** What is known about the few conversations of a sequence. Immutable plain data. */
import type { Conversation } from '../model/conversation.ts';

/** Which of the few conversations of a sequence: their ids are new in every sequence. */
export type Slot = number;

/** What is remembered of a deleted conversation, so that none of it comes back. */
export interface Deleted {
  readonly messageIds: readonly string[];
  readonly createdAt: number | undefined;
}

export interface State {
  readonly conversations: ReadonlyMap<Slot, Conversation>;
  /** Deleted conversations, also those that were created again. */
  readonly deleted: ReadonlyMap<Slot, Deleted>;
  /** In the order of creation; what was created again stands in it once more. */
  readonly creations: readonly Slot[];
}

export const nothing: State = { conversations: new Map(), deleted: new Map(), creations: [] };

/** The state with this conversation as it is now, new or changed. */
export function withConversation(state: State, slot: Slot, conversation: Conversation): State {
  const exists = state.conversations.has(slot);
  return {
    ...state,
    conversations: new Map([...state.conversations, [slot, conversation]]),
    creations: exists ? state.creations : [...state.creations, slot],
  };
}

/** The state after a call that changes this conversation, where there is one. */
export function changed(state: State, slot: Slot, call: (before: Conversation) => Conversation): State {
  const before = state.conversations.get(slot);
  return before === undefined ? state : withConversation(state, slot, call(before));
}

export function withoutConversation(state: State, slot: Slot): State {
  const gone = state.conversations.get(slot);
  if (gone === undefined) return state;
  const deleted: Deleted = { messageIds: gone.messages.map(({ id }) => id), createdAt: gone.createdAt };
  return {
    ...state,
    conversations: new Map([...state.conversations].filter(([other]) => other !== slot)),
    deleted: new Map([...state.deleted, [slot, deleted]]),
  };
}

/** Position in the order of creation, over all conversations of the sequence. */
export function creationOrder({ creations }: State, slot: Slot): number {
  return creations.lastIndexOf(slot);
}
