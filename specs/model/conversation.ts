/**
 * What is known about one conversation after a sequence of calls, by the documentation alone. Immutable plain data, and
 * deliberately simple. `undefined` stands for what the documentation leaves open: any answer is right.
 *
 * It shares nothing with the reference server, so that each of the two can find out the other one's mistakes.
 */

export type Access = 'ReadWrite' | 'Read';
export type Notify = boolean | 'MentionsOnly';
export type Custom = Readonly<Record<string, string>>;

/** How one person takes part. */
export interface Participation {
  readonly access: Access;
  readonly notify: Notify;
  readonly isUnread: boolean | undefined;
  /** It is unread because of a message, not only because it was marked. */
  readonly hasUnreadMessage: boolean;
}

/** Whether a person has to be in `readBy` of a message, or may be. All others must not. */
export type Reader = 'must' | 'may';

export interface Message {
  readonly id: string;
  readonly type: 'UserMessage' | 'SystemMessage';
  readonly senderId: string | null;
  readonly text: string;
  readonly custom: Custom;
  readonly readBy: ReadonlyMap<string, Reader>;
  /** Unix ms by the server's clock, once an answer has told it. */
  readonly createdAt: number | undefined;
}

/** What happened since the last message, and is no activity. */
export type QuietChange = 'put' | 'mark' | 'edit';

export interface Conversation {
  readonly subject: string | null;
  readonly photoUrl: string | null;
  readonly welcomeMessages: readonly string[] | null;
  readonly custom: Custom;
  readonly participants: ReadonlyMap<string, Participation>;
  /** People who took part and left, and whether that was under an API version that keeps it in their lists. */
  readonly formerParticipants: ReadonlyMap<string, 'keepsListed' | 'unlists'>;
  /** In the order of sending. */
  readonly messages: readonly Message[];
  /** Unix ms by the server's clock, once an answer has told it. */
  readonly createdAt: number | undefined;
  readonly sinceLastMessage: ReadonlySet<QuietChange>;
  /** Its place by last activity is open: something happened of which nobody says whether it is activity. */
  readonly activityIsOpen: boolean;
  /** A message was deleted that was the newest: where that leaves the time of the last message is open. */
  readonly newestIsDeleted: boolean;
}

/** What a target does in a few places where the documentation is silent. */
export interface SilentChoices {
  /** What an empty subject or photoUrl is stored as. */
  readonly emptyText: 'kept' | 'null' | 'refused';
  /** What an empty list of welcome messages is stored as. */
  readonly emptyList: 'kept' | 'null' | 'refused';
  /** Whether a conversation without any message is unread for somebody new. */
  readonly newInEmpty: 'read' | 'open';
  /** Whether a list with `lastMessageAfter` shows conversations that never had a message. */
  readonly messagelessAfter: 'hidden' | 'open';
}
