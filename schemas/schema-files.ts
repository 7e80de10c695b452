import { readFileSync } from 'node:fs';
import type { JsonSchema } from './json-schema.ts';
import type { TypeName } from './types.ts';

const loaded = new Map<TypeName, JsonSchema>();

/** The generated JSON Schema of a documented type, read once per process. */
export function schemaOf(name: TypeName): JsonSchema {
  const known = loaded.get(name);
  if (known) return known;
  const schema = JSON.parse(
    readFileSync(new URL(`./json/${name}.json`, import.meta.url), 'utf8'),
  ) as JsonSchema;
  loaded.set(name, schema);
  return schema;
}
