/** Judges request and response bodies against the documented types of their operation. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { withinBudget } from './budget.ts';
import { fieldsBeyond } from './drift.ts';
import { issuesFrom, type Place, type SchemaIssue } from './issues.ts';
import { withoutReferences } from './json-schema.ts';
import { type Operation, type OperationId, operations } from './operations.ts';
import { printableValue } from './printable.ts';
import { schemaOf } from './schema-files.ts';
import type { RequestTypeName, TypeName } from './types.ts';

export type { SchemaIssue } from './issues.ts';

/** How the 200 body of an operation differs from its documented type: at most 20 issues, none if it conforms. */
export function responseIssues(operation: OperationId, body: unknown): SchemaIssue[] {
  return typeIssues(operations[operation].response, body);
}

/** How the body of a request differs from its documented type, unknown properties included: at most 20 issues. */
export function requestIssues(operation: OperationId, body: unknown): SchemaIssue[] {
  const { request }: Operation = operations[operation];
  if (request) return typeIssues(request as RequestTypeName, body);
  if (body === undefined) return [];
  return [{ pointer: '', expected: 'no body', received: printableValue(body), ambiguous: false }];
}

/** The undocumented properties of a 200 body, as sorted JSON pointers in which indexes and map keys read `*`. */
export function undocumentedFields(operation: OperationId, body: unknown): string[] {
  return fieldsBeyond(schemaOf(operations[operation].response), withinBudget(body));
}

/** An issue in one line: `/participants/alice/isUnread: expected boolean, received nothing`. */
export function describeIssue({ pointer, expected, received }: SchemaIssue): string {
  return `${pointer || 'body'}: expected ${expected}, received ${received}`;
}

/** True where the documented type of the place is a timestamp. */
export function isTimestampIssue(issue: SchemaIssue): boolean {
  return issue.timestamp === true;
}

/** How a body differs from a documented type: at most 20 issues. */
export function typeIssues(name: TypeName, body: unknown): SchemaIssue[] {
  const first = validator('first', name);
  if (first(body)) return [];
  const all = validator('all', name);
  const errors = (all(withinBudget(body)) ? undefined : all.errors) ?? first.errors ?? [];
  return issuesFrom(errors, schemaOf(name), body, (place) => isAmbiguous(name, place)).filter(
    (issue) => !isAccessNone(issue),
  );
}

/**
 * The access `None` can be set, and how it is shown is not documented (PARTICIPANT-SILENT-01): it is judged nowhere, for
 * anybody's conversations may have such participants.
 */
function isAccessNone({ pointer, received }: SchemaIssue): boolean {
  return /\/participants\/[^/]+\/access$/.test(pointer) && received === '"None"';
}

/**
 * The places where official sources disagree or are silent (TRANSPORT-SCHEMA-02). `topicId`: typed as a string, yet no documented
 * request sets it and live answers held null. `isUnread` of a list item: in the type, but not in the sample of the list.
 * `isUnread` of an item in a user's list: only known from its use.
 */
function isAmbiguous(type: TypeName, { path, missing }: Place): boolean {
  const isList = type === 'ConversationList' || type === 'UserConversationList';
  if (type !== 'Conversation' && !isList) return false;
  const [field, , setting, ...deeper] = isList ? path.slice(2) : path;
  const isReadState = field === 'participants' && setting === 'isUnread' && deeper.length === 0;
  const isUndocumented = type === 'UserConversationList' && field === 'isUnread';
  return field === 'topicId' || isUndocumented || (isList && isReadState && missing);
}

const settings = {
  // That the generated schemas are schemas is tested beforehand; to do so in each process takes longer than the rest.
  validateSchema: false,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  discriminator: true,
};
/** `first` stops at the first error and is cheap whatever the body; `all` lists every error. */
const compilers = {
  first: formats.default(new Ajv2020({ ...settings })),
  all: formats.default(new Ajv2020({ ...settings, allErrors: true })),
};
const compiled = new Map<string, ValidateFunction>();

function validator(mode: keyof typeof compilers, name: TypeName): ValidateFunction {
  const key = `${mode} ${name}`;
  const known = compiled.get(key);
  if (known) return known;
  const validate = compilers[mode].compile(withoutReferences(schemaOf(name)));
  compiled.set(key, validate);
  return validate;
}
