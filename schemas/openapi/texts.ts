import type { OperationId, Resource } from '../operations.ts';

export const documentDescription = [
  'The documented requests and responses of the Conversations resource and of what it stands on, as the conformance',
  'suite understands them. Generated from the types in `schemas/types/`. Responses may carry further properties;',
  'requests are listed with the documented properties only.',
].join(' ');

export const resourceDescriptions: Record<Resource, string> = {
  users: 'The people who take part in conversations.',
  conversations: 'Conversations and their attributes.',
  participants: 'Who takes part in a conversation, and how.',
  messages: 'What was written in a conversation.',
  readState: 'Whether a conversation is read or unread for one user.',
  inbox: 'The conversations of one user.',
};

export const operationDescriptions: Record<OperationId, string> = {
  getUser: 'Answers the attributes of a user, or 404 if there is none with this id.',
  putUser: 'Creates the user if there is none with this id. Otherwise only the attributes sent are changed.',
  listUserConversations: 'Answers one page of the conversations that the user takes part in.',
  getConversation:
    'Answers the attributes, participants and last message, or 404 if there is no such conversation.',
  putConversation:
    'Creates the conversation if there is none with this id. Otherwise only the attributes sent are changed; people ' +
    'listed are added, people not listed stay.',
  deleteConversation:
    'Removes the conversation, its messages and its participations for good. The users remain.',
  listConversations:
    'Answers one page of all the conversations of the app, the latest activity first unless asked otherwise.',
  joinConversation:
    'Adds the user with the settings sent; settings left out take their defaults, also on a repeated call.',
  modifyParticipation: 'Changes the settings sent and keeps the others.',
  leaveConversation: 'Ends the participation of the user. Nothing happens if the user does not take part.',
  sendMessages: 'Sends 1 to 10 messages in the given order, and answers their ids in the same order.',
  listMessages: 'Answers one page of messages, the newest first.',
  getMessage: 'Answers a single message.',
  editMessage: 'Changes the parts of the message that are sent.',
  deleteMessage: 'Removes the message from the conversation.',
  setReadState:
    'Marking as read also marks the messages as read by the user; marking as unread leaves the messages alone. The ' +
    'documentation names neither method nor path: both are an assumption that the suite lets you configure.',
  markRead: 'The former way to mark a conversation as read. Use the read state instead.',
};

/** Error answers that every operation can give. Their bodies are not documented: each example is one that servers give. */
export const errorDescriptions = {
  '400': {
    name: 'BadRequest',
    description: 'The request is not well-formed, or breaks the documented types.',
    example: { errorCode: 'INVALID_ARGUMENT', reasons: { subject: 'is no string' } },
  },
  '401': {
    name: 'Unauthorized',
    description: 'The credential is missing or wrong.',
    example: { errorCode: 'UNAUTHORIZED' },
  },
  '404': {
    name: 'NotFound',
    description: 'The app, or something that the path names, does not exist.',
    example: { errorCode: 'CONVERSATION_NOT_FOUND' },
  },
  '429': {
    name: 'TooManyRequests',
    description: 'Too many requests were made within a short time. The same request may succeed later.',
    example: { errorCode: 'TOO_MANY_REQUESTS' },
  },
  '5XX': {
    name: 'ServerError',
    description: 'The server failed, for no fault of the request. The same request may succeed later.',
    example: { errorCode: 'INTERNAL' },
  },
} as const;
