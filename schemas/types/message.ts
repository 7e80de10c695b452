import type { CustomData, OpenObject } from './maps.ts';
import type { UnixMilliseconds } from './timestamp.ts';

/** A message of a conversation, as the API returns it. */
export interface Message {
  /** Id given by the server. */
  id: string;
  /** Id of the conversation that the message belongs to. */
  conversationId: string;
  /** `UserMessage` was written by a person, `SystemMessage` by the application. */
  type: 'UserMessage' | 'SystemMessage';
  /** User id of the author, null for a system message. */
  senderId: string | null;
  /** Text of the message, null where it consists of something else. */
  text: string | null;
  /** Where the message was written: `web`, `rest`, `import`, `email`; the documentation gives no closed list. */
  origin: string;
  /** Ids of the users who have read the message. */
  readBy: string[];
  /** Attached file, null if there is none. Its members are not documented. */
  attachment: OpenObject | null;
  /** Shared location, null if there is none. Its shape is not documented: a list or an object. */
  location: unknown[] | OpenObject | null;
  /** Data of the application. */
  custom: CustomData;
  /** Id of the message that this one answers, null if there is none. */
  referencedMessageId: string | null;
  /** When the message was sent, in Unix milliseconds. */
  createdAt: UnixMilliseconds;
  /** When the message was last edited, in Unix milliseconds; null if it never was. */
  editedAt: UnixMilliseconds | null;
}

/** One page of messages, newest first. */
export interface MessageList {
  /** The messages of this page, empty after the last one. */
  data: Message[];
}

/** Id of a message that was just sent. */
export interface SentMessage {
  /** Id given by the server. */
  id: string;
}

/** Answer to sending messages: one entry for each message, in the order of the request. */
export type SendResult = SentMessage[];
