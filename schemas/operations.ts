/**
 * The one table of operations. The OpenAPI document, the validators and the typed client are all driven by it.
 *
 * Paths are relative to `{target}/v1/{appId}`. `request` and `response` name documented types of `schemas/types/`.
 * `returnsNothing` marks calls that have nothing to answer and therefore answer `{}`.
 */
export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
export type Resource = 'users' | 'conversations' | 'participants' | 'messages' | 'readState' | 'inbox';

export interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly resource: Resource;
  readonly summary: string;
  readonly query?: readonly QueryParameter[];
  /** Name of the documented request body type, absent where the call takes no body. */
  readonly request?: string;
  /** Name of the documented type of a 200 body. */
  readonly response: string;
  readonly returnsNothing?: true;
  /** True where what it does depends on the dated API version. API changelog page. */
  readonly versioned?: true;
  /** True where the documentation calls the operation deprecated. */
  readonly deprecated?: true;
}

export type QueryParameter =
  | 'limit'
  | 'startingAfter'
  | 'orderBy'
  | 'orderDirection'
  | 'offsetTs'
  | 'lastMessageAfter'
  | 'lastMessageBefore'
  | 'filter'
  | 'unreadsOnly';

const conversationListQuery = [
  'limit',
  'startingAfter',
  'orderBy',
  'orderDirection',
  'offsetTs',
  'lastMessageAfter',
  'lastMessageBefore',
] as const satisfies readonly QueryParameter[];

export const operations = {
  getUser: {
    method: 'GET',
    path: '/users/{userId}',
    resource: 'users',
    summary: 'Get a user',
    response: 'User',
  },
  putUser: {
    method: 'PUT',
    path: '/users/{userId}',
    resource: 'users',
    summary: 'Create a user or merge attributes into one',
    request: 'UserBody',
    response: 'AnyResult',
  },
  listUserConversations: {
    method: 'GET',
    path: '/users/{userId}/conversations',
    resource: 'inbox',
    summary: 'List the conversations in which a user takes part',
    query: [...conversationListQuery, 'unreadsOnly'],
    response: 'UserConversationList',
    versioned: true,
  },
  getConversation: {
    method: 'GET',
    path: '/conversations/{conversationId}',
    resource: 'conversations',
    summary: 'Get a conversation',
    response: 'Conversation',
  },
  putConversation: {
    method: 'PUT',
    path: '/conversations/{conversationId}',
    resource: 'conversations',
    summary: 'Create a conversation or merge attributes into one',
    request: 'ConversationBody',
    response: 'AnyResult',
  },
  deleteConversation: {
    method: 'DELETE',
    path: '/conversations/{conversationId}',
    resource: 'conversations',
    summary: 'Delete a conversation with everything linked to it',
    response: 'EmptyResult',
    returnsNothing: true,
  },
  listConversations: {
    method: 'GET',
    path: '/conversations',
    resource: 'conversations',
    summary: 'List all conversations of the app',
    query: [...conversationListQuery, 'filter'],
    response: 'ConversationList',
    versioned: true,
  },
  joinConversation: {
    method: 'PUT',
    path: '/conversations/{conversationId}/participants/{userId}',
    resource: 'participants',
    summary: 'Add a participant, or overwrite the settings of one',
    request: 'ParticipationBody',
    response: 'EmptyResult',
    returnsNothing: true,
  },
  modifyParticipation: {
    method: 'PATCH',
    path: '/conversations/{conversationId}/participants/{userId}',
    resource: 'participants',
    summary: 'Change only the given settings of a participant',
    request: 'ParticipationPatchBody',
    response: 'EmptyResult',
    returnsNothing: true,
  },
  leaveConversation: {
    method: 'DELETE',
    path: '/conversations/{conversationId}/participants/{userId}',
    resource: 'participants',
    summary: 'Remove a participant from the conversation',
    response: 'EmptyResult',
    returnsNothing: true,
    versioned: true,
  },
  sendMessages: {
    method: 'POST',
    path: '/conversations/{conversationId}/messages',
    resource: 'messages',
    summary: 'Send one or several messages',
    request: 'MessagesBody',
    response: 'SendResult',
  },
  listMessages: {
    method: 'GET',
    path: '/conversations/{conversationId}/messages',
    resource: 'messages',
    summary: 'List the messages of a conversation, newest first',
    query: ['limit', 'startingAfter'],
    response: 'MessageList',
  },
  getMessage: {
    method: 'GET',
    path: '/conversations/{conversationId}/messages/{messageId}',
    resource: 'messages',
    summary: 'Get a message',
    response: 'Message',
  },
  editMessage: {
    method: 'PUT',
    path: '/conversations/{conversationId}/messages/{messageId}',
    resource: 'messages',
    summary: 'Edit a message',
    request: 'MessageEditBody',
    response: 'AnyResult',
  },
  deleteMessage: {
    method: 'DELETE',
    path: '/conversations/{conversationId}/messages/{messageId}',
    resource: 'messages',
    summary: 'Delete a message',
    response: 'AnyResult',
  },
  setReadState: {
    method: 'PATCH',
    path: '/users/{userId}/conversations/{conversationId}',
    resource: 'readState',
    summary: 'Mark a conversation as read or unread for one user (route not stated by the documentation)',
    request: 'ReadStateBody',
    response: 'EmptyResult',
    returnsNothing: true,
  },
  markRead: {
    method: 'POST',
    path: '/conversations/{conversationId}/readBy/{userId}',
    resource: 'readState',
    summary: 'Mark a conversation as read for one user',
    response: 'EmptyResult',
    returnsNothing: true,
    deprecated: true,
  },
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;
export const operationIds = Object.keys(operations) as OperationId[];
