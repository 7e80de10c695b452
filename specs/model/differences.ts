/** Compares what an answer shows with what is known, and takes from it what was not known yet. Pure functions. */
import { isObject } from '../../fixtures/reading/read.ts';
import { show } from '../../fixtures/reading/show.ts';
import type { Conversation, Custom, Message } from './conversation.ts';

/** What part of a conversation is not as it has to be. */
export type Aspect =
  | 'subject'
  | 'photoUrl'
  | 'welcomeMessages'
  | 'custom'
  | 'participants'
  | 'settings'
  | 'unread'
  | 'lastMessage'
  | 'readBy'
  | 'createdAt'
  | 'missing';

/** One way in which an answer contradicts the model. */
export interface Difference {
  readonly aspect: Aspect;
  /** Key of custom, or id of the person whom it is about. */
  readonly about?: string;
  /** Something is shown that should not be, as opposed to something that is lacking or wrong. */
  readonly surplus?: true;
  readonly expected: string;
  readonly received: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The first difference between a conversation that was shown and the model; undefined where there is none. */
export function difference(shown: unknown, model: Conversation, inList: boolean): Difference | undefined {
  if (!isObject(shown)) return { aspect: 'missing', expected: 'a conversation', received: show(shown) };
  return (
    attributes(shown, model) ??
    customDifference(shown['custom'], model.custom) ??
    membershipDifference(shown['participants'], model) ??
    lastMessageDifference(shown['lastMessage'], model) ??
    settingsDifference(shown['participants'], model, inList) ??
    (model.createdAt !== undefined && shown['createdAt'] !== model.createdAt
      ? differs('createdAt', model.createdAt, shown['createdAt'])
      : undefined)
  );
}

function differs(aspect: Aspect, expected: unknown, received: unknown, about?: string): Difference {
  return {
    aspect,
    expected: `${aspect} ${show(expected)}`,
    received: `${aspect} ${show(received)}`,
    ...(about === undefined ? {} : { about }),
  };
}

function attributes(shown: Fields, model: Conversation): Difference | undefined {
  for (const name of ['subject', 'photoUrl', 'welcomeMessages'] as const)
    if (JSON.stringify(shown[name]) !== JSON.stringify(model[name]))
      return differs(name, model[name], shown[name]);
  return undefined;
}

function customDifference(shown: unknown, model: Custom): Difference | undefined {
  const fields = isObject(shown) ? shown : {};
  for (const [key, value] of Object.entries(model))
    if (!Object.hasOwn(fields, key) || fields[key] !== value) {
      const seen = Object.hasOwn(fields, key) ? show(fields[key]) : 'nothing';
      return {
        aspect: 'custom',
        about: key,
        expected: `custom ${show(key)} ${show(value)}`,
        received: `custom ${show(key)} ${seen}`,
      };
    }
  const surplus = Object.keys(fields).find((key) => !Object.hasOwn(model, key));
  if (surplus === undefined) return undefined;
  return {
    aspect: 'custom',
    about: surplus,
    surplus: true,
    expected: `no custom ${show(surplus)}`,
    received: `custom ${show(surplus)} ${show(fields[surplus])}`,
  };
}

function membershipDifference(shown: unknown, model: Conversation): Difference | undefined {
  const fields = isObject(shown) ? shown : {};
  const ids = (of: Iterable<string>): string => show([...of].sort());
  const lacking = [...model.participants.keys()].find((id) => !Object.hasOwn(fields, id));
  const surplus = Object.keys(fields).find((id) => !model.participants.has(id));
  if (lacking === undefined && surplus === undefined) return undefined;
  return {
    aspect: 'participants',
    about: lacking ?? surplus ?? '',
    ...(lacking === undefined ? { surplus: true } : {}),
    expected: `participants ${ids(model.participants.keys())}`,
    received: `participants ${ids(Object.keys(fields))}`,
  };
}

function settingsDifference(shown: unknown, model: Conversation, inList: boolean): Difference | undefined {
  const fields = isObject(shown) ? shown : {};
  for (const [id, one] of model.participants) {
    const seen = isObject(fields[id]) ? fields[id] : {};
    if (seen['access'] !== one.access || seen['notify'] !== one.notify)
      return {
        aspect: 'settings',
        about: id,
        expected: `${id} with access ${one.access}, notify ${one.notify}`,
        received: `${id} with access ${show(seen['access'])}, notify ${show(seen['notify'])}`,
      };
    // The sample of the list has no isUnread, the type has one.
    const silent = inList && seen['isUnread'] === undefined;
    if (one.isUnread !== undefined && seen['isUnread'] !== one.isUnread && !silent)
      return {
        aspect: 'unread',
        about: id,
        expected: `isUnread ${one.isUnread} for ${id}`,
        received: `isUnread ${show(seen['isUnread'])} for ${id}`,
      };
  }
  return undefined;
}

function lastMessageDifference(shown: unknown, { messages }: Conversation): Difference | undefined {
  const newest = messages.at(-1);
  if (newest === undefined) return shown === null ? undefined : differs('lastMessage', null, shown);
  const seen = isObject(shown) ? messages.find(({ id }) => id === shown['id']) : undefined;
  if (seen === undefined || !isObject(shown) || !isNewest(seen, messages))
    return {
      aspect: 'lastMessage',
      expected: `lastMessage ${show(newest.text)} (${show(newest.id)})`,
      received: `lastMessage ${isObject(shown) ? `${show(shown['text'])} (${show(shown['id'])})` : show(shown)}`,
    };
  return messageDifference(shown, seen);
}

/** None is certainly newer: of equal timestamps any may be called the newest. */
function isNewest(message: Message, messages: readonly Message[]): boolean {
  const newest = messages.at(-1);
  return message === newest || (message.createdAt !== undefined && message.createdAt === newest?.createdAt);
}

/** The first difference between a message that was shown and the model. */
export function messageDifference(shown: Fields, model: Message): Difference | undefined {
  for (const name of ['type', 'senderId', 'text'] as const)
    if (shown[name] !== model[name])
      return {
        aspect: 'lastMessage',
        expected: `message with ${name} ${show(model[name])}`,
        received: `message with ${name} ${show(shown[name])}`,
      };
  const custom = customDifference(shown['custom'], model.custom);
  if (custom !== undefined)
    return {
      aspect: 'lastMessage',
      expected: `message with ${custom.expected}`,
      received: `message with ${custom.received}`,
    };
  if (model.createdAt !== undefined && shown['createdAt'] !== model.createdAt)
    return {
      aspect: 'lastMessage',
      expected: `message with createdAt ${model.createdAt}`,
      received: `message with createdAt ${show(shown['createdAt'])}`,
    };
  return readByDifference(shown['readBy'], model);
}

function readByDifference(shown: unknown, { readBy, text }: Message): Difference | undefined {
  const seen: readonly unknown[] = Array.isArray(shown) ? shown : [];
  const lacking = [...readBy].find(([id, reader]) => reader === 'must' && !seen.includes(id))?.[0];
  const surplus = seen.find((id) => !readBy.has(String(id)));
  if (lacking === undefined && surplus === undefined) return undefined;
  return {
    aspect: 'readBy',
    about: lacking ?? String(surplus),
    ...(lacking === undefined ? { surplus: true } : {}),
    expected: `readBy of ${show(text)} ${lacking === undefined ? 'without' : 'with'} ${show(lacking ?? surplus)}`,
    received: `readBy ${show(shown)}`,
  };
}

/**
 * Takes from an answer what the model could not know. Timestamps of messages are facts as soon as they are seen. What is
 * open is settled only by an answer that must be up to date, and `createdAt` by one that cannot show an earlier
 * conversation of the same id.
 */
export function settle(
  shown: unknown,
  model: Conversation,
  { upToDate, isThisOne }: { readonly upToDate: boolean; readonly isThisOne: boolean },
): Conversation {
  if (!isObject(shown)) return model;
  const participants = isObject(shown['participants']) ? shown['participants'] : {};
  const createdAt = Number.isInteger(shown['createdAt']) ? (shown['createdAt'] as number) : undefined;
  return {
    ...model,
    createdAt: model.createdAt ?? (isThisOne ? createdAt : undefined),
    messages: settleMessages([shown['lastMessage']], model.messages),
    participants: new Map(
      [...model.participants].map(([id, one]) => {
        const seen = isObject(participants[id]) ? participants[id]['isUnread'] : undefined;
        const settles = upToDate && one.isUnread === undefined && typeof seen === 'boolean';
        return [id, settles ? { ...one, isUnread: seen } : one];
      }),
    ),
  };
}

/** The messages with the timestamps that these answers tell. */
export function settleMessages(shown: readonly unknown[], messages: readonly Message[]): readonly Message[] {
  const times = new Map(
    shown.flatMap((one) =>
      isObject(one) && Number.isInteger(one['createdAt']) ? [[one['id'], one['createdAt'] as number]] : [],
    ),
  );
  return messages.map((message) => ({ ...message, createdAt: message.createdAt ?? times.get(message.id) }));
}
