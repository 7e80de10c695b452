import { asObject, asText, asTextChanges } from '../body.ts';
import type { Json } from '../body.ts';
import type { NewMessage } from '../events.ts';
import { newMessageId } from '../message-ids.ts';
import { mergeTexts } from '../projection.ts';
import type { ConversationView, MessageView } from '../projection.ts';
import { readLimit, readQuery } from '../query.ts';
import { badRequest, Refusal } from '../refusal.ts';
import type { Reader } from '../switches/lag.ts';
import { showMessage } from '../views.ts';
import { bodyOf, existing } from './call.ts';
import type { Call, Handler } from './call.ts';

const textOf = (value: unknown, field: string, { choices }: Call): string => {
  const text = asText(value, field, choices.textMax, choices);
  const refused = { stored: false, refused: text === '', blank: text.trim() === '' }[choices.emptyText];
  if (refused) throw badRequest(field, 'empty');
  return text;
};

/** Who sends: a participant for a UserMessage, nobody for a SystemMessage (companion 3). */
const senderOf = (item: Json, field: string, view: ConversationView, { choices }: Call): string | null => {
  const { type, sender } = item;
  if (type === 'SystemMessage') {
    if (sender !== undefined && sender !== null) throw badRequest(field, 'a SystemMessage has no sender');
    return null;
  }
  if (type !== 'UserMessage') throw badRequest(field, 'unknown type');
  const participation = view.participants.get(asText(sender, field, Infinity, choices));
  if (!participation) throw new Refusal(choices.foreignSender, 'BAD_REQUEST', { [field]: 'takes no part' });
  if (participation.access !== 'ReadWrite' && choices.readOnlySenders === 'refused')
    throw new Refusal(403, 'BAD_REQUEST', { [field]: 'may only read' });
  return sender as string;
};

const referenceOf = (item: Json, field: string, view: ConversationView, { choices }: Call): string | null => {
  const id = item['referencedMessageId'] ?? null;
  if (id === null) return null;
  if (typeof id !== 'string') throw badRequest(field, 'referencedMessageId is not a string');
  if (choices.unknownReference === 'kept' || view.messages.some(({ messageId }) => messageId === id))
    return id;
  if (choices.unknownReference === 'null') return null;
  throw badRequest(field, 'referencedMessageId names no message');
};

/** A message that was sent with this key within 24 hours (companion 3: exactly once for a day). */
const sentBefore = (
  message: NewMessage,
  { store, conversationId, choices }: Call,
): NewMessage | undefined => {
  const scope = choices.idempotencyScope;
  if (message.idempotencyKey === null || scope === 'none') return undefined;
  const ids = scope === 'app' ? store.log.conversationIds() : [conversationId];
  return ids
    .flatMap((id) => store.conversation(id)?.messages ?? [])
    .find(
      (one) =>
        one.idempotencyKey === message.idempotencyKey &&
        one.createdAt > message.createdAt - 86_400_000 &&
        (scope !== 'sender' || one.senderId === message.senderId),
    );
};

const readMessage = (item: Json, index: number, view: ConversationView, call: Call): NewMessage => {
  const { store, choices, conversationId } = call;
  const field = String(index);
  const custom = item['custom'] === undefined ? null : asTextChanges(item['custom'], choices);
  const key = item['idempotencyKey'] ?? null;
  return {
    messageId: newMessageId(choices, store.log.conversation(conversationId), index),
    type: item['type'] === 'SystemMessage' ? 'SystemMessage' : 'UserMessage',
    senderId: senderOf(item, field, view, call),
    text: textOf(item['text'], field, call),
    custom: mergeTexts(new Map(), custom),
    referencedMessageId: referenceOf(item, field, view, call),
    idempotencyKey: key === null ? null : asText(key, field, Infinity, choices),
    createdAt: 0,
  };
};

/** Sends the message, or finds the one that its key names. */
const send = (message: NewMessage, call: Call): NewMessage => {
  const { store, choices, conversationId } = call;
  const at = store.now();
  const timed = { ...message, createdAt: at + choices.messageClockSkew };
  const before = sentBefore(timed, call);
  if (!before) store.log.append(at, { type: 'MessageSent', conversationId, message: timed });
  return before ?? timed;
};

