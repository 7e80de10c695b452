/** What a target does, in words of people who do not know HTTP: for the first screen of a report. */
import { requirementById } from '../specs/requirements/index.ts';
import type { RequirementResult } from '../schemas/report/run-report.ts';
import type { OperationId } from '../schemas/operations.ts';
import { capitalised, oneLine } from './text.ts';

/** What a person does with each operation. */
const doings: Readonly<Record<OperationId, string>> = {
  getUser: 'reading a user',
  putUser: 'creating or updating a user',
  listUserConversations: "listing a user's conversations",
  getConversation: 'reading a conversation',
  putConversation: 'creating or updating a conversation',
  deleteConversation: 'deleting a conversation',
  listConversations: 'listing all conversations',
  joinConversation: 'joining a conversation',
  modifyParticipation: 'changing the settings of a participant',
  leaveConversation: 'leaving a conversation',
  sendMessages: 'sending messages',
  listMessages: 'listing messages',
  getMessage: 'reading a message',
  editMessage: 'editing a message',
  deleteMessage: 'deleting a message',
  setReadState: 'marking a conversation as read or unread',
  markRead: 'marking a conversation as read (deprecated call)',
};

/** `updating a conversation`; the operation itself where it is none of the documented ones. */
export function doingOf(operation: string): string {
  return Object.hasOwn(doings, operation) ? doings[operation as OperationId] : oneLine(operation, 80);
}

/** What an exploration does, by the kind of its steps. */
const steps: Readonly<Record<string, string>> = {
  put: doings.putConversation,
  get: doings.getConversation,
  delete: doings.deleteConversation,
  list: doings.listConversations,
  oldList: 'listing under an older API version',
  inbox: doings.listUserConversations,
  join: doings.joinConversation,
  modify: doings.modifyParticipation,
  leave: doings.leaveConversation,
  send: doings.sendMessages,
  messages: doings.listMessages,
  message: doings.getMessage,
  edit: doings.editMessage,
  unsend: doings.deleteMessage,
  mark: doings.setReadState,
  user: 'updating or reading a user',
  missingUser: 'listing for a user who does not exist',
  many: 'filling more than a page',
  odd: 'using odd ids and texts',
  wrong: 'sending what has to be refused',
  wrongKey: 'using a wrong key',
  pair: 'sending two calls at once',
};

export function stepTold(kind: string): string {
  return steps[kind] ?? oneLine(kind, 40);
}

/** What a server lacks that does not have a resource or capability. */
const capabilities: Readonly<Record<string, string>> = {
  conversations: 'conversations',
  participants: 'participants',
  users: 'users',
  messages: 'messages',
  readState: 'marking conversations as read or unread',
  inbox: "lists of a user's conversations",
  filters: 'filters',
  versions: 'dated API versions',
  jwt: 'signing in with a token',
  legacyReadBy: 'the deprecated call to mark conversations as read',
  secondApp: 'a second app',
};

/** `This server lacks filters`. */
export function lackTold(capability: string): string {
  return `This server lacks ${capabilities[capability] ?? oneLine(capability, 40)}`;
}

/** Names of attributes as people say them; others stay as they are. */
const attributes: Readonly<Record<string, string>> = {
  subject: 'title',
  photoUrl: 'picture',
  welcomeMessages: 'welcome messages',
  custom: 'custom data',
  participants: 'participants',
  lastMessage: 'last message',
  createdAt: 'creation time',
};

export function attributesTold(names: readonly string[]): string {
  return listed(names.map((name) => attributes[name] ?? oneLine(name, 40)));
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** What a status means where another one was expected. */
export function statusTold(
  operation: string,
  { status, failure }: { readonly status: number; readonly failure?: string },
  expected: string,
): string {
  const doing = capitalised(doingOf(operation));
  if (failure !== undefined) return `${doing} gets no response`;
  if (status >= 500) return `${doing} ends in a server error (${status})`;
  const succeeded = status >= 200 && status < 300;
  if (!succeeded && (expected === '2xx' || expected === '200'))
    return `${doing} is refused (${status}) but must work`;
  if (succeeded && expected === '401') return `${doing} works without a valid key`;
  if (succeeded && expected === '4xx') return `${doing} is accepted (${status}) but must be refused`;
  if (succeeded && expected === '404') return `${doing} succeeds (${status}) although nothing exists there`;
  return `${doing} returns ${status} instead of ${expected}`;
}

/** What a requirement promises; its statement where a report names one that the catalogue does not know. */
export function promiseOf({ id, statement }: Pick<RequirementResult, 'id' | 'statement'>): string {
  return requirementById(id)?.title ?? oneLine(statement, 120);
}

/** What its violation means for people. */
export function impactOf({ id }: Pick<RequirementResult, 'id'>): string | undefined {
  return requirementById(id)?.impact;
}
