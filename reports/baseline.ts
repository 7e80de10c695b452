import { readFileSync } from 'node:fs';
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

/** Reads a list of known failures. Throws `BaselineError` with one sentence. */
export function readBaseline(file: string): KnownFailure[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BaselineError(
      `--baseline: ${file} cannot be read as JSON (${(error as Error).message}). A valid example: ${example}`,
    );
  }
  if (!Array.isArray(content))
    throw new BaselineError(`--baseline: ${file} holds no array. A valid example: ${example}`);
  return content.map((entry: unknown, index) => {
    const { id, reason, ticket, expires, ...others } = Object(entry) as Record<string, unknown>;
    const complain = (what: string): never => {
      throw new BaselineError(
        `--baseline: entry ${index + 1} of ${file} ${what}. A valid example: ${example}`,
      );
    };
    if (typeof id !== 'string' || id === '') return complain('has no id');
    if (typeof reason !== 'string' || reason.trim() === '') return complain(`(${id}) has no reason`);
    if (ticket !== undefined && typeof ticket !== 'string')
      return complain(`(${id}) has a ticket that is no text`);
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

/** A list of known failures that accepts everything that a run saw violated. */
export function baselineFrom(report: RunReport, known: readonly KnownFailure[]): KnownFailure[] {
  const day = report.startedAt.slice(0, 10);
  return report.requirements
    .filter(({ verdict }) => verdict === 'failed' || verdict === 'warned' || verdict === 'known-failure')
    .map(
      ({ id, detail }) =>
        known.find((entry) => entry.id === id) ?? {
          id,
          reason: `to be explained; seen on ${day}: ${oneLine(detail)}`,
        },
    );
}

/** Entries that no longer hold, in words: unknown ids, ids that passed, entries past their last day. */
export function staleEntries(
  baseline: readonly KnownFailure[],
  verdictOf: (id: string) => string | undefined,
  today: string,
): string[] {
  return baseline.flatMap(({ id, expires }) => {
    if (requirementById(id) === undefined)
      return [`${id} is no requirement; near it: ${suggest(id).join(', ') || 'nothing'}`];
    if (expires !== undefined && expires < today) return [`${id} was accepted until ${expires}`];
    return verdictOf(id) === 'passed' ? [`${id} passes now: take it off the list`] : [];
  });
}