const checkReplay = (message: NewMessage, call: Call): void => {
  const before = sentBefore(message, call);
  const replay = call.choices.idempotencyReplay;
  if (before && (replay === 'refused' || (replay === 'other-text' && before.text !== message.text)))
    throw new Refusal(409, 'IDEMPOTENCY_KEY_USED');
};

/** POST sends a list of messages, all or none, and answers their ids in order (companion 3). */
export const postMessages: Handler = (call) => {
  const { body, choices, store } = call;
  const view = existing(call);
  if (!Array.isArray(body)) throw badRequest('body', 'not a list');
  if (body.length === 0 && choices.noMessages === 'refused') throw badRequest('body', 'empty');
  if (body.length > choices.messagesPerCallMax) throw new Refusal(choices.tooLarge, 'TOO_MANY_MESSAGES');
  const read = body.map((item, index) => readMessage(asObject(item), index, view, call));
  for (const message of read) checkReplay({ ...message, createdAt: store.now() }, call);
  const sent = read.map((message) => send(message, call));
  if (choices.postMessages === 'ids') return sent.map(({ messageId }) => ({ id: messageId }));
  const after = existing(call);
  return sent.map(({ messageId }) => showMessage(after, find(after, messageId, call), choices));
};

const find = (view: ConversationView, id: string, { choices }: Call): MessageView => {
  const found = view.messages.find(({ messageId }) => messageId === id);
  const deleted = view.deletedMessages.some(({ messageId }) => messageId === id);
  if (!found) throw new Refusal(deleted ? choices.deletedMessage : 404, 'MESSAGE_NOT_FOUND');
  return found;
};

/** The messages after the cursor, of a list that is newest first. */
const afterCursor = (newestFirst: readonly MessageView[], cursor: string | undefined, { choices }: Call) => {
  if (cursor === undefined) return newestFirst;
  const index = newestFirst.findIndex(({ messageId }) => messageId === cursor);
  if (index >= 0) return newestFirst.slice(index + 1);
  if (choices.messageCursor === 'empty') return [];
  if (choices.messageCursor === 'ignored') return newestFirst;
  throw choices.messageCursor === 'missing'
    ? new Refusal(404, 'MESSAGE_NOT_FOUND')
    : badRequest('startingAfter', 'unknown message');
};

/** GET lists messages, newest first (companion 3). */
export const listMessages: Handler = (call) => {
  const { store, choices, conversationId } = call;
  const query = readQuery(call.search, ['limit', 'startingAfter'], choices);
  const limit = readLimit(query, choices.messagePageDefault, choices.messagePageMax, choices);
  if (choices.messagesOfMissing === 200 && !store.conversation(conversationId)) return { data: [] };
  existing(call, choices.messagesOfMissing);
  const view = existing(call, 404, 'messages');
  const page = afterCursor([...view.messages].reverse(), query.get('startingAfter'), call).slice(0, limit);
  return { data: page.map((message) => showMessage(view, message, choices)) };
};

const shown = (call: Call, reader?: Reader) => {
  const view = existing(call, 404, reader);
  return showMessage(view, find(view, call.messageId, call), call.choices);
};

export const getMessage: Handler = (call) => shown(call, 'message');

/** PUT edits text and custom, and sets editedAt (companion 3). */
export const putMessage: Handler = (call) => {
  const { store, choices, conversationId, messageId } = call;
  const body = bodyOf(call);
  const message = find(existing(call), messageId, call);
  if (message.type === 'SystemMessage' && choices.systemEdit === 'refused') throw badRequest('type', 'final');
  const changes = {
    ...('text' in body && { text: textOf(body['text'], 'text', call) }),
    ...('custom' in body && { custom: asTextChanges(body['custom'], choices) }),
  };
  const empty = Object.keys(changes).length === 0;
  if (empty && choices.emptyEdit === 'refused') throw badRequest('body', 'edits nothing');
  if (!empty || choices.emptyEdit === 'edited')
    store.log.append(store.now(), { type: 'MessageEdited', conversationId, messageId, ...changes });
  return choices.putMessage === 'resource' ? shown(call) : {};
};

export const deleteMessage: Handler = (call) => {
  const { store, choices, conversationId, messageId } = call;
  const view = existing(call);
  const there = view.messages.some((message) => message.messageId === messageId);
  if (!there && choices.deleteMissingMessage === 200) return {};
  find(view, messageId, call);
  store.log.append(store.now(), { type: 'MessageDeleted', conversationId, messageId });
  return {};
};
