import type { OperationId } from '../../schemas/operations.ts';
import type { Api } from '../../fixtures/client/api.ts';
import type { CallOptions } from '../../fixtures/client/send.ts';
import { routeIsAbsent } from '../../fixtures/client/exchange.ts';
import type { PathParameters } from '../../fixtures/client/url.ts';

/** A valid call of an operation. */
export interface Call {
  readonly parameters: PathParameters;
  readonly options?: Pick<CallOptions, 'body' | 'query'>;
  /** A call of the same route that changes nothing; absent where the call itself is one. */
  readonly harmless?: { readonly parameters?: PathParameters; readonly body?: unknown };
}

export interface ScenarioContext {
  readonly conversationId: string;
  /** Alice and bob take part, carol does not; alice wrote the message. */
  readonly people: Readonly<
    Record<'alice' | 'bob' | 'carol', { readonly id: string; readonly name: string }>
  >;
  /** Id of the one message; where there is none, any id. */
  readonly messageId: string;
  /** What a write writes that nothing else does. */
  readonly marker: string;
}

/** One valid call of every operation, each of which changes something that reading the conversation shows. */
export function callsOf({
  conversationId,
  people,
  messageId,
  marker,
}: ScenarioContext): Record<OperationId, Call> {
  const { alice, bob, carol } = people;
  const inConversation = { conversationId };
  const message = { conversationId, messageId };
  const seat = (person: { readonly id: string }): PathParameters => ({ conversationId, userId: person.id });
  return {
    getConversation: { parameters: inConversation },
    listConversations: { parameters: {}, options: { query: { limit: 1 } } },
    getUser: { parameters: { userId: alice.id } },
    listUserConversations: { parameters: { userId: alice.id }, options: { query: { limit: 1 } } },
    listMessages: { parameters: inConversation, options: { query: { limit: 1 } } },
    getMessage: { parameters: message },
    // All runs share alice, so this writes what is there.
    putUser: { parameters: { userId: alice.id }, options: { body: { name: alice.name } } },
    putConversation: { parameters: inConversation, options: { body: { subject: marker } } },
    joinConversation: { parameters: seat(carol), options: { body: {} } },
    modifyParticipation: { parameters: seat(alice), options: { body: { notify: false } } },
    setReadState: { parameters: seat(alice), options: { body: { isUnread: true } }, harmless: { body: {} } },
    markRead: { parameters: seat(bob), harmless: { parameters: seat(alice) } },
    sendMessages: {
      parameters: inConversation,
      options: { body: [{ type: 'UserMessage', sender: alice.id, text: marker }] },
    },
    editMessage: { parameters: message, options: { body: { text: marker } }, harmless: { body: {} } },
    leaveConversation: { parameters: seat(bob) },
    deleteMessage: { parameters: message },
    deleteConversation: { parameters: inConversation },
  };
}

/** Operations that only tell. */
export const reads = [
  'getConversation',
  'listConversations',
  'getUser',
  'listUserConversations',
  'listMessages',
  'getMessage',
] as const satisfies readonly OperationId[];

/** Operations that write and leave findings what the others need. */
export const writes = [
  'putUser',
  'putConversation',
  'joinConversation',
  'modifyParticipation',
  'setReadState',
  'markRead',
  'sendMessages',
  'editMessage',
  'leaveConversation',
] as const satisfies readonly OperationId[];

/** Operations that every target has, and the one that made the message. */
const known: readonly OperationId[] = [
  'getConversation',
  'listConversations',
  'putConversation',
  'deleteConversation',
  'joinConversation',
  'modifyParticipation',
  'leaveConversation',
  'sendMessages',
];

/** Whether the target lacks an operation, asked with good credentials and without spoiling what others stand on. */
export async function lacks(api: Api, operation: OperationId, call: Call): Promise<boolean> {
  if (known.includes(operation)) return false;
  const parameters = call.harmless?.parameters ?? call.parameters;
  const body = call.harmless?.body ?? call.options?.body;
  return routeIsAbsent(await api.call(operation, parameters, { ...call.options, body }));
}
