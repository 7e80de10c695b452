import { listConversations, listInbox } from '../calls/conversation-lists.ts';
import { deleteConversation, getConversation, putConversation } from '../calls/conversations.ts';
import { deleteMessage, getMessage, listMessages, postMessages, putMessage } from '../calls/messages.ts';
import { join, leave, mark, markReadBy, modify } from '../calls/participants.ts';
import { getUser, listUsers, putUser, putUsers } from '../calls/users.ts';
import type { Handler } from '../calls/call.ts';
import type { Choices } from '../switches/index.ts';

/** One call of the API. */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  readonly path: string;
  readonly handler: Handler;
  /** Set where official code sends neither body nor content type. */
  readonly bodyless?: true;
}

const conversation = '/conversations/:conversationId';
const participation = `${conversation}/participants/:userId`;
const message = `${conversation}/messages/:messageId`;

/** The documented calls (page; companion 1, 3, 4 and 5), below /v1/{appId}. */
export const routesOf = (choices: Choices): readonly Route[] => [
  { method: 'GET', path: '/conversations', handler: listConversations },
  { method: 'GET', path: conversation, handler: getConversation },
  { method: 'PUT', path: conversation, handler: putConversation },
  { method: 'DELETE', path: conversation, handler: deleteConversation, bodyless: true },
  { method: 'PUT', path: participation, handler: join },
  { method: 'PATCH', path: participation, handler: modify },
  { method: 'DELETE', path: participation, handler: leave, bodyless: true },
  { method: 'GET', path: `${conversation}/messages`, handler: listMessages },
  { method: 'POST', path: `${conversation}/messages`, handler: postMessages },
  { method: 'GET', path: message, handler: getMessage },
  { method: 'PUT', path: message, handler: putMessage },
  { method: 'DELETE', path: message, handler: deleteMessage, bodyless: true },
  { method: 'GET', path: '/users', handler: listUsers },
  { method: 'PUT', path: '/users', handler: putUsers },
  { method: 'GET', path: '/users/:userId', handler: getUser },
  { method: 'PUT', path: '/users/:userId', handler: putUser },
  { method: 'GET', path: '/users/:userId/conversations', handler: listInbox },
  { method: 'PATCH', path: '/users/:userId/conversations/:conversationId', handler: mark },
  ...(choices.legacyReadBy === 'served'
    ? [
        {
          method: 'POST',
          path: `${conversation}/readBy/:userId`,
          handler: markReadBy,
          bodyless: true,
        } as const,
      ]
    : []),
];
