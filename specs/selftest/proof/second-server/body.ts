import type { Access, AttributeChanges, Notify, TextChanges } from './events.ts';
import { badRequest } from './refusal.ts';
import type { Choices } from './switches/index.ts';

export type Json = Readonly<Record<string, unknown>>;

/** The body as an object. A list is none: the documented types are objects. */
export const asObject = (body: unknown): Json => {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest('body', 'not an object');
  return body as Json;
};

/** A text as it is stored: unchanged, unless a choice about odd characters says otherwise. */
export const asText = (value: unknown, field: string, max: number, choices: Choices): string => {
  if (typeof value !== 'string') throw badRequest(field, 'not a string');
  if (value.length > max) throw badRequest(field, `longer than ${max} characters`);
  if (choices.nulCharacters === 'refused' && value.includes('\0')) throw badRequest(field, 'has U+0000');
  if (choices.loneSurrogates === 'kept' || !/\p{Surrogate}/u.test(value)) return value;
  if (choices.loneSurrogates === 'refused') throw badRequest(field, 'has half a surrogate pair');
  return value.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
};

const allowed: Readonly<Record<string, readonly string[]>> = {
  conversation: ['participants', 'subject', 'welcomeMessages', 'custom', 'photoUrl'],
  participation: ['access', 'notify'],
};
const managed = ['id', 'createdAt', 'lastMessage', 'topicId'];

/** Attributes that nobody documents for this body. Base: they are ignored. */
export const checkExtras = (
  body: Json,
  kind: 'conversation' | 'participation',
  id: string,
  choices: Choices,
): void => {
  const unknown = Object.keys(body).filter((key) => !allowed[kind]?.includes(key));
  const { extraAttributes } = choices;
  if (extraAttributes === 'other-id' && 'id' in body && body['id'] !== id)
    throw badRequest('id', 'another id');
  const refused = unknown.find((key) => extraAttributes === 'unknown' || managed.includes(key));
  if (refused !== undefined && (extraAttributes === 'unknown' || extraAttributes === 'managed'))
    throw badRequest(refused, 'cannot be set');
};

/** A map of texts, or null. A null value removes its key (companion 7). */
export const asTextChanges = (value: unknown, choices: Choices): TextChanges => {
  if (value === null) return null;
  const changes = new Map<string, string | null>();
  for (const [key, entry] of Object.entries(asObject(value))) {
    const field = `custom.${key}`;
    asText(key, field, choices.customKeyMax, choices);
    const scalar = typeof entry === 'number' || typeof entry === 'boolean';
    if (choices.customScalars === 'dropped' && entry !== null && typeof entry !== 'string') continue;
    if (entry === null) changes.set(key, null);
    else if (scalar && choices.customScalars === 'converted') changes.set(key, String(entry));
    else changes.set(key, asText(entry, field, choices.customValueMax, choices));
  }
  return changes;
};

type Emptiness = 'stored' | 'refused' | 'null';

const ifEmpty = (empty: boolean, how: Emptiness, field: string): boolean => {
  if (empty && how === 'refused') throw badRequest(field, 'empty');
  return empty && how === 'null';
};

const asSubject = (value: unknown, choices: Choices): string | null => {
  if (value === null || ifEmpty(value === '', choices.emptySubject, 'subject')) return null;
  return asText(value, 'subject', choices.subjectMax, choices);
};

const asPhotoUrl = (value: unknown, choices: Choices): string | null => {
  if (value === null || ifEmpty(value === '', choices.emptyPhotoUrl, 'photoUrl')) return null;
  const text = asText(value, 'photoUrl', choices.photoUrlMax, choices);
  const form = choices.photoUrlForm;
  if (form === 'url' && text !== '' && !URL.canParse(text)) throw badRequest('photoUrl', 'no URL');
  if (form === 'https' && text !== '' && !text.startsWith('https://'))
    throw badRequest('photoUrl', 'no https');
  return text;
};

const asWelcomeMessages = (value: unknown, choices: Choices): readonly string[] | null => {
  if (value === null) return null;
  if (!Array.isArray(value)) throw badRequest('welcomeMessages', 'not a list');
  if (ifEmpty(value.length === 0, choices.emptyWelcomeList, 'welcomeMessages')) return null;
  if (value.length > choices.welcomeCountMax) throw badRequest('welcomeMessages', 'too many');
  if (choices.emptyWelcomeText === 'refused' && value.includes(''))
    throw badRequest('welcomeMessages', 'empty');
  return value.map((text) => asText(text, 'welcomeMessages', choices.welcomeTextMax, choices));
};

/** The attributes of a conversation that this body sets (page: RequestBody). */
export const readAttributes = (body: Json, choices: Choices): AttributeChanges => ({
  ...('subject' in body && { subject: asSubject(body['subject'], choices) }),
  ...('photoUrl' in body && { photoUrl: asPhotoUrl(body['photoUrl'], choices) }),
  ...('welcomeMessages' in body && { welcomeMessages: asWelcomeMessages(body['welcomeMessages'], choices) }),
  ...('custom' in body && { custom: asTextChanges(body['custom'], choices) }),
});

/** The ids in `participants`, each once. */
export const readParticipants = (body: Json, choices: Choices): readonly string[] => {
  const value = body['participants'];
  if (value === undefined || (value === null && choices.nullParticipants === 'ignored')) return [];
  if (!Array.isArray(value)) throw badRequest('participants', 'not a list');
  const ids = value.map((id) => asText(id, 'participants', Infinity, choices));
  const once = [...new Set(ids)];
  if (ids.length === 0 && choices.emptyParticipants === 'refused') throw badRequest('participants', 'empty');
  if (once.length < ids.length && choices.doubledParticipants === 'refused')
    throw badRequest('participants', 'somebody is named twice');
  if (once.length > choices.participantsPerCallMax) throw badRequest('participants', 'too many in one call');
  return once;
};

/** Settings of a participation as sent (companion 4); "None" is for PATCH alone. */
export const readSettings = (
  body: Json,
  accesses: readonly Access[],
  choices: Choices,
): { access?: Access; notify?: Notify } => {
  const sent = (key: string): unknown =>
    choices.nullSettings === 'absent' && body[key] === null ? undefined : body[key];
  const access = accesses.find((one) => one === sent('access'));
  const notify = ([true, false, 'MentionsOnly'] as const).find((one) => one === sent('notify'));
  if (sent('access') !== undefined && access === undefined) throw badRequest('access', 'unknown value');
  if (sent('notify') !== undefined && notify === undefined) throw badRequest('notify', 'unknown value');
  return { ...(access !== undefined && { access }), ...(notify !== undefined && { notify }) };
};

/** Refuses a new id that this server does not take. */
export const checkNewId = (id: string, max: number, choices: Choices): void => {
  const form = { any: /^/, 'no-slash': /^[^/\\]*$/, ascii: /^[ -~]*$/, 'url-safe': /^[\w.~-]*$/ };
  if (id.length > max) throw badRequest('id', `longer than ${max} characters`);
  if (!form[choices.idForm].test(id)) throw badRequest('id', 'has characters that are not allowed');
};
