import type { OpenAPIV3_1 } from 'openapi-types';
import { definition, type JsonSchema, mapSchema, typeNameOf } from '../json-schema.ts';

/** A schema with the additions that OpenAPI makes to JSON Schema. */
type ComponentSchema = JsonSchema & { discriminator?: OpenAPIV3_1.DiscriminatorObject };

const componentPath = '#/components/schemas/';

/**
 * The components of the document: every root type, and every type that one of them refers to, once each.
 *
 * @throws if two root types define a name differently
 */
export function schemaComponents(
  roots: Record<string, JsonSchema>,
): Record<string, OpenAPIV3_1.SchemaObject> {
  const components = new Map<string, ComponentSchema>();
  for (const [name, root] of Object.entries(roots)) {
    const { $schema: _draft, $id: _id, $defs = {}, ...schema } = root;
    for (const [defined, nested] of Object.entries({ ...$defs, [name]: schema })) {
      add(components, defined, toComponent(root, nested));
    }
  }
  const sorted = [...components].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted) as Record<string, OpenAPIV3_1.SchemaObject>;
}

/** A root type that another root type refers to arrives twice, with and without its title: both have to agree. */
function add(components: Map<string, ComponentSchema>, name: string, schema: ComponentSchema): void {
  const titled = { title: name, ...schema };
  const known = components.get(name);
  if (known && canonical(known) !== canonical(titled))
    throw new Error(`Two schemas of the name ${name} differ.`);
  components.set(name, titled);
}

function canonical(schema: ComponentSchema): string {
  return JSON.stringify(schema);
}

function toComponent(root: JsonSchema, schema: JsonSchema): ComponentSchema {
  return mapSchema(schema, (nested) => ({
    ...nested,
    ...(nested.$ref && { $ref: componentPath + typeNameOf(nested.$ref) }),
    ...(nested.discriminator && {
      discriminator: withMapping(root, nested, nested.discriminator.propertyName),
    }),
  }));
}

/** OpenAPI looks a branch up by the name of its schema unless told which value means which. */
function withMapping(
  root: JsonSchema,
  union: JsonSchema,
  propertyName: string,
): OpenAPIV3_1.DiscriminatorObject {
  const entries = (union.oneOf ?? []).map(({ $ref = '' }) => {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    const value = definition(root, `#/$defs/${name}`).properties?.[propertyName]?.const;
    return [String(value), componentPath + name] as const;
  });
  return { propertyName, mapping: Object.fromEntries(entries) };
}
