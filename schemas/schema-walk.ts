import { definition, type JsonSchema, typeNameOf } from './json-schema.ts';

/** One of the schemas that a value may satisfy, without `$ref`, `anyOf` and `oneOf`. */
export interface Alternative {
  readonly schema: JsonSchema;
  /** Name of the documented type, where the schema has one. */
  readonly type?: string;
}

/**
 * The schemas that apply to a value: references followed, unions opened. Where a discriminator names the branch, only
 * that branch. No documented type refers to itself, so this ends.
 */
export function alternatives(root: JsonSchema, schema: JsonSchema, value?: unknown): Alternative[] {
  if (schema.$ref) {
    const type = typeNameOf(schema.$ref);
    return alternatives(root, definition(root, schema.$ref), value).map((found) => ({ type, ...found }));
  }
  const branches = schema.anyOf ?? discriminated(root, schema, value);
  return branches ? branches.flatMap((branch) => alternatives(root, branch, value)) : [{ schema }];
}

/** The schemas that apply to the value at a path inside a body. Empty where nothing is documented. */
export function alternativesAt(root: JsonSchema, path: readonly string[], body: unknown): Alternative[] {
  let found = alternatives(root, root, body);
  let value = body;
  for (const segment of path) {
    value = memberOf(value, segment);
    found = found
      .map(({ schema }) => memberSchema(schema, segment))
      .filter((schema) => schema !== undefined)
      .flatMap((schema) => alternatives(root, schema, value));
  }
  return found;
}

/** The schema of a property, map value or list item; undefined where there is none. */
export function memberSchema(schema: JsonSchema, name: string): JsonSchema | undefined {
  const { properties = {}, additionalProperties, items } = schema;
  if (Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : items;
}

/** A property or list item of a value, own properties only; undefined where there is none. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

function discriminated(root: JsonSchema, schema: JsonSchema, value: unknown): JsonSchema[] | undefined {
  const { discriminator, oneOf } = schema;
  if (!oneOf || !discriminator) return oneOf;
  const tag = memberOf(value, discriminator.propertyName);
  const chosen = oneOf.filter((branch) =>
    alternatives(root, branch).some(
      (found) => found.schema.properties?.[discriminator.propertyName]?.const === tag,
    ),
  );
  return chosen.length > 0 ? chosen : oneOf;
}
