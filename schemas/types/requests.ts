import type { CustomData, CustomDataPatch, PushTokens } from './maps.ts';

/** Attributes of a conversation to create or change. What is left out stays as it is, null clears. */
export interface ConversationBody {
  /** Ids of users to add. Nobody is removed by being left out. */
  participants?: string[];
  /** Subject shown to the participants. */
  subject?: string | null;
  /** Texts shown before the first message; the list is replaced as a whole. */
  welcomeMessages?: string[] | null;
  /** Data of the application, merged by name. */
  custom?: CustomDataPatch | null;
  /** Address of a picture. */
  photoUrl?: string | null;
}

/** Attributes of a user to create or change. What is left out stays as it is, null clears. */
export interface UserBody {
  /** Name shown to others, needed when the user is created. */
  name?: string;
  /** Email addresses. */
  email?: string[] | null;
  /** Phone numbers. */
  phone?: string[] | null;
  /** Text shown to others at the start of a conversation with the user. */
  welcomeMessage?: string | null;
  /** Address of a picture of the user. */
  photoUrl?: string | null;
  /** Address of a wide picture. */
  headerPhotoUrl?: string | null;
  /** Name of the role that decides what the user may do. */
  role?: string | null;
  /** Language of the user, as a locale tag. */
  locale?: string | null;
  /** Text that tells others when the user is reachable. */
  availabilityText?: string | null;
  /** Data of the application, merged by name. */
  custom?: CustomDataPatch | null;
  /** Push notification tokens: true adds one, null takes one away; null in place of the map takes all away. */
  pushTokens?: PushTokens | null;
}

/** Settings of a person who joins. What is left out takes its default: `ReadWrite`, `true`. */
export interface ParticipationBody {
  /** What the person may do. */
  access?: 'ReadWrite' | 'Read';
  /** Whether new messages are notified: always, never, or only when the person is mentioned. */
  notify?: boolean | 'MentionsOnly';
}

/** Settings of a participant to change. What is left out stays as it is. */
export interface ParticipationPatchBody {
  /** What the person may do; `None` hides the conversation without ending the participation. */
  access?: 'ReadWrite' | 'Read' | 'None';
  /** Whether new messages are notified: always, never, or only when the person is mentioned. */
  notify?: boolean | 'MentionsOnly';
}

/** A message to send on behalf of a participant. */
export interface UserMessageBody {
  /** Marks the message as written by a person. */
  type: 'UserMessage';
  /** User id of the author, who has to take part in the conversation. */
  sender: string;
  /** Text of the message. */
  text: string;
  /** Id of the message that this one answers. */
  referencedMessageId?: string;
  /** Data of the application. */
  custom?: CustomData;
  /** Key under which the message is sent only once, however often the request is repeated. */
  idempotencyKey?: string;
}

/** A message to send on behalf of the application: it has no author and is not notified. */
export interface SystemMessageBody {
  /** Marks the message as written by the application. */
  type: 'SystemMessage';
  /** Text of the message. */
  text: string;
  /** Data of the application. */
  custom?: CustomData;
  /** Key under which the message is sent only once, however often the request is repeated. */
  idempotencyKey?: string;
}

/**
 * One message to send.
 *
 * @discriminator type
 */
export type MessageBody = UserMessageBody | SystemMessageBody;

/**
 * Messages to send, in order: a list even for a single one.
 *
 * @minItems 1
 * @maxItems 10
 */
export type MessagesBody = MessageBody[];

/** Parts of a message to change. What is left out stays as it is. */
export interface MessageEditBody {
  /** New text of the message. */
  text?: string;
  /** Data of the application, merged by name; null clears it. */
  custom?: CustomDataPatch | null;
}

/** Read state of a conversation for one user. */
export interface ReadStateBody {
  /** True marks as unread, false as read; null or left out changes nothing. */
  isUnread?: boolean | null;
}
