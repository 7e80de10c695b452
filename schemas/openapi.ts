/** The OpenAPI 3.1 document: the table of operations, the generated schemas, the examples and the texts, put together. */
import type { OpenAPIV3_1 } from 'openapi-types';
import { validExamples } from './examples.ts';
import type { JsonSchema } from './json-schema.ts';
import { schemaComponents } from './openapi/components.ts';
import { parameterComponents, parametersOf } from './openapi/parameters.ts';
import {
  documentDescription,
  errorDescriptions,
  operationDescriptions,
  resourceDescriptions,
} from './openapi/texts.ts';
import { type Operation, type OperationId, operationIds, operations } from './operations.ts';
import type { TypeName } from './types.ts';

const latestApiVersion = '2024-01-01';
const json = 'application/json';

/** The document for the given schemas, which are those of all root types. */
export function openApiDocument(schemas: Record<TypeName, JsonSchema>): OpenAPIV3_1.Document {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Conversations of the TalkJS REST API',
      description: documentDescription,
      version: latestApiVersion,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      {
        url: '{target}/v1/{appId}',
        description: 'The server under test.',
        variables: {
          target: { default: 'https://api.talkjs.com', description: 'Origin of the server.' },
          appId: { default: 'yourAppId', description: 'Id of the app whose data is used.' },
        },
      },
    ],
    security: [{ bearer: [] }],
    tags: Object.entries(resourceDescriptions).map(([name, description]) => ({ name, description })),
    paths: paths(),
    components: {
      schemas: schemaComponents(schemas),
      parameters: parameterComponents,
      responses: errorComponents(),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A short-lived app token signed with the secret key, or the secret key itself.',
        },
      },
    },
  };
}

function paths(): OpenAPIV3_1.PathsObject {
  const found: Record<string, OpenAPIV3_1.PathItemObject> = {};
  for (const id of operationIds) {
    const { method, path } = operations[id];
    found[path] = { ...found[path], [method.toLowerCase()]: operationObject(id, operations[id]) };
  }
  return found;
}

function operationObject(id: OperationId, operation: Operation): OpenAPIV3_1.OperationObject {
  return {
    operationId: id,
    tags: [operation.resource],
    summary: operation.summary,
    description: operationDescriptions[id],
    ...(operation.deprecated && { deprecated: true }),
    parameters: parametersOf(operation),
    ...(operation.request && {
      requestBody: { required: true, content: { [json]: bodyOf(operation.request) } },
    }),
    responses: {
      '200': { description: successDescription(operation), content: { [json]: bodyOf(operation.response) } },
      ...Object.fromEntries(
        Object.entries(errorDescriptions).map(([status, { name }]) => [
          status,
          { $ref: `#/components/responses/${name}` },
        ]),
      ),
    },
  };
}

function successDescription({ returnsNothing, method }: Operation): string {
  if (returnsNothing) return 'Done; there is nothing to return.';
  return method === 'GET' ? 'What was asked for.' : 'Done.';
}

function bodyOf(typeName: string): OpenAPIV3_1.MediaTypeObject {
  const examples = Object.entries(validExamples[typeName as TypeName]).map(
    ([name, value]) => [name, { value }] as const,
  );
  return { schema: { $ref: `#/components/schemas/${typeName}` }, examples: Object.fromEntries(examples) };
}

function errorComponents(): Record<string, OpenAPIV3_1.ResponseObject> {
  return Object.fromEntries(
    Object.values(errorDescriptions).map(({ name, description, example }) => [
      name,
      {
        description,
        content: {
          [json]: { schema: { description: 'The shape of error bodies is not documented.' }, example },
        },
      },
    ]),
  );
}
