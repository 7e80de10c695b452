import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { OpenAPIV3_1 } from 'openapi-types';
import { type Operation, operationIds, operations } from '../../../../schemas/operations.ts';

const text = readFileSync(new URL('../../../../schemas/openapi.json', import.meta.url), 'utf8');
const document = JSON.parse(text) as OpenAPIV3_1.Document & Record<string, unknown>;
const listed = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item ?? {}).map(([method, operation]) => ({
    path,
    method,
    operation: operation as OpenAPIV3_1.OperationObject,
  })),
);

/** The OpenAPI document is valid, complete, and agrees with the table of operations. */
test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('it lists every operation once, under its method and path', () => {
  const found = listed.map(({ path, method, operation }) => `${operation.operationId} ${method} ${path}`);
  const expected = operationIds.map(
    (id) => `${id} ${operations[id].method.toLowerCase()} ${operations[id].path}`,
  );
  expect(found.toSorted()).toEqual(expected.toSorted());
});

for (const id of operationIds) {
  test(`${id} is described completely`, () => {
    const entry: Operation = operations[id];
    const operation = listed.find((found) => found.operation.operationId === id)?.operation;

    expect(operation?.summary).toBe(entry.summary);
    expect(operation?.description).toMatch(/\.$/);
    expect(operation?.tags).toEqual([entry.resource]);
    expect(operation?.deprecated ?? false).toBe(entry.deprecated ?? false);
    expect(Object.keys(operation?.responses ?? {})).toEqual(['200', '400', '401', '404', '429', '5XX']);
    expect(bodyType(operation?.responses?.['200'])).toBe(entry.response);
    expect(bodyType(operation?.requestBody)).toBe(entry.request);
    expect(parameterNames(operation)).toEqual([
      ...[...entry.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      ...(entry.query ?? []),
      'TalkJS-REST-Version',
    ]);
  });
}

test('every error has a description and an example', () => {
  const responses = Object.entries(document.components?.responses ?? {});
  expect(responses.length).toBeGreaterThan(4);
  for (const [name, response] of responses) {
    const { description } = response as OpenAPIV3_1.ResponseObject;
    expect(description, name).toMatch(/\.$/);
    expect(mediaType(response)?.example, name).toBeDefined();
  }
});

test('every parameter has a description, a type and an example', () => {
  for (const [name, parameter] of Object.entries(document.components?.parameters ?? {})) {
    const { description, schema, content, ...rest } = parameter as OpenAPIV3_1.ParameterObject;
    const example: unknown = rest.example ?? content?.['application/json']?.example;
    expect(description, name).toMatch(/\.$/);
    expect(schema ?? content, name).toBeDefined();
    expect(example, name).toBeDefined();
  }
});

test('every reference leads somewhere, and every component is used', () => {
  const references = new Set(
    [...text.matchAll(/"(#\/components\/[^"]+)"/g)].map(([, reference = '']) => reference),
  );
  const components = (['schemas', 'parameters', 'responses'] as const).flatMap((kind) =>
    Object.keys(document.components?.[kind] ?? {}).map((name) => `#/components/${kind}/${name}`),
  );
  expect([...references].toSorted()).toEqual(components.toSorted());
});

test('every tag is described, and every body has an example', () => {
  const tags = new Set(listed.flatMap(({ operation }) => operation.tags ?? []));
  expect(document.tags?.map(({ name }) => name).toSorted()).toEqual([...tags].toSorted());
  expect(document.tags?.every(({ description }) => description)).toBe(true);
  for (const { operation } of listed) {
    expect(exampleCount(operation.responses?.['200']), operation.operationId).toBeGreaterThan(0);
    if (operation.requestBody)
      expect(exampleCount(operation.requestBody), operation.operationId).toBeGreaterThan(0);
  }
});

type Body =
  OpenAPIV3_1.RequestBodyObject | OpenAPIV3_1.ResponseObject | OpenAPIV3_1.ReferenceObject | undefined;

function mediaType(body: Body): OpenAPIV3_1.MediaTypeObject | undefined {
  return body && 'content' in body ? body.content?.['application/json'] : undefined;
}

function bodyType(body: Body): string | undefined {
  const reference = mediaType(body)?.schema as OpenAPIV3_1.ReferenceObject | undefined;
  return reference?.$ref.slice('#/components/schemas/'.length);
}

function exampleCount(body: Body): number {
  return Object.keys(mediaType(body)?.examples ?? {}).length;
}

function parameterNames(operation: OpenAPIV3_1.OperationObject | undefined): (string | undefined)[] {
  return (operation?.parameters ?? []).map((parameter) => {
    const name = (parameter as OpenAPIV3_1.ReferenceObject).$ref.slice('#/components/parameters/'.length);
    return (document.components?.parameters?.[name] as OpenAPIV3_1.ParameterObject | undefined)?.name;
  });
}
