import type { TypeName } from '../types.ts';
import { changed, nothing } from './change.ts';
import { validExamples } from './valid.ts';

/** A body that breaks exactly one rule of its documented type. */
export interface InvalidExample {
  readonly body: unknown;
  /** JSON pointer of the place that breaks the rule. */
  readonly pointer: string;
  /** What the place has to be, in the words of the validators. */
  readonly expected: string;
  /** Set where the documentation contradicts itself about the place. */
  readonly ambiguous?: true;
}

/** One change to a valid body: where, the value put there, and what had to be there. */
type Change = readonly [pointer: string, value: unknown, expected: string, ambiguous?: 'ambiguous'];

const milliseconds = 'integer from 1000000000000 to 9999999999999 (Unix milliseconds)';
const seconds = 1718438400;
const isoDate = '2024-06-15T08:00:00.000Z';
const noSuchProperty = 'no such property';

/** Every way in which a timestamp is commonly got wrong. */
const notMilliseconds = [
  seconds,
  isoDate,
  '1718438400123',
  1718438400123.5,
  1718438400123456,
  0,
  -1718438400123,
  true,
];
const timestamps = (pointer: string, expected: string): Change[] =>
  notMilliseconds.map((value) => [pointer, value, expected]);
const required = (expected: string, ...pointers: string[]): Change[] =>
  pointers.map((pointer) => [pointer, nothing, expected]);
const wrong = (value: unknown, expected: string, ...pointers: string[]): Change[] =>
  pointers.map((pointer) => [pointer, value, expected]);
const inside = (prefix: string, changes: readonly Change[]): Change[] =>
  changes.map(([pointer, value, expected, ambiguous]) =>
    ambiguous
      ? [`${prefix}${pointer}`, value, expected, ambiguous]
      : [`${prefix}${pointer}`, value, expected],
  );

const message: Change[] = [
  ...required('string', '/id', '/conversationId', '/origin'),
  ...wrong(7, 'string', '/id', '/conversationId', '/origin', '/readBy/0', '/custom/channel'),
  ...wrong(null, 'string', '/id', '/conversationId', '/origin', '/custom/channel'),
  ...required('string or null', '/senderId', '/text', '/referencedMessageId'),
  ...wrong(false, 'string or null', '/senderId', '/text', '/referencedMessageId'),
  ...required('"UserMessage" or "SystemMessage"', '/type'),
  ...wrong('usermessage', '"UserMessage" or "SystemMessage"', '/type'),
  ...required('array', '/readBy'),
  ...wrong(null, 'array', '/readBy'),
  ...wrong({ bob: true }, 'array', '/readBy'),
  ...required('object or null', '/attachment'),
  ...wrong('wheel.png', 'object or null', '/attachment'),
  ...required('array, object or null', '/location'),
  ...wrong('52.08,4.31', 'array, object or null', '/location'),
  ...required('object', '/custom'),
  ...wrong(null, 'object', '/custom'),
  ...wrong([], 'object', '/custom'),
  ...required(milliseconds, '/createdAt'),
  ...wrong(null, milliseconds, '/createdAt'),
  ...timestamps('/createdAt', milliseconds),
  ...required(`${milliseconds} or null`, '/editedAt'),
  ...timestamps('/editedAt', `${milliseconds} or null`),
];

const readState: Change = ['/participants/alice/isUnread', nothing, 'boolean'];

const conversation: Change[] = [
  ...required('string', '/id'),
  ...wrong(null, 'string', '/id', '/custom/order', '/welcomeMessages/1'),
  ...wrong(77, 'string', '/id', '/custom/order', '/welcomeMessages/1'),
  ...required('string or null', '/subject', '/photoUrl'),
  ...wrong({}, 'string or null', '/subject', '/photoUrl'),
  ...required('array or null', '/welcomeMessages'),
  ...wrong('Hello', 'array or null', '/welcomeMessages'),
  ...required('object', '/custom', '/participants'),
  ...wrong(null, 'object', '/custom', '/participants', '/participants/alice'),
  ...wrong(['alice'], 'object', '/custom', '/participants', '/participants/alice'),
  ...required('object or null', '/lastMessage'),
  ...wrong('Is the front wheel ready?', 'object or null', '/lastMessage'),
  ...required(milliseconds, '/createdAt'),
  ...timestamps('/createdAt', milliseconds),
  ...required('"ReadWrite" or "Read"', '/participants/alice/access'),
  ...wrong('Write', '"ReadWrite" or "Read"', '/participants/bob/access'),
  ...required('boolean or "MentionsOnly"', '/participants/alice/notify'),
  ...wrong('true', 'boolean or "MentionsOnly"', '/participants/alice/notify'),
  ...wrong(null, 'boolean or "MentionsOnly"', '/participants/alice/notify'),
  ...wrong('false', 'boolean', '/participants/alice/isUnread'),
  ...wrong(null, 'boolean', '/participants/bob/isUnread'),
  ['/topicId', nothing, 'string', 'ambiguous'],
  ['/topicId', null, 'string', 'ambiguous'],
  ['/topicId', 7, 'string', 'ambiguous'],
  ...inside('/lastMessage', message),
];

const list: Change[] = [
  ...required('array', '/data'),
  ...wrong(null, 'array', '/data'),
  ...wrong({}, 'array', '/data'),
  ...wrong(null, 'object', '/data/1'),
];

const participation: Change[] = [
  ...wrong(1, 'boolean or "MentionsOnly"', '/notify'),
  ...wrong('mentionsOnly', 'boolean or "MentionsOnly"', '/notify'),
  ['/acces', 'Read', noSuchProperty],
];

