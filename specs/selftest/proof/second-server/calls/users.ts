import { asObject, asText, asTextChanges, checkNewId } from '../body.ts';
import type { Json } from '../body.ts';
import type { UserEvent } from '../events.ts';
import { readLimit, readQuery } from '../query.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { showUser } from '../views.ts';
import { bodyOf } from './call.ts';
import type { Call, Handler } from './call.ts';

const texts = ['welcomeMessage', 'photoUrl', 'headerPhotoUrl', 'locale', 'role', 'availabilityText'];
const contacts = ['email', 'phone'];

const asContact = (value: unknown, field: string, { choices }: Call): readonly string[] | null => {
  if (value === null) return null;
  const list = Array.isArray(value) ? value : [value];
  return list.map((one) => asText(one, field, Infinity, choices));
};

const asPushTokens = (value: unknown): Json => {
  const tokens = value === null ? {} : asObject(value);
  if (Object.values(tokens).some((one) => one !== true && one !== null))
    throw badRequest('pushTokens', 'not true');
  return Object.fromEntries(Object.entries(tokens).filter(([, one]) => one === true));
};

/** The event that a user's body stands for: a merge, with a name on creation (companion 5). */
const saving = (userId: string, body: Json, call: Call): UserEvent => {
  const { store, choices } = call;
  const isNew = !store.user(userId);
  if (isNew) checkNewId(userId, choices.userIdMax, choices);
  if (isNew && body['name'] === undefined && choices.namelessUsers === 'refused')
    throw badRequest('name', 'missing');
  const text = (field: string): unknown =>
    body[field] === null ? null : asText(body[field], field, Infinity, choices);
  const fields = {
    ...(body['name'] !== undefined && { name: asText(body['name'], 'name', Infinity, choices) }),
    ...Object.fromEntries(texts.filter((key) => key in body).map((key) => [key, text(key)])),
    ...Object.fromEntries(
      contacts.filter((key) => key in body).map((key) => [key, asContact(body[key], key, call)]),
    ),
    ...('pushTokens' in body && { pushTokens: asPushTokens(body['pushTokens']) }),
  };
  const custom = 'custom' in body && { custom: asTextChanges(body['custom'], choices) };
  return { type: 'UserSaved', userId, fields, ...custom };
};

export const getUser: Handler = ({ store, userId, choices }) => {
  const view = store.user(userId, 'user');
  if (!view) throw new Refusal(404, 'USER_NOT_FOUND');
  return showUser(view, choices);
};

export const putUser: Handler = (call) => {
  const { store, userId, choices } = call;
  store.log.append(store.now(), saving(userId, bodyOf(call), call));
  const view = store.user(userId);
  return choices.putUser === 'resource' && view ? showUser(view, choices) : {};
};

/** PUT of many users by id: at most 100, all or none, with the reasons by id (companion 5). */
export const putUsers: Handler = (call) => {
  const bodies = Object.entries(bodyOf(call));
  if (bodies.length > 100) throw badRequest('body', 'more than 100 users');
  const reasons: Record<string, string> = {};
  const events = bodies.flatMap(([userId, body]) => {
    try {
      return saving(userId, asObject(body), call);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reasons[userId] = Object.entries(error.reasons).join('; ');
      return [];
    }
  });
  if (events.length < bodies.length) throw new Refusal(400, 'BAD_REQUEST', reasons);
  call.store.log.append(call.store.now(), ...events);
  return {};
};

/** GET lists users, those created last first. */
export const listUsers: Handler = ({ store, search, choices }) => {
  const query = readQuery(search, ['limit', 'startingAfter', 'isOnline'], choices);
  const limit = readLimit(query, choices.messagePageDefault, 100, choices);
  const ids = [...store.log.userIds()].reverse();
  const cursor = query.get('startingAfter');
  const start = cursor === undefined ? 0 : ids.indexOf(cursor) + 1;
  if (cursor !== undefined && start === 0) throw badRequest('startingAfter', 'unknown user');
  const page = ids.slice(start, start + limit).flatMap((id) => store.user(id) ?? []);
  return { data: page.map((view) => showUser(view, choices)) };
};
