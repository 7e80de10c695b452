import { checkExtras, readSettings } from '../body.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { bodyOf, existing } from './call.ts';
import type { Call, Handler } from './call.ts';

const settingsBody = (call: Call): ReturnType<typeof bodyOf> => {
  if (call.body === undefined && call.choices.joinWithoutBody === 'accepted') return {};
  if (Array.isArray(call.body) && call.choices.joinArrayBody === 'ignored') return {};
  return bodyOf(call);
};

/** PUT joins, or overwrites the settings of who is there: what is left out is the default (companion 4). */
export const join: Handler = (call) => {
  const { store, conversationId, userId, choices } = call;
  const body = settingsBody(call);
  checkExtras(body, 'participation', userId, choices);
  const settings = readSettings(body, ['ReadWrite', 'Read'], choices);
  const { access = 'ReadWrite', notify = true } = settings;
  const view = existing(call, choices.joinMissing);
  if (!store.user(userId)) throw new Refusal(choices.joinUnknownUser, 'USER_NOT_FOUND');
  const present = view.participants.has(userId);
  if (!present && view.participants.size >= choices.participantsMax) throw badRequest('participants', 'full');
  const type = present ? 'ParticipantChanged' : 'ParticipantJoined';
  store.log.append(store.now(), { type, conversationId, userId, access, notify });
  return {};
};

/** PATCH changes what it is given, of somebody who takes part (companion 4). */
export const modify: Handler = (call) => {
  const { store, conversationId, userId, choices } = call;
  const body = bodyOf(call);
  checkExtras(body, 'participation', userId, choices);
  const changes = readSettings(body, ['ReadWrite', 'Read', 'None'], choices);
  const before = existing(call).participants.get(userId);
  if (!before) throw new Refusal(choices.foreignPatch, 'PARTICIPANT_NOT_FOUND');
  const { access, notify } = { ...before, ...changes };
  store.log.append(store.now(), { type: 'ParticipantChanged', conversationId, userId, access, notify });
  return {};
};

/** DELETE leaves; leaving again is no error (companion 4: idempotent). */
export const leave: Handler = (call) => {
  const { store, conversationId, userId, choices, version } = call;
  const view = store.conversation(conversationId);
  if (!view && choices.leaveMissing === 200) return {};
  const { participants } = existing(call);
  if (!store.user(userId) && choices.leaveUnknownUser === 404) throw new Refusal(404, 'USER_NOT_FOUND');
  if (participants.has(userId))
    store.log.append(store.now(), { type: 'ParticipantLeft', conversationId, userId, version });
  return {};
};

const checkMember = (call: Call): void => {
  if (!existing(call).participants.has(call.userId))
    throw new Refusal(call.choices.foreignMark, 'NOT_A_PARTICIPANT');
};

/** Marks as read or unread; null or nothing changes nothing (page). The page does not name the route. */
export const mark: Handler = (call) => {
  const { store, conversationId, userId } = call;
  const isUnread = bodyOf(call)['isUnread'] ?? null;
  if (isUnread !== null && typeof isUnread !== 'boolean') throw badRequest('isUnread', 'not a boolean');
  checkMember(call);
  const type = isUnread ? 'MarkedUnread' : 'MarkedRead';
  if (isUnread !== null) store.log.append(store.now(), { type, conversationId, userId });
  return {};
};

/** The deprecated way to mark as read, without a body (companion 1). */
export const markReadBy: Handler = (call) => {
  const { store, conversationId, userId } = call;
  checkMember(call);
  store.log.append(store.now(), { type: 'MarkedRead', conversationId, userId });
  return {};
};
