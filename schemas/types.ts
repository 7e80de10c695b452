/**
 * The documented types by name, and which of them each operation sends and returns.
 *
 * The maps are for the compiler only: the client takes its types from `RequestBody` and `ResponseBody`.
 */
import type { OperationId, operations } from './operations.ts';
import type { Conversation, ConversationList, UserConversationList } from './types/conversation.ts';
import type { Message, MessageList, SendResult } from './types/message.ts';
import type {
  ConversationBody,
  MessageEditBody,
  MessagesBody,
  ParticipationBody,
  ParticipationPatchBody,
  ReadStateBody,
  UserBody,
} from './types/requests.ts';
import type { AnyResult, EmptyResult } from './types/results.ts';
import type { User } from './types/user.ts';

export type * from './types/conversation.ts';
export type * from './types/maps.ts';
export type * from './types/message.ts';
export type * from './types/requests.ts';
export type * from './types/results.ts';
export type * from './types/timestamp.ts';
export type * from './types/user.ts';

/** Types of 200 bodies, by the name that the table of operations uses. */
export interface ResponseTypes {
  AnyResult: AnyResult;
  Conversation: Conversation;
  ConversationList: ConversationList;
  EmptyResult: EmptyResult;
  Message: Message;
  MessageList: MessageList;
  SendResult: SendResult;
  User: User;
  UserConversationList: UserConversationList;
}

/** Types of request bodies, by the name that the table of operations uses. */
export interface RequestTypes {
  ConversationBody: ConversationBody;
  MessageEditBody: MessageEditBody;
  MessagesBody: MessagesBody;
  ParticipationBody: ParticipationBody;
  ParticipationPatchBody: ParticipationPatchBody;
  ReadStateBody: ReadStateBody;
  UserBody: UserBody;
}

export type ResponseTypeName = keyof ResponseTypes;
export type RequestTypeName = keyof RequestTypes;
export type TypeName = ResponseTypeName | RequestTypeName;

type Table = typeof operations;

/** Documented type of the body of a 200 answer to an operation. */
export type ResponseBody<Op extends OperationId> = ResponseTypes[Table[Op]['response']];

/** Documented type of the body that an operation sends, `undefined` where it sends none. */
export type RequestBody<Op extends OperationId> = Table[Op] extends {
  readonly request: infer Name extends RequestTypeName;
}
  ? RequestTypes[Name]
  : undefined;

/** Names of request types in the table of operations. */
type UsedRequestName = Extract<Table[OperationId], { readonly request: string }>['request'];

/** Compiles only while every request type named in the table of operations exists. (`ResponseBody` checks the others.) */
const requestNamesExist: UsedRequestName extends RequestTypeName ? true : never = true;
void requestNamesExist;

/** Names of the root types of responses: one generated JSON Schema each. */
export const responseTypeNames = namesOf<ResponseTypeName>({
  AnyResult: true,
  Conversation: true,
  ConversationList: true,
  EmptyResult: true,
  Message: true,
  MessageList: true,
  SendResult: true,
  User: true,
  UserConversationList: true,
});

/** Names of the root types of requests: one generated JSON Schema each. */
export const requestTypeNames = namesOf<RequestTypeName>({
  ConversationBody: true,
  MessageEditBody: true,
  MessagesBody: true,
  ParticipationBody: true,
  ParticipationPatchBody: true,
  ReadStateBody: true,
  UserBody: true,
});

/** The keys of a record that has to name every member of a union. */
function namesOf<Name extends string>(record: Record<Name, true>): readonly Name[] {
  return Object.keys(record) as Name[];
}
