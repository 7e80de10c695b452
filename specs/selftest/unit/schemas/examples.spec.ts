import { expect, test } from '@playwright/test';
import { invalidExamples, validExamples } from '../../../../schemas/examples.ts';
import { type JsonSchema } from '../../../../schemas/json-schema.ts';
import { schemaOf } from '../../../../schemas/schema-files.ts';
import { alternatives } from '../../../../schemas/schema-walk.ts';
import { requestTypeNames, responseTypeNames, type TypeName } from '../../../../schemas/types.ts';
import { typeIssues } from '../../../../schemas/validators.ts';

/** Valid examples pass; every invalid one is refused for the one rule it breaks, and for nothing else. */
const names: readonly TypeName[] = [...responseTypeNames, ...requestTypeNames];

for (const name of names) {
  test(`${name}: valid examples are accepted`, () => {
    const examples = Object.entries(validExamples[name]);
    expect(examples.length).toBeGreaterThan(0);
    for (const [title, body] of examples) expect(typeIssues(name, body), title).toEqual([]);
  });

  test(`${name}: every invalid example is refused for exactly its rule`, () => {
    expect(invalidExamples[name].length).toBeGreaterThan(0);
    for (const { body, pointer, expected, ambiguous = false } of invalidExamples[name]) {
      expect(typeIssues(name, body), `${pointer} ${JSON.stringify(body)}`).toEqual([
        expect.objectContaining({ pointer, expected, ambiguous }),
      ]);
    }
  });

  test(`${name}: every property has an invalid example, every required one also a missing one`, () => {
    const examples = invalidExamples[name].map(({ body, pointer }) => ({
      place: pattern(pointer),
      missing: !has(body, pointer),
    }));
    for (const { place, required } of places(schemaOf(name))) {
      expect(examples, place).toContainEqual(expect.objectContaining({ place, missing: false }));
      if (required) expect(examples, place).toContainEqual({ place, missing: true });
    }
  });
}

/** Keys of maps, and indexes, that the examples use. */
function pattern(pointer: string): string {
  return pointer.replace(/(?<=\/(?:custom|participants|pushTokens)\/)[^/]+|(?<=\/)\d+/g, '*');
}

function has(body: unknown, pointer: string): boolean {
  let value = body;
  for (const name of pointer.split('/').slice(1))
    value = (value as Record<string, unknown> | undefined)?.[name];
  return value !== undefined;
}

interface PlaceInSchema {
  readonly place: string;
  readonly required: boolean;
}

/** Every property, map value and list item for which a schema states a type. */
function places(root: JsonSchema, schema: JsonSchema = root, place = ''): PlaceInSchema[] {
  const found = alternatives(root, schema).flatMap(
    ({ schema: { properties = {}, required = [], ...rest } }) => {
      const members = Object.entries(properties).flatMap(([name, member]) => [
        { place: `${place}/${name}`, required: required.includes(name) },
        ...places(root, member, `${place}/${name}`),
      ]);
      const each = typeof rest.additionalProperties === 'object' ? rest.additionalProperties : rest.items;
      const isTyped = each !== undefined && Object.keys(each).length > 0;
      return isTyped
        ? [...members, { place: `${place}/*`, required: false }, ...places(root, each, `${place}/*`)]
        : members;
    },
  );
  return found;
}
