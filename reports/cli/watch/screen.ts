/** What a watch shows: a pure function of the last judging, in no more lines than the terminal has. */
import pc from 'picocolors';
import { exchangeLine } from '../../../schemas/report/failure-text.ts';
import type { RunReport } from '../../../schemas/report/run-report.ts';
import { countsTold, fixFirst, type FaultGroup } from '../../fix-first.ts';
import { oneLine, plural } from '../../text.ts';
import { failedIn } from './plan.ts';

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The last judging, as far as it is shown. */
export interface Shown {
  /** The ids that were judged because they had failed; empty where everything was. */
  readonly asked: readonly string[];
  readonly exitCode: number;
  /** From the start of the process to its end, in ms. */
  readonly tookMs: number;
  /** Undefined where the run left none; its output then says why. */
  readonly report: RunReport | undefined;
  readonly output: string;
  readonly strict: boolean;
  readonly reportDir: string;
  /** What is waited for beside the keys, in words. */
  readonly waitsFor: readonly string[];
}

/** Lines of a cause: what the target does wrong, the requirement that shows it, and the request at fault. */
const linesEach = 3;

/** The screen after a judging, each line cut to the width of the terminal. */
export function screenOf(shown: Shown, size: Size, colour: boolean): string[] {
  const paint = pc.createColors(colour);
  const { asked, exitCode, tookMs, report, waitsFor } = shown;
  const what = asked.length === 0 ? 'everything' : `what failed last time (${asked.length})`;
  const tone = exitCode === 0 ? paint.green : paint.red;
  const cut = (line: string): string => shorten(line, size.columns);
  const head = [
    cut(`Tested ${what} in ${(tookMs / 1000).toFixed(1)} s, exit code ${exitCode}`),
    tone(cut(oneLine(report?.summary ?? 'The run left no report.'))),
    '',
  ];
  const foot = ['', cut(['Enter: test again', 'q: quit', ...waitsFor].join(' · '))];
  const room = size.rows - head.length - foot.length - 1;
  const body = report === undefined ? lastLines(shown.output, room) : failures(shown, report, room);
  return [...head, ...body.map(cut), ...foot];
}

/**
 * The screen while something is judged.
 *
 * @param held ids that failed last time and were just seen to hold
 */
export function judgingScreen(
  asked: readonly string[],
  held: readonly string[],
  { columns }: Size,
): string[] {
  const what = asked.length === 0 ? 'everything' : `what failed last time: ${asked.join(', ')}`;
  const before = held.length === 0 ? [] : [`Passes now: ${held.join(', ')}`];
  return [...before, `Testing ${what} …`].map((line) => shorten(line, columns));
}

/** The causes, the one first that holds up most: as many as there is room for, and the ids of the others. */
function failures({ strict, reportDir }: Shown, report: RunReport, room: number): string[] {
  const ids = new Set(failedIn(report, strict));
  const groups = fixFirst(report).filter(
    ({ wrong, blocked }) => blocked.length > 0 || wrong.some(({ result }) => ids.has(result.id)),
  );
  const fitting = Math.floor((room - 1) / linesEach);
  const hidden = groups.slice(fitting).flatMap(idsOf);
  return [
    ...groups.slice(0, fitting).flatMap(causeLines),
    ...(hidden.length === 0
      ? []
      : [`and ${plural(hidden.length, 'more requirement')}: ${hidden.join(', ')}`]),
    ...(groups.length === 0 && report.exitCode === 0 ? [] : [`report  ${reportDir}`]),
  ].slice(0, room);
}

const idsOf = ({ wrong, blocked }: FaultGroup): string[] => [
  ...wrong.map(({ result }) => result.id),
  ...blocked.map(({ id }) => id),
];

function causeLines(group: FaultGroup): string[] {
  const exchange = group.lead?.fault.request ?? group.exchange;
  const statement = group.lead?.result.statement ?? group.advice ?? '';
  return [
    `${oneLine(group.title)}: ${countsTold(group)}`,
    `  ${idsOf(group).join(' ')}  ${oneLine(statement)}`,
    `  ${exchange === undefined ? (group.at ?? '') : exchangeLine(exchange)}`,
  ];
}

function lastLines(output: string, count: number): string[] {
  return output.trimEnd().split('\n').slice(-count);
}

function shorten(line: string, columns: number): string {
  const characters = [...line];
  return characters.length <= columns ? line : `${characters.slice(0, columns - 1).join('')}…`;
}
