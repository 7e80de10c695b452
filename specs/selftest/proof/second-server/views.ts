import type { ConversationView, MessageView, Participation, UserView } from './projection.ts';
import { isUnread, lastMessage, readBy, unreadMessages } from './read-state.ts';
import type { Choices } from './switches/index.ts';

/** A Message as documented (companion 3), origin "rest" because all of them came that way. */
export const showMessage = (view: ConversationView, message: MessageView, choices: Choices) => ({
  attachment: null,
  conversationId: view.id,
  createdAt: message.createdAt,
  editedAt: message.editedAt,
  custom: Object.fromEntries(message.custom),
  id: message.messageId,
  location: null,
  origin: 'rest',
  readBy: readBy(view, message, choices),
  senderId: message.senderId,
  text: message.text,
  type: message.type,
  referencedMessageId: message.referencedMessageId,
  ...(choices.messageExtras === 'some' && {
    content: [{ type: 'text', children: [message.text] }],
    reactions: {},
  }),
});

const showParticipation = (view: ConversationView, userId: string, one: Participation, choices: Choices) => ({
  access: one.access === 'None' && choices.noAccess === 'read' ? 'Read' : one.access,
  notify: one.notify,
  isUnread: isUnread(view, userId, choices),
  ...(choices.participantExtras === 'some' && { joinedAt: one.joinedAt, readUntil: one.joinedAt }),
});

const showParticipants = (view: ConversationView, choices: Choices) => {
  const shown = [...view.participants].filter(
    ([, { access }]) => access !== 'None' || choices.noAccess !== 'omitted',
  );
  if (choices.participantOrder === 'latest') shown.reverse();
  if (choices.participantOrder === 'sorted') shown.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(shown.map(([id, one]) => [id, showParticipation(view, id, one, choices)]));
};

/** A Conversation as the page describes it, for single answers and lists alike. */
export const showConversation = (view: ConversationView, choices: Choices) => {
  const last = lastMessage(view);
  return {
    id: view.id,
    subject: view.subject,
    photoUrl: view.photoUrl,
    welcomeMessages: view.welcomeMessages,
    custom: Object.fromEntries(view.custom),
    lastMessage: last && showMessage(view, last, choices),
    participants: showParticipants(view, choices),
    createdAt: view.createdAt,
    topicId: { empty: '', id: view.id, constant: 'default' }[choices.topicId],
    ...(choices.conversationExtras === 'some' && { everyoneReadUntil: view.createdAt, status: 'active' }),
  };
};

/** An item of a user's list: the same, with fields of that user (companion 5: they exist, names unsure). */
export const showInboxItem = (view: ConversationView, userId: string, choices: Choices) => ({
  ...showConversation(view, choices),
  ...(choices.inboxExtras !== 'none' && { isUnread: isUnread(view, userId, choices) }),
  ...(choices.inboxExtras === 'count' && {
    unreadMessageCount: unreadMessages(view, userId, choices).length,
  }),
});

const defaults = { photoUrl: 'https://example.com/nobody.png', locale: 'en-US', role: 'default' };

/** A User with all documented fields (companion 5). */
export const showUser = (view: UserView, choices: Choices) => {
  const contacts = choices.unsetContacts === 'empty' ? [] : null;
  return {
    id: view.id,
    name: view.id,
    welcomeMessage: null,
    photoUrl: null,
    headerPhotoUrl: null,
    role: null,
    email: contacts,
    phone: contacts,
    availabilityText: null,
    locale: null,
    pushTokens: choices.unsetPushTokens === 'null' ? null : {},
    ...(choices.userDefaults === 'filled' && defaults),
    ...view.fields,
    custom: Object.fromEntries(view.custom),
    createdAt: view.createdAt,
    ...(choices.userExtras === 'some' && { isOnline: false, tags: ['none'] }),
  };
};
