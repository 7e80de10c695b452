import { badRequest, Refusal } from '../refusal.ts';
import type { Json } from '../body.ts';
import { asObject } from '../body.ts';
import type { ConversationView } from '../projection.ts';
import type { Store } from '../store.ts';
import type { Choices } from '../switches/index.ts';
import type { Reader } from '../switches/lag.ts';

/** One request, after routing, credentials and version are dealt with. */
export interface Call {
  readonly store: Store;
  readonly choices: Choices;
  readonly version: string;
  readonly search: string;
  /** The decoded ids of the path; '' where the path has none of this kind. */
  readonly conversationId: string;
  readonly userId: string;
  readonly messageId: string;
  /** The parsed body, or undefined where the request had no bytes in it. */
  readonly body: unknown;
}

/** A call answers JSON, or throws a Refusal. It runs without a pause, so that calls never mix. */
export type Handler = (call: Call) => unknown;

/** The body of a write that must be an object. */
export const bodyOf = ({ body, choices }: Call): Json => {
  if (body !== undefined) return asObject(body);
  if (choices.emptyBody === 'object') return {};
  throw badRequest('body', 'missing');
};

export const missingConversation = (call: Call, status: number): Refusal => {
  const deleted = call.store.log.conversation(call.conversationId).length > 0;
  const shown = deleted && status === 404 ? call.choices.deletedConversation : status;
  return new Refusal(shown, 'CONVERSATION_NOT_FOUND');
};

/** The conversation of the path, or the refusal of a call that needs it. */
export const existing = (call: Call, status: number = 404, reader?: Reader): ConversationView => {
  const view = call.store.conversation(call.conversationId, reader);
  if (!view) throw missingConversation(call, status);
  return view;
};
