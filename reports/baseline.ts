import { readJsonFile } from '../schemas/report/json-file.ts';
import type { RunReport } from '../schemas/report/run-report.ts';
import { requirementById, suggest } from '../specs/requirements/index.ts';

import { oneLine } from './text.ts';

/** A failure that is known and accepted for now. */
export interface KnownFailure {
  readonly id: string;
  readonly reason: string;
  readonly ticket?: string;
  /** Last day on which it is accepted, YYYY-MM-DD. */
  readonly expires?: string;
}

/** The file cannot be used as a list of known failures. */
export class BaselineError extends Error {
  override name = 'BaselineError';
}

const example = '[{"id": "PUT-MERGE-07", "reason": "lists are merged, see TICKET-1"}]';

/**
 * Reads a list of known failures.
 *
 * @param flag that named it
 * @throws BaselineError with one sentence
 */
export function readBaseline(file: string, flag = '--baseline'): KnownFailure[] {
  let content: unknown;
  try {
    content = readJsonFile(file);
  } catch (error) {
    throw new BaselineError(
      `${flag}: ${file} cannot be read as JSON (${(error as Error).message}). A valid example: ${example}`,
    );
  }
  if (!Array.isArray(content))
    throw new BaselineError(`${flag}: ${file} does not contain a JSON array. A valid example: ${example}`);
  return content.map((entry: unknown, index) => {
    const { id, reason, ticket, expires, ...others } = Object(entry) as Record<string, unknown>;
    const complain = (what: string): never => {
      throw new BaselineError(`${flag}: entry ${index + 1} of ${file} ${what}. A valid example: ${example}`);
    };
    if (typeof id !== 'string' || id === '') return complain('has no id');
    if (typeof reason !== 'string' || reason.trim() === '') return complain(`(${id}) has no reason`);
    if (ticket !== undefined && typeof ticket !== 'string')
      return complain(`(${id}) has a ticket that is not a string`);
    if (expires !== undefined && (typeof expires !== 'string' || !isDate(expires)))
      return complain(`(${id}) has an expiry that is not a date YYYY-MM-DD`);
    // A mistyped "expires" would never expire.
    const [unknown] = Object.keys(others);
    if (unknown !== undefined)
      return complain(`(${id}) has "${unknown}", which is none of id, reason, ticket, expires`);
    return {
      id,
      reason,
      ...(typeof ticket === 'string' ? { ticket } : {}),
      ...(expires === undefined ? {} : { expires }),
    };
  });
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/**
 * The list of known failures with which the same run would end with 0. An entry goes when it was judged and holds now; what
 * was not judged stays, and every entry keeps its words. What only a listed failure blocks is accepted with it.
 */
export function baselineFrom(report: RunReport, known: readonly KnownFailure[]): KnownFailure[] {
  const day = report.startedAt.slice(0, 10);
  const verdicts = new Map(report.requirements.map(({ id, verdict }) => [id, verdict]));
  const kept = known.filter(({ id }) => verdicts.has(id) && verdicts.get(id) !== 'passed');
  const failing = report.requirements.filter(({ verdict }) => violated.includes(verdict));
  const listed = new Set([...kept, ...failing].map(({ id }) => id));
  const blocked = report.requirements.filter(
    ({ id, level, verdict, checks }) =>
      verdict === 'blocked' &&
      level === 'MUST' &&
      !listed.has(id) &&
      mayBeKnown(checks) &&
      !blockedBy(checks, listed),
  );
  const added = [...failing.filter(({ known: already }) => already?.by === undefined), ...blocked]
    .filter(({ id }) => !kept.some((entry) => entry.id === id))
    .map(({ id, detail }) => ({ id, reason: `reason missing; seen on ${day}: ${oneLine(detail)}` }));
  return [...kept, ...added];
}

const violated: readonly string[] = ['failed', 'warned', 'unstable', 'known-failure'];

type Checks = readonly RunReport['requirements'][number]['checks'][number][];

/** What a broken connection, a lost credential or the end of the run blocks may be judged the next time: it is not known. */
export function mayBeKnown(checks: Checks): boolean {
  return checks
    .filter(({ verdict }) => verdict === 'blocked')
    .every(({ cause }) => !['transport', 'credential', 'time'].includes(cause?.kind ?? ''));
}

/** Whether nothing but the violation of listed requirements kept them from being judged. */
export function blockedBy(checks: Checks, listed: { has(id: string): boolean }): boolean {
  const blocked = checks.filter(({ verdict }) => verdict === 'blocked');
  return blocked.length > 0 && blocked.every(({ cause }) => listed.has(cause?.requirement ?? ''));
}

/** Entries that no longer hold, in words: unknown ids, ids that passed, entries past their last day. */
export function staleEntries(
  baseline: readonly KnownFailure[],
  verdictOf: (id: string) => string | undefined,
  today: string,
): string[] {
  return baseline.flatMap(({ id, expires }) => {
    if (requirementById(id) === undefined)
      return [`${id} is not a requirement; similar ids: ${suggest(id).join(', ') || 'none'}`];
    if (expires !== undefined && expires < today) return [`${id} was accepted until ${expires}`];
    return verdictOf(id) === 'passed' ? [`${id} passes now: remove it from the baseline`] : [];
  });
}
