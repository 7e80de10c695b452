import type { JsonSchema } from './json-schema.ts';
import type { Alternative } from './schema-walk.ts';

/** What a value has to be, in words: `string or null`, `"ReadWrite" or "Read"`, `array of 1 to 10 items`. */
export function expectation(found: readonly Alternative[]): string {
  const words = [...new Set(found.flatMap(({ schema }) => wordsFor(schema)))];
  const ordered = [...words.filter((word) => word !== 'null'), ...words.filter((word) => word === 'null')];
  return ordered.length === 0 ? 'no such property' : joined(ordered);
}

function wordsFor(schema: JsonSchema): string[] {
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value));
  const types = [schema.type ?? 'any value'].flat();
  return types.map((type) => {
    if (type === 'integer' || type === 'number')
      return `${type}${range(schema.minimum, schema.maximum)}${named(schema)}`;
    if (type === 'array') return `array${count(schema.minItems, schema.maxItems)}`;
    return type;
  });
}

function named(schema: JsonSchema): string {
  return schema.title ? ` (${schema.title})` : '';
}

function range(minimum?: number, maximum?: number): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}

function count(minimum?: number, maximum?: number): string {
  if (minimum !== undefined && maximum !== undefined) return ` of ${minimum} to ${maximum} items`;
  if (minimum !== undefined) return ` of at least ${minimum} items`;
  return maximum === undefined ? '' : ` of at most ${maximum} items`;
}

function joined(words: readonly string[]): string {
  if (words.length < 3) return words.join(' or ');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
