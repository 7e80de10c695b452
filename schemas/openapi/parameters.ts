import type { OpenAPIV3_1 } from 'openapi-types';
import type { Operation, QueryParameter } from '../operations.ts';

type Parameter = OpenAPIV3_1.ParameterObject;
type ParameterName = keyof typeof parameters;

const timestamp = { $ref: '#/components/schemas/UnixMilliseconds' };

/** Reusable parameters by component name. */
const parameters = {
  conversationId: inPath('conversationId', 'Id of the conversation, percent-encoded.', 'bicycle-repair-77'),
  userId: inPath('userId', 'Id of the user, percent-encoded.', 'alice'),
  messageId: inPath('messageId', 'Id of the message.', 'msg_5kQzWtB1xNfYd8'),
  version: {
    name: 'TalkJS-REST-Version',
    in: 'header',
    description:
      'API version to be answered by. Left out: the default of the app, which starts as the latest.',
    schema: { type: 'string', enum: ['2021-01-01', '2021-02-09', '2021-07-30', '2024-01-01'] },
    example: '2024-01-01',
  },
  conversationLimit: inQuery('limit', 'Number of conversations on the page at most.', {
    schema: { type: 'integer', minimum: 1, maximum: 30 },
    example: 30,
  }),
  messageLimit: inQuery('limit', 'Number of messages on the page at most.', {
    schema: { type: 'integer', minimum: 1, maximum: 100 },
    example: 100,
  }),
  startingAfter: inQuery(
    'startingAfter',
    'Id of the item after which the page starts, in the order asked for.',
    {
      schema: { type: 'string' },
      example: 'bicycle-repair-77',
    },
  ),
  orderBy: inQuery('orderBy', 'What the list is sorted by. From API version 2021-02-09.', {
    schema: { type: 'string', enum: ['lastActivity', 'createdAt'], default: 'lastActivity' },
    example: 'createdAt',
  }),
  orderDirection: inQuery('orderDirection', 'Latest first, or earliest first. From API version 2021-02-09.', {
    schema: { type: 'string', enum: ['DESC', 'ASC'], default: 'DESC' },
    example: 'ASC',
  }),
  offsetTs: inQuery(
    'offsetTs',
    'Time at which the page starts, in the order asked for. From API version 2021-02-09.',
    {
      schema: timestamp,
      example: 1718438400123,
    },
  ),
  lastMessageAfter: inQuery('lastMessageAfter', 'Only conversations whose last message is later.', {
    schema: timestamp,
    example: 1718438400123,
  }),
  lastMessageBefore: inQuery('lastMessageBefore', 'Only conversations whose last message is earlier.', {
    schema: timestamp,
    example: 1718524800000,
  }),
  filter: inQuery('filter', 'Only conversations that match every condition: JSON, percent-encoded.', {
    content: {
      'application/json': {
        schema: { type: 'object', description: 'Conditions by field, `custom` by key.' },
        example: { custom: { answered: ['==', 'true'] } },
      },
    },
  }),
  unreadsOnly: inQuery('unreadsOnly', 'Only conversations with messages that the user has not read.', {
    schema: { type: 'boolean', default: false },
    example: true,
  }),
} as const satisfies Record<string, Parameter>;

/** The parameters for the components of the document. */
export const parameterComponents: Record<string, Parameter> = parameters;

/** References to the parameters of an operation: those of its path, of its query, and the version header. */
export function parametersOf(operation: Operation): OpenAPIV3_1.ReferenceObject[] {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as ParameterName);
  const inQuery = (operation.query ?? []).map((name) => queryParameter(name, operation));
  return [...inPath, ...inQuery, 'version' as const].map((name) => ({
    $ref: `#/components/parameters/${name}`,
  }));
}

function queryParameter(name: QueryParameter, { response }: Operation): ParameterName {
  if (name !== 'limit') return name;
  return response === 'MessageList' ? 'messageLimit' : 'conversationLimit';
}

function inPath(name: string, description: string, example: string): Parameter {
  return { name, in: 'path', required: true, description, schema: { type: 'string', minLength: 1 }, example };
}

function inQuery(name: QueryParameter, description: string, rest: Omit<Parameter, 'name' | 'in'>): Parameter {
  return { name, in: 'query', description, ...rest };
}
