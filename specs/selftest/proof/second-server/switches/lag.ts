import type { ConversationEvent } from '../events.ts';
import { question } from './question.ts';

/** Who asks for a projection. */
export type Reader =
  | 'conversation'
  | 'list'
  | 'filtered-list'
  | 'ascending-list'
  | 'inbox'
  | 'unread-inbox'
  | 'messages'
  | 'message'
  | 'user';

/** What reaches whom late. */
export interface Lag {
  readonly ms: number;
  readonly readers: readonly Reader[];
  /** Kinds of events that are late; all by default. */
  readonly types?: readonly ConversationEvent['type'][];
  /** Set where other events, which came later, may be seen before. */
  readonly overtaken?: true;
  /** Set where only every other list is late. */
  readonly alternate?: true;
}

const lists = ['list', 'filtered-list', 'ascending-list'] as const;
const inboxes = ['inbox', 'unread-inbox'] as const;
const messages = ['MessageSent', 'MessageEdited', 'MessageDeleted'] as const;
const marks = ['MarkedRead', 'MarkedUnread'] as const;

/**
 * Reads that follow writes late, each by less than the quarter of a second that the suite allows on one machine.
 * The page says that what was put can be fetched, and neither it nor a companion says how soon.
 */
export const lag = {
  lag: question(null, {
    'lists-200-ms-late': {
      is: { ms: 200, readers: lists },
      description: 'Lists of all conversations are late.',
    },
    'inboxes-200-ms-late': { is: { ms: 200, readers: inboxes }, description: 'Lists of a user are late.' },
    'filters-200-ms-late': {
      is: { ms: 200, readers: ['filtered-list'] },
      description: 'Filtered lists are late.',
    },
    'ascending-lists-200-ms-late': {
      is: { ms: 200, readers: ['ascending-list'] },
      description: 'Lists in ascending order are late.',
    },
    'unread-lists-200-ms-late': {
      is: { ms: 200, readers: ['unread-inbox'] },
      description: 'Lists of unread conversations are late.',
    },
    'every-other-list-150-ms-late': {
      is: { ms: 150, readers: [...lists, ...inboxes], alternate: true },
      description: 'Every other list is late.',
    },
    'message-lists-150-ms-late': {
      is: { ms: 150, readers: ['messages'] },
      description: 'Lists of messages are late.',
    },
    'single-messages-150-ms-late': {
      is: { ms: 150, readers: ['message'] },
      description: 'GET of a message is late.',
    },
    'edits-150-ms-late': {
      is: { ms: 150, readers: ['messages', 'message'], types: ['MessageEdited'], overtaken: true },
      description: 'Edits of messages show late.',
    },
    'deleted-messages-150-ms-late': {
      is: { ms: 150, readers: ['messages'], types: ['MessageDeleted'], overtaken: true },
      description: 'Lists show deleted messages for a while.',
    },
    'last-message-150-ms-late': {
      is: { ms: 150, readers: ['conversation'], types: messages, overtaken: true },
      description: 'GET of a conversation shows lastMessage and isUnread late.',
    },
    'marks-200-ms-late': {
      is: {
        ms: 200,
        readers: ['conversation', ...lists, ...inboxes, 'messages', 'message'],
        types: marks,
        overtaken: true,
      },
      description: 'Marks of read and unread show late everywhere.',
    },
    'marks-200-ms-late-in-messages': {
      is: { ms: 200, readers: ['messages', 'message'], types: marks, overtaken: true },
      description: 'readBy shows late, while isUnread shows at once.',
    },
    'marks-200-ms-late-in-inboxes': {
      is: { ms: 200, readers: inboxes, types: marks, overtaken: true },
      description: 'Marks show late in lists of a user alone.',
    },
    'creations-150-ms-late': {
      is: { ms: 150, readers: ['conversation'] },
      description: 'GET of a conversation is late in all, even in finding it.',
    },
    'joins-150-ms-late': {
      is: { ms: 150, readers: ['conversation'], types: ['ParticipantJoined'], overtaken: true },
      description: 'GET shows who joined late.',
    },
    'leaves-150-ms-late': {
      is: { ms: 150, readers: ['conversation', ...inboxes], types: ['ParticipantLeft'], overtaken: true },
      description: 'Who left is shown for a while.',
    },
    'settings-150-ms-late': {
      is: { ms: 150, readers: ['conversation'], types: ['ParticipantChanged'], overtaken: true },
      description: 'GET shows access and notify late.',
    },
    'deletions-150-ms-late': {
      is: { ms: 150, readers: ['conversation'], types: ['ConversationDeleted'] },
      description: 'GET finds the deleted for a while.',
    },
    'deletions-200-ms-late-in-lists': {
      is: { ms: 200, readers: [...lists, ...inboxes], types: ['ConversationDeleted'] },
      description: 'Lists show the deleted for a while.',
    },
    'user-updates-150-ms-late': {
      is: { ms: 150, readers: ['user'] },
      description: 'GET of a user shows updates late.',
    },
  }),
};
