/** What shows that a call did what it is for: nothing is judged by the answer of one that did nothing. */
import { operations, type OperationId } from '../../schemas/operations.ts';
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { fieldIn, idsIn, messageIn, messagesIn, participantIn } from '../../fixtures/reading/read.ts';
import { pageWith } from '../../fixtures/reading/walk.ts';
import { callable, type Callable } from '../../fixtures/scenario/callable.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import type { Given } from '../../fixtures/scenario/given.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import { requirementById } from '../requirements/index.ts';

interface Effect {
  /** The requirement that demands it, if one does. */
  readonly requirement?: string;
  /** Whether it shows in the answer, or in what is read after it; a failed matcher where it does not. */
  readonly shows: (subjects: Callable, answer: Exchange, api: Api) => Promise<void> | void;
}

/** An effect that reading the conversation shows. */
const inConversation =
  (shows: (subjects: Callable, read: Exchange) => void): Effect['shows'] =>
  async (subjects, _answer, api) =>
    shows(subjects, await api.conversations.get(subjects.conversationId));

/** An effect that the list of messages shows. */
const inMessages =
  (shows: (subjects: Callable, read: Exchange) => void): Effect['shows'] =>
  async (subjects, _answer, api) =>
    shows(subjects, await api.messages.list(subjects.conversationId));

const says = ({ marker }: Callable, list: Exchange): void =>
  expect(messagesIn(list).map(({ text }) => text)).toContain(marker);

const effects: Readonly<Record<OperationId, Effect>> = {
  getConversation: {
    requirement: 'RETRIEVE-FOUND-01',
    shows: ({ before }, answer) => expect(answer).toBeAs(before),
  },
  putConversation: {
    requirement: 'PUT-MERGE-01',
    shows: inConversation(({ marker }, read) => expect(read).toShow({ subject: marker })),
  },
  deleteConversation: {
    requirement: 'DELETE-GONE-01',
    shows: inConversation((_, read) => expect(read).toHaveStatus(404)),
  },
  listConversations: {
    requirement: 'LIST-ALL-01',
    shows: ({ conversationId }, answer) => expect(idsIn(answer)).toContain(conversationId),
  },
  listUserConversations: {
    requirement: 'INBOX-LIST-01',
    shows: ({ conversationId }, answer) => expect(idsIn(answer)).toContain(conversationId),
  },
  getUser: {
    requirement: 'USER-PUT-01',
    shows: ({ people }, answer) => expect(fieldIn(answer, 'name')).toBe(people.alice.name),
  },
  putUser: {
    requirement: 'USER-PUT-01',
    shows: async ({ people: { alice } }, _answer, api) =>
      expect(fieldIn(await api.users.get(alice.id), 'name')).toBe(alice.name),
  },
  joinConversation: {
    requirement: 'PARTICIPANT-JOIN-01',
    shows: inConversation(({ people }, read) => expect(participantIn(read, people.carol)).toBeDefined()),
  },
  modifyParticipation: {
    requirement: 'PARTICIPANT-MODIFY-01',
    shows: inConversation(({ people }, read) =>
      expect(participantIn(read, people.alice)).toMatchObject({ notify: false }),
    ),
  },
  leaveConversation: {
    requirement: 'PARTICIPANT-LEAVE-01',
    shows: inConversation(({ people }, read) => expect(participantIn(read, people.bob)).toBeUndefined()),
  },
  sendMessages: { requirement: 'MESSAGE-SEND-01', shows: inMessages(says) },
  listMessages: {
    requirement: 'MESSAGE-SEND-01',
    shows: ({ messageId }, answer) => expect(idsIn(answer)).toContain(messageId),
  },
  getMessage: { shows: ({ messageId }, answer) => expect(messageIn(answer).id).toBe(messageId) },
  editMessage: { shows: inMessages(says) },
  deleteMessage: {
    shows: inMessages(({ messageId }, list) => expect(idsIn(list)).not.toContain(messageId)),
  },
  setReadState: {
    requirement: 'READ-UNREAD-01',
    shows: inConversation(({ people }, read) =>
      expect(participantIn(read, people.alice)).toMatchObject({ isUnread: true }),
    ),
  },
  markRead: {
    requirement: 'READ-LEGACY-01',
    shows: inConversation(({ people }, read) =>
      expect(participantIn(read, people.bob)).toMatchObject({ isUnread: false }),
    ),
  },
};

/** Foreign conversations may fill the first pages of a list. */
function call(
  api: Api,
  operation: OperationId,
  { conversationId, people, calls }: Callable,
): Promise<Exchange> {
  const { parameters, options } = calls[operation];
  if (operation === 'listConversations')
    return pageWith(conversationId, (query) => api.conversations.list(query));
  if (operation === 'listUserConversations')
    return pageWith(conversationId, (query) => api.inbox.list(people.alice.id, query));
  return api.call(operation, parameters, options);
}

/** Calls an operation, and answers what came of it once the effect was seen. */
export async function calledWithEffect(
  { api, given, eventually }: { readonly api: Api; readonly given: Given; readonly eventually: Eventually },
  operation: OperationId,
): Promise<Exchange> {
  const subjects = await callable(given, operation);
  const { requirement, shows } = effects[operation];
  const called = (): Promise<Exchange> => call(api, operation, subjects);
  const reads = operations[operation].method === 'GET';
  // What a target shows only later is read again; nothing else is sent twice.
  const answer = await given.offered(
    reads ? await lastReading(eventually, called, (read) => void shows(subjects, read, api)) : await called(),
  );
  const effect = async (): Promise<void> => shows(subjects, answer, given.api);
  const isWeaker = requirement !== undefined && requirementById(requirement)?.level === 'SHOULD';
  if (isWeaker) await given.applicableIf(effect, `${operation} has no effect on the target`);
  else await given.holds(`${operation} takes effect`, effect, requirement);
  return answer;
}
