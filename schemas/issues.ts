/** AJV errors → one readable issue for each place of a body. */
import type { ErrorObject } from 'ajv/dist/2020.js';
import { expectation } from './expectation.ts';
import type { JsonSchema } from './json-schema.ts';
import { printableText, printableValue } from './printable.ts';
import { alternativesAt, memberOf } from './schema-walk.ts';

/** One place where a body differs from its documented type. */
export interface SchemaIssue {
  /** JSON pointer into the body, empty for the body itself; control characters are escaped. */
  pointer: string;
  /** What the documentation asks for, in words. */
  expected: string;
  /** What the body has there: short and safe to print; `nothing` where a property is missing. */
  received: string;
  /** True where the documentation contradicts itself about this place. */
  ambiguous: boolean;
  /** True where the documented type is a timestamp. */
  timestamp?: true;
}

/** A place as the rule for ambiguous places sees it. */
export interface Place {
  /** Names and indexes from the body down to the place. */
  readonly path: readonly string[];
  readonly missing: boolean;
}

const maxIssues = 20;

/** One issue for each place that AJV complains about: at most 20, with every kind of issue among them. */
export function issuesFrom(
  errors: readonly ErrorObject[],
  schema: JsonSchema,
  body: unknown,
  isAmbiguous: (place: Place) => boolean,
): SchemaIssue[] {
  const issues = firstOfEachPattern(withoutUnions(errors)).map(({ pointer, rank }) => {
    const path = parsePointer(pointer);
    const value = path.reduce(memberOf, body);
    const found = alternativesAt(schema, path, body);
    const issue: SchemaIssue = {
      pointer: toPointer(path),
      expected: expectation(found),
      received: printableValue(value),
      ambiguous: isAmbiguous({ path, missing: value === undefined }),
      ...(found.some(({ type }) => type === 'UnixMilliseconds') && { timestamp: true }),
    };
    return { issue, rank };
  });
  return varied(issues);
}

/** A JSON pointer, its segments cut and escaped so that it is safe to print. */
export function toPointer(path: readonly string[]): string {
  return path.map((name) => `/${printableText(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');
}

function parsePointer(pointer: string): string[] {
  const segments = pointer.split('/').slice(1);
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The place an error is about: a missing or superfluous property is a place of its own. */
function pointerOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty, tag } = params as Record<string, string | undefined>;
  const name = missingProperty ?? additionalProperty ?? tag;
  return name === undefined
    ? instancePath
    : `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Leaves out the errors of a union as a whole where one of its branches has errors further inside. */
function withoutUnions(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = new Set(
    errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath),
  );
  if (unions.size === 0) return errors;
  const outer = errors.flatMap((error) => ancestors(pointerOf(error)));
  const entered = new Set(outer.filter((pointer) => unions.has(pointer)));
  return errors.filter((error) => !entered.has(pointerOf(error)));
}

function ancestors(pointer: string): string[] {
  const ends = [...pointer.matchAll(/\//g)].map((match) => match.index);
  return ends.map((end) => pointer.slice(0, end));
}

interface Ranked {
  readonly pointer: string;
  /** How many places before this one broke the same rule. */
  readonly rank: number;
}

/** The first 20 places for each rule of the schema, in the order in which AJV found them. */
function firstOfEachPattern(errors: readonly ErrorObject[]): Ranked[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return errors.flatMap((error) => {
    const pattern = `${error.schemaPath} ${(error.params as { missingProperty?: string }).missingProperty ?? ''}`;
    const rank = counts.get(pattern) ?? 0;
    if (rank >= maxIssues) return [];
    const pointer = pointerOf(error);
    if (seen.has(pointer)) return [];
    counts.set(pattern, rank + 1);
    seen.add(pointer);
    return [{ pointer, rank }];
  });
}

/**
 * At most 20 issues in their given order. Rules and kinds of issue (plain, timestamp, ambiguous) take turns, because each
 * kind is judged by its own requirement and none may be crowded out.
 */
function varied(issues: readonly { issue: SchemaIssue; rank: number }[]): SchemaIssue[] {
  const turns = new Map<string, number>();
  const byRank = issues.toSorted((one, other) => one.rank - other.rank);
  const queued = byRank.map(({ issue }) => {
    const kind = `${issue.ambiguous} ${issue.timestamp}`;
    const turn = turns.get(kind) ?? 0;
    turns.set(kind, turn + 1);
    return { issue, turn };
  });
  const chosen = new Set(
    queued
      .toSorted((one, other) => one.turn - other.turn)
      .slice(0, maxIssues)
      .map(({ issue }) => issue),
  );
  return issues.map(({ issue }) => issue).filter((issue) => chosen.has(issue));
}
