/** The subset of JSON Schema 2020-12 that the generator produces from the documented types. */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  type?: JsonType | JsonType[];
  const?: string | number | boolean | null;
  enum?: (string | number | boolean | null)[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  discriminator?: { propertyName: string };
}

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** A copy of a schema in which every nested schema, and then the schema itself, went through `change`. */
export function mapSchema(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const inner = (nested: JsonSchema) => mapSchema(nested, change);
  const copy: JsonSchema = { ...schema };
  if (schema.$defs) copy.$defs = mapValues(schema.$defs, inner);
  if (schema.properties) copy.properties = mapValues(schema.properties, inner);
  if (schema.items) copy.items = inner(schema.items);
  if (typeof schema.additionalProperties === 'object') {
    copy.additionalProperties = inner(schema.additionalProperties);
  }
  if (schema.anyOf) copy.anyOf = schema.anyOf.map(inner);
  if (schema.oneOf) copy.oneOf = schema.oneOf.map(inner);
  return change(copy);
}

/**
 * The schema with a copy of its definition in place of every `$ref`. No documented type refers to itself. A validator
 * without references collects errors in linear time; with them, AJV copies the list of errors at every reference.
 */
export function withoutReferences(root: JsonSchema): JsonSchema {
  const inline = (schema: JsonSchema): JsonSchema => {
    if (!schema.$ref) return schema;
    const { $ref, ...beside } = schema;
    return { ...mapSchema(definition(root, $ref), inline), ...beside };
  };
  const { $defs: _inlined, ...inlined } = mapSchema(root, inline);
  return inlined;
}

/** The definition that a reference of the form `#/$defs/Name` points to. */
export function definition(root: JsonSchema, reference: string): JsonSchema {
  const found = root.$defs?.[typeNameOf(reference)];
  if (!found) throw new Error(`The schema has no definition for ${reference}.`);
  return found;
}

/** `Name` of a reference of the form `#/$defs/Name`. */
export function typeNameOf(reference: string): string {
  return reference.slice('#/$defs/'.length);
}

function mapValues(
  record: Record<string, JsonSchema>,
  change: (schema: JsonSchema) => JsonSchema,
): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
