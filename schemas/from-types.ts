/** Documented TypeScript types → JSON Schemas (draft 2020-12). Needs the development dependencies. */
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import { type JsonSchema, mapSchema } from './json-schema.ts';
import { requestTypeNames, responseTypeNames, type TypeName } from './types.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';
const typesPath = fileURLToPath(new URL('./types/*.ts', import.meta.url));
const reportPath = fileURLToPath(new URL('./report/run-report.ts', import.meta.url));
const tsconfigPath = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

/** What the generator produces: draft-07, with `definitions` in place of `$defs`. */
export type Draft07Schema = JsonSchema & { definitions?: Record<string, JsonSchema> };

/** The JSON Schema of every root type. Responses may carry unknown properties, requests may not. */
export function schemasFromTypes(): Record<TypeName, JsonSchema> {
  const responses = generator({ path: typesPath, additionalProperties: true });
  const requests = generator({ path: typesPath, additionalProperties: false });
  return Object.fromEntries([
    ...responseTypeNames.map((name) => [name, toDraft2020(name, responses(name))]),
    ...requestTypeNames.map((name) => [name, toDraft2020(name, requests(name))]),
  ]) as Record<TypeName, JsonSchema>;
}

/** The JSON Schema of the run report, which admits nothing that its type does not name. */
export function schemaOfRunReport(): JsonSchema {
  return toDraft2020('RunReport', generator({ path: reportPath, additionalProperties: false })('RunReport'));
}

function generator(options: {
  path: string;
  additionalProperties: boolean;
}): (name: string) => Draft07Schema {
  const typescript = createGenerator({
    ...options,
    tsconfig: tsconfigPath,
    topRef: false,
    jsDoc: 'extended',
    discriminatorType: 'open-api',
    skipTypeCheck: true,
  });
  return (name) => typescript.createSchema(name) as Draft07Schema;
}

/** Renames what changed its name between draft-07 and 2020-12: `definitions`, and references into it. */
export function toDraft2020(name: string, schema: Draft07Schema): JsonSchema {
  const { definitions = {}, $schema: _draft07, ...root } = schema;
  const hasDefinitions = Object.keys(definitions).length > 0;
  const renamed = mapSchema(hasDefinitions ? { ...root, $defs: definitions } : root, renameReference);
  return { $schema: draft, $id: `${name}.json`, title: name, ...renamed };
}

function renameReference(schema: JsonSchema): JsonSchema {
  return schema.$ref ? { ...schema, $ref: schema.$ref.replace('#/definitions/', '#/$defs/') } : schema;
}
