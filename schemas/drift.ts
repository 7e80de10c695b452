import { toPointer } from './issues.ts';
import type { JsonSchema } from './json-schema.ts';
import { alternatives, memberOf, memberSchema } from './schema-walk.ts';

const maxFields = 100;

/**
 * The properties of a body that its documented type does not mention, as sorted JSON pointers in which list indexes and
 * map keys read `*`; at most 100. Members of an undocumented property, and of an object documented as open, do not count.
 */
export function fieldsBeyond(root: JsonSchema, body: unknown): string[] {
  const found = new Set<string>();
  visit(root, body, []);
  return [...found].sort();

  function visit(schema: JsonSchema, value: unknown, path: readonly string[]): void {
    if (typeof value !== 'object' || value === null) return;
    const kind = Array.isArray(value) ? 'array' : 'object';
    const applying = alternatives(root, schema, value).find(
      (alternative) => alternative.schema.type === kind,
    );
    if (applying) Object.keys(value).forEach((name) => visitMember(applying.schema, value, name, path));
  }

  function visitMember(schema: JsonSchema, value: object, name: string, path: readonly string[]): void {
    if (found.size >= maxFields) return;
    const isNamed = schema.type === 'object' && typeof schema.additionalProperties !== 'object';
    const member = memberSchema(schema, name);
    if (member) visit(member, memberOf(value, name), [...path, isNamed ? name : '*']);
    else if (isNamed) found.add(toPointer([...path, name]));
  }
}
