/** A bash script that sends the requests of a story again, and judges the claim that failed by what comes this time. */
import type { RequirementResult, RunReport } from '../../../schemas/report/run-report.ts';
import type { ExchangeRecord, ScenarioRecord } from '../../../schemas/report/scenario-record.ts';
import { oneLine } from '../../text.ts';
import { callOf, type Around } from './call.ts';
import { compared, comparison } from './comparison.ts';
import { beginning, untilUnusable } from './beginning.ts';
import { comment, type Replacement } from './shell.ts';
import type { Story } from './story.ts';
import { valuesOf, type Values } from './values.ts';

export function scriptOf(result: RequirementResult, story: Story, report: RunReport): string {
  const sent = [...story.before, ...story.exchanges];
  const { captures, replacements } = valuesIn(sent, report, compared(story.assertion));
  const around: Around = { report, replacements, asserted: story.assertion };
  const requests = [
    ...(story.before.length === 0
      ? []
      : ['# Prepared by other scenarios', ...callLines(story.before, captures, around)]),
    scenarioComment(story.scenario),
    ...callLines(story.exchanges, captures, around, (exchange) =>
      exchange === firstAfterWrite(story) ? waiting(story) : [],
    ),
  ].join('\n');
  const cleanUp = story.after.map((one) => callOf(one, { ...around, asserted: undefined }));
  const end = comparison(story, sent, replacements);
  const body = `${requests}\n\n${end}`;
  return `${head(result, story)}\n${beginning(report, untilUnusable(story), body, cleanUp)}\n${body}\n`;
}

/** The values that are others in each call of the script: what the target gave, and ids that the run made. */
export function valuesIn(sent: readonly ExchangeRecord[], report: RunReport, compared = ''): Values {
  const { captures, replacements } = valuesOf(sent, compared);
  return { captures, replacements: [...replacements, ...runOf(report, sent)] };
}

/** The lines that send these requests, and that keep the ids of their answers. */
export function callLines(
  exchanges: readonly ExchangeRecord[],
  captures: Values['captures'],
  around: Around,
  before: (exchange: ExchangeRecord) => readonly string[] = () => [],
): string[] {
  return exchanges.flatMap((exchange, index) => [
    ...before(exchange),
    ...(isTogether(exchange, exchanges[index - 1]) ? ['# sent before the previous request had ended'] : []),
    callOf(exchange, around),
    ...(captures.get(exchange) ?? []).map(({ name, position }) => `${name}="$(id_at ${position})"`),
  ]);
}

export function scenarioComment({ title, file, line }: ScenarioRecord): string {
  return comment(`${oneLine(title)} (${oneLine(file)}:${line})`);
}

/** Stands in every script, and in no other file. */
export const scriptMark =
  'Exit code: 1 if the claim does not hold, 0 if it holds, 2 if this script cannot tell.';

function head({ id, level, statement }: RequirementResult, { check }: Story): string {
  const { expected, received, message = '', at } = check;
  const recorded =
    expected === undefined
      ? oneLine(`${check.verdict}: ${message}`)
      : `expected ${oneLine(expected)}, received ${oneLine(received ?? 'nothing')}`;
  return headOf(`${id}.sh`, [
    `${id} (${level}): ${oneLine(statement)}`,
    `Claim: ${oneLine(check.claim)}${at === undefined ? '' : ` (${oneLine(at)})`}`,
    `Recorded: ${recorded}`,
  ]);
}

/** The first lines of a script: what it is about, how to call it, and what its exit code says. */
export function headOf(file: string, about: readonly string[]): string {
  const lines = [...about, `TARGET_SECRET_KEY=… bash ${file}`, scriptMark];
  return ['#!/usr/bin/env bash', ...lines.map(comment)].join('\n');
}

/** Ids that the run made begin with its own id: each call of the script takes a new one. */
function runOf({ runId }: RunReport, exchanges: readonly ExchangeRecord[]): Replacement[] {
  const isPlain = /^cct-[a-z0-9]+$/.test(runId);
  // Where an id is also spelled in escapes, another one would not be the same conversation.
  const isEscaped = exchanges.some(({ path }) => !path.includes(runId) && decoded(path).includes(runId));
  return isPlain && !isEscaped ? [{ text: runId, expression: '$run' }] : [];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Where the check looked several times, a change may take as long to become visible. */
function waiting({ check: { attempts = [] } }: Story): string[] {
  const last = attempts.at(-1)?.atMs ?? 0;
  return attempts.length < 2
    ? []
    : [`sleep ${(last / 1000).toFixed(1)} # changes may need time to become visible`];
}

function firstAfterWrite({ exchanges }: Story): ExchangeRecord | undefined {
  return exchanges[exchanges.findLastIndex(({ method }) => method !== 'GET') + 1];
}

function isTogether(one: ExchangeRecord, before: ExchangeRecord | undefined): boolean {
  return (
    one.purpose === 'scenario' &&
    before?.purpose === 'scenario' &&
    one.startedMs < before.startedMs + before.durationMs
  );
}
