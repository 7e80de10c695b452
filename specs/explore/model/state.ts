/**
 * The model: what the documentation says about the state of a few conversations after a sequence of calls. Immutable
 * plain data, and deliberately simple. `undefined` stands for what the documentation leaves open: any answer is right,
 * and the first answer that must be up to date settles it.
 *
 * It shares nothing with the reference server, so that each of the two can find out the other one's mistakes.
 */

/** Which of the few conversations of a sequence: their ids are new in every sequence. */
export type Slot = number;

export type Access = 'ReadWrite' | 'Read';
export type Notify = boolean | 'MentionsOnly';

/** How one person takes part. */
export interface Seat {
  readonly access: Access;
  readonly notify: Notify;
  readonly unread: boolean | undefined;
  /** It is unread because of a message, not only because it was marked. */
  readonly byMessage: boolean;
}

/** Whether a person has to be in `readBy` of a message, or may be. All others must not. */
export type Reader = 'must' | 'may';

export interface Message {
  readonly id: string;
  readonly type: 'UserMessage' | 'SystemMessage';
  readonly senderId: string | null;
  readonly text: string;
  readonly custom: ReadonlyMap<string, string>;
  readonly readers: ReadonlyMap<string, Reader>;
  /** Unix ms by the server's clock, once an answer has told it. */
  readonly createdAt: number | undefined;
}

/** What happened to a conversation since its last message, and is no activity. */
export type Stir = 'put' | 'mark' | 'edit';

export interface Conversation {
  readonly subject: string | null;
  readonly photoUrl: string | null;
  readonly welcomeMessages: readonly string[] | null;
  readonly custom: ReadonlyMap<string, string>;
  readonly seats: ReadonlyMap<string, Seat>;
  /** People who took part and left. */
  readonly formers: ReadonlySet<string>;
  /** In the order of sending. */
  readonly messages: readonly Message[];
  /** Unix ms by the server's clock, once an answer has told it. */
  readonly createdAt: number | undefined;
  /** Position in the order of creation, over all conversations of the sequence. */
  readonly born: number;
  readonly since: ReadonlySet<Stir>;
  /** Its place by last activity is open: something happened of which nobody says whether it is activity. */
  readonly placeOpen: boolean;
}

/** What is left of a deleted conversation. */
export interface Grave {
  readonly messageIds: readonly string[];
  readonly createdAt: number | undefined;
}

export interface World {
  readonly conversations: ReadonlyMap<Slot, Conversation>;
  /** Deleted conversations, also those that were created again. */
  readonly graves: ReadonlyMap<Slot, Grave>;
  readonly births: number;
}

export const emptyWorld: World = { conversations: new Map(), graves: new Map(), births: 0 };

/** What the target was seen to do in a few places where the documentation is silent. */
export interface Learned {
  /** What an empty subject or photoUrl is stored as. */
  readonly emptyText: 'kept' | 'null' | 'refused';
  /** What an empty list of welcome messages is stored as. */
  readonly emptyList: 'kept' | 'null' | 'refused';
}
