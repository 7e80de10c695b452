import type { CustomData } from './maps.ts';
import type { Message } from './message.ts';
import type { UnixMilliseconds } from './timestamp.ts';

/** Settings and read state of one person within one conversation. */
export interface Participant {
  /** What the person may do. */
  access: 'ReadWrite' | 'Read';
  /** Whether new messages are notified: always, never, or only when the person is mentioned. */
  notify: boolean | 'MentionsOnly';
  /** True while the conversation is unread for this person. */
  isUnread: boolean;
}

/** The people who take part, by user id. */
export interface ParticipantMap {
  [userId: string]: Participant;
}

/** A conversation, as the API returns it. */
export interface Conversation {
  /** Id chosen by the caller who created the conversation. */
  id: string;
  /** Subject shown to the participants, null if none is set. */
  subject: string | null;
  /** Address of a picture, null if none is set. */
  photoUrl: string | null;
  /** Texts shown before the first message, null if none are set. */
  welcomeMessages: string[] | null;
  /** Data of the application, `{}` if none is set. */
  custom: CustomData;
  /** The newest message, null while there is none. */
  lastMessage: Message | null;
  /** The people who take part, by user id. */
  participants: ParticipantMap;
  /** When the conversation was created, in Unix milliseconds. */
  createdAt: UnixMilliseconds;
  /** Legacy topic that cannot be set through a documented request. */
  topicId: string;
}

/** One page of conversations. */
export interface ConversationList {
  /** The conversations of this page, empty after the last one. */
  data: Conversation[];
}

/** A conversation in the list of one user. The Users page says that it has more fields, and not which. */
export interface UserConversation extends Conversation {
  /** Seen in use: whether it is unread for that user. */
  isUnread?: boolean;
}

/** One page of the conversations of a user. */
export interface UserConversationList {
  /** The conversations of this page, empty after the last one. */
  data: UserConversation[];
}
