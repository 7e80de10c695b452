/**
 * What `junit-10.xsd` of Jenkins' xUnit plugin allows, as far as our file goes: the strictest of its readers, which refuses
 * the whole file for one attribute that it does not know.
 */
import { XMLParser } from 'fast-xml-parser';

interface Allowed {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
  readonly text: boolean;
}

const outcome: Allowed = { required: [], optional: ['type', 'message'], children: [], text: true };
const printed: Allowed = { required: [], optional: [], children: [], text: true };

const elements: Readonly<Record<string, Allowed>> = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'errors'],
    children: ['testsuite'],
    text: false,
  },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
    text: false,
  },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    text: false,
  },
  properties: { required: [], optional: [], children: ['property'], text: false },
  property: { required: ['name', 'value'], optional: [], children: [], text: false },
  skipped: outcome,
  error: outcome,
  failure: outcome,
  'system-out': printed,
  'system-err': printed,
};

/** Seconds, with or without separators of thousands. */
const seconds = /^([0-9,]*)(\.[0-9]*)?$/;

/** One node as the parser gives it: its name holds its children, `:@` its attributes. */
type Node = Readonly<Record<string, readonly Node[] | string | undefined>> & {
  readonly ':@'?: Readonly<Record<string, string>>;
};

/** @returns what the schema refuses, each with the path of its element; empty for a valid file */
export function refusedByJenkins(xml: string): string[] {
  const parser = new XMLParser({
    ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', ignoreDeclaration: true },
  });
  const roots = parser.parse(xml) as Node[];
  const names = roots.map(nameOf);
  return names.length === 1 && ['testsuites', 'testsuite'].includes(names[0] ?? '')
    ? roots.flatMap((node) => refused(node, ''))
    : [`the root is ${names.join(', ')}`];
}

function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function refused(node: Node, above: string): string[] {
  const name = nameOf(node);
  const path = `${above}/${name}`;
  const allowed = elements[name];
  if (allowed === undefined) return [`${path}: unknown element`];
  const attributes = node[':@'] ?? {};
  const children = node[name] as readonly Node[];
  const known = [...allowed.required, ...allowed.optional];
  const wrongTime = path.endsWith('/testcase') ? undefined : attributes['time'];
  return [
    ...Object.keys(attributes)
      .filter((key) => !known.includes(key))
      .map((key) => `${path}: attribute ${key} is not allowed`),
    ...allowed.required
      .filter((key) => attributes[key] === undefined)
      .map((key) => `${path}: attribute ${key} is missing`),
    ...(wrongTime === undefined || seconds.test(wrongTime) ? [] : [`${path}: time is ${wrongTime}`]),
    ...children.flatMap((child) => {
      const inner = nameOf(child);
      if (inner === '#text') return allowed.text ? [] : [`${path}: text is not allowed`];
      return allowed.children.includes(inner)
        ? refused(child, path)
        : [`${path}: ${inner} is not allowed here`];
    }),
  ];
}