/** What no body that has to be an object may be. */
const notAnObject: Change[] = [null, [], 'text', 5].map((value) => ['', value, 'object']);

const conversations: Change[] = [
  ...notAnObject,
  ...list,
  ...inside('/data/0', [...conversation, ['/participants/alice/isUnread', nothing, 'boolean', 'ambiguous']]),
];

const changes: Record<TypeName, readonly Change[]> = {
  AnyResult: notAnObject,
  EmptyResult: notAnObject,
  Conversation: [...notAnObject, ...conversation, readState],
  ConversationList: conversations,
  UserConversationList: [...conversations, ['/data/0/isUnread', 'yes', 'boolean', 'ambiguous']],
  Message: [...notAnObject, ...inside('', message)],
  MessageList: [...notAnObject, ...list, ...inside('/data/1', message)],
  SendResult: [
    ...wrong({}, 'array', ''),
    ...wrong('msg_5kQzWtB1xNfYd8', 'object', '/0'),
    ...required('string', '/1/id'),
    ...wrong(5, 'string', '/1/id'),
  ],
  User: [
    ...notAnObject,
    ...required('string', '/id', '/name'),
    ...wrong(null, 'string', '/id', '/name', '/email/0', '/phone/0', '/custom/club'),
    ...wrong('alice@example.org', 'array or null', '/email', '/phone'),
    ...wrong(
      7,
      'string or null',
      '/welcomeMessage',
      '/photoUrl',
      '/headerPhotoUrl',
      '/role',
      '/locale',
      '/availabilityText',
    ),
    ...wrong([], 'object or null', '/custom', '/pushTokens'),
    ...wrong('yes', 'boolean or null', '/pushTokens/fcm:token-of-a-phone'),
    ...timestamps('/createdAt', `${milliseconds} or null`),
  ],
  ConversationBody: [
    ...notAnObject,
    ...wrong(null, 'array', '/participants'),
    ...wrong(7, 'string', '/participants/0', '/welcomeMessages/0'),
    ...wrong(7, 'string or null', '/subject', '/photoUrl', '/custom/order'),
    ...wrong('Hello', 'array or null', '/welcomeMessages'),
    ...wrong([], 'object or null', '/custom'),
    ['/topicId', 'workshop', noSuchProperty],
    ['/welcomeMessage', 'Hello', noSuchProperty],
  ],
  UserBody: [
    ...notAnObject,
    ...wrong(null, 'string', '/name', '/email/0', '/phone/0'),
    ...wrong('alice@example.org', 'array or null', '/email', '/phone'),
    ...wrong(
      7,
      'string or null',
      '/welcomeMessage',
      '/photoUrl',
      '/headerPhotoUrl',
      '/role',
      '/locale',
      '/availabilityText',
    ),
    ...wrong(7, 'string or null', '/custom/club'),
    ...wrong([], 'object or null', '/custom', '/pushTokens'),
    ...wrong('yes', 'boolean or null', '/pushTokens/fcm:token-of-a-phone'),
    ['/fullName', 'Alice', noSuchProperty],
  ],
  ParticipationBody: [
    ...notAnObject,
    ...wrong('None', '"ReadWrite" or "Read"', '/access'),
    ...wrong(null, '"ReadWrite" or "Read"', '/access'),
    ...participation,
  ],
  ParticipationPatchBody: [
    ...notAnObject,
    ...wrong('Write', '"ReadWrite", "Read" or "None"', '/access'),
    ...participation,
  ],
  MessagesBody: [
    ...wrong([], 'array of 1 to 10 items', ''),
    ...wrong(Array(11).fill({ type: 'SystemMessage', text: 'x' }), 'array of 1 to 10 items', ''),
    ...wrong({ type: 'SystemMessage', text: 'x' }, 'array of 1 to 10 items', ''),
    ...wrong('x', 'object', '/0'),
    ...wrong('Message', '"UserMessage" or "SystemMessage"', '/0/type'),
    ...required('"UserMessage" or "SystemMessage"', '/0/type'),
    ...required('string', '/0/sender', '/0/text'),
    ...wrong(
      7,
      'string',
      '/0/sender',
      '/0/text',
      '/0/referencedMessageId',
      '/0/idempotencyKey',
      '/0/custom/channel',
    ),
    ...wrong(null, 'object', '/0/custom'),
    ['/0/senderId', 'alice', noSuchProperty],
  ],
  MessageEditBody: [
    ...notAnObject,
    ...wrong(null, 'string', '/text'),
    ...wrong([], 'object or null', '/custom'),
    ...wrong(7, 'string or null', '/custom/channel'),
    ['/txt', 'x', noSuchProperty],
  ],
  ReadStateBody: [
    ...notAnObject,
    ...wrong('true', 'boolean or null', '/isUnread'),
    ['/unread', true, noSuchProperty],
  ],
};

/** Bodies that do not conform, by documented type: the first valid example with one change each. */
export const invalidExamples: Readonly<Record<TypeName, readonly InvalidExample[]>> = mapNames((name) => {
  const valid: unknown = Object.values(validExamples[name])[0];
  return changes[name].map((change) => exampleFrom(valid, change));
});

function exampleFrom(valid: unknown, [pointer, value, expected, ambiguous]: Change): InvalidExample {
  return { body: changed(valid, pointer, value), pointer, expected, ...(ambiguous && { ambiguous: true }) };
}

function mapNames<Value>(valueFor: (name: TypeName) => Value): Record<TypeName, Value> {
  const names = Object.keys(changes) as TypeName[];
  return Object.fromEntries(names.map((name) => [name, valueFor(name)])) as Record<TypeName, Value>;
}
