import type {
  Conversation,
  Message,
  RequestTypes,
  ResponseTypes,
  SystemMessageBody,
  User,
  UserMessageBody,
} from '../types.ts';

/** Bodies that conform, by documented type and name. The compiler holds them to the type as well. */
export type ValidExamples = {
  [Name in keyof ResponseTypes]: Record<string, ResponseTypes[Name]>;
} & {
  [Name in keyof RequestTypes]: Record<string, RequestTypes[Name]>;
};

const userMessage: Message = {
  id: 'msg_5kQzWtB1xNfYd8',
  conversationId: 'bicycle-repair-77',
  type: 'UserMessage',
  senderId: 'alice',
  text: 'Is the front wheel ready? 🚲',
  origin: 'rest',
  readBy: ['bob'],
  attachment: null,
  location: null,
  custom: { channel: 'counter' },
  referencedMessageId: 'msg_2cVhRj7uLpEo3a',
  createdAt: 1718438400123,
  editedAt: 1718438460000,
};

const systemMessage: Message = {
  ...userMessage,
  id: 'msg_8yTgMn4sKbXw1i',
  type: 'SystemMessage',
  senderId: null,
  text: 'The repair has been paid for.',
  readBy: [],
  custom: {},
  referencedMessageId: null,
  editedAt: null,
};

const fileMessage: Message = {
  ...systemMessage,
  id: 'msg_0aHdPq6vCzJr9e',
  type: 'UserMessage',
  senderId: 'bob',
  text: null,
  attachment: { url: 'https://example.org/wheel.png', size: 48211 },
  location: [52.08, 4.31],
};

const conversation: Conversation = {
  id: 'bicycle-repair-77',
  subject: 'Front wheel of the red bicycle',
  photoUrl: 'https://example.org/red-bicycle.png',
  welcomeMessages: ['Tell us what is broken.', 'We answer before noon.'],
  custom: { order: '77', answered: 'true' },
  lastMessage: userMessage,
  participants: {
    alice: { access: 'ReadWrite', notify: true, isUnread: false },
    bob: { access: 'Read', notify: 'MentionsOnly', isUnread: true },
  },
  createdAt: 1718438300456,
  topicId: 'workshop',
};

const bareConversation: Conversation = {
  id: 'empty',
  subject: null,
  photoUrl: null,
  welcomeMessages: null,
  custom: {},
  lastMessage: null,
  participants: {},
  createdAt: 1718438300457,
  topicId: '',
};

const user: User = {
  id: 'alice',
  name: 'Alice',
  email: ['alice@example.org'],
  phone: ['+31555000111'],
  welcomeMessage: 'Hi, I own the red bicycle.',
  photoUrl: 'https://example.org/alice.png',
  headerPhotoUrl: null,
  role: 'customer',
  locale: 'nl-NL',
  availabilityText: null,
  custom: { club: 'Spokes' },
  pushTokens: { 'fcm:token-of-a-phone': true },
  createdAt: 1718000000000,
};

const userMessageBody: UserMessageBody = {
  type: 'UserMessage',
  sender: 'alice',
  text: 'Is the front wheel ready? 🚲',
  referencedMessageId: 'msg_2cVhRj7uLpEo3a',
  custom: { channel: 'counter' },
  idempotencyKey: 'wheel-question-1',
};

const systemMessageBody: SystemMessageBody = {
  type: 'SystemMessage',
  text: 'The repair has been paid for.',
  custom: { amount: '25' },
  idempotencyKey: 'paid-77',
};

export const validExamples = {
  AnyResult: { empty: {}, withMembers: { id: 'bicycle-repair-77' } },
  EmptyResult: { empty: {} },
  Conversation: {
    full: conversation,
    bare: bareConversation,
    withFile: { ...conversation, lastMessage: fileMessage },
  },
  ConversationList: { onePage: { data: [conversation, bareConversation] }, afterTheLast: { data: [] } },
  Message: { fromUser: userMessage, fromSystem: systemMessage, withFile: fileMessage },
  MessageList: { onePage: { data: [systemMessage, userMessage] }, afterTheLast: { data: [] } },
  SendResult: { two: [{ id: 'msg_5kQzWtB1xNfYd8' }, { id: 'msg_8yTgMn4sKbXw1i' }] },
  User: {
    full: user,
    minimal: { id: 'bob', name: 'Bob' },
    cleared: {
      id: 'carol',
      name: 'Carol',
      email: null,
      phone: null,
      custom: null,
      pushTokens: null,
      createdAt: null,
    },
  },
  UserConversationList: {
    onePage: { data: [{ ...conversation, isUnread: true }, bareConversation] },
    afterTheLast: { data: [] },
  },
  ConversationBody: {
    create: {
      participants: ['alice', 'bob'],
      subject: 'Front wheel of the red bicycle',
      welcomeMessages: ['Tell us what is broken.'],
      custom: { order: '77' },
      photoUrl: 'https://example.org/red-bicycle.png',
    },
    clear: { subject: null, welcomeMessages: null, custom: null, photoUrl: null },
    removeOneKey: { custom: { order: null } },
    nothing: {},
  },
  UserBody: {
    create: {
      name: 'Alice',
      email: ['alice@example.org'],
      phone: ['+31555000111'],
      welcomeMessage: 'Hi, I own the red bicycle.',
      photoUrl: 'https://example.org/alice.png',
      headerPhotoUrl: 'https://example.org/alice-wide.png',
      role: 'customer',
      locale: 'nl-NL',
      availabilityText: 'In the evening',
      custom: { club: 'Spokes' },
      pushTokens: { 'fcm:token-of-a-phone': true },
    },
    clear: { email: null, phone: null, custom: null, pushTokens: null },
  },
  ParticipationBody: { reader: { access: 'Read', notify: 'MentionsOnly' }, defaults: {} },
  ParticipationPatchBody: { mute: { notify: false }, hide: { access: 'None', notify: false } },
  MessagesBody: {
    one: [userMessageBody],
    mixed: [systemMessageBody, { type: 'UserMessage', sender: 'bob', text: 'Yes.' }],
  },
  MessageEditBody: {
    text: { text: 'Is the wheel ready?', custom: { channel: 'web' } },
    clearCustom: { custom: null },
  },
  ReadStateBody: {
    unread: { isUnread: true },
    read: { isUnread: false },
    noChange: { isUnread: null },
    leftOut: {},
  },
} satisfies ValidExamples;
