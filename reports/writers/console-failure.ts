/** One requirement that does not hold, in lines for a terminal: what happened, then the rule that it breaks. */
import type { RequirementCheck, RunReport } from '../../schemas/report/run-report.ts';
import { titleIn, type DifferenceRecord, type ExchangeRecord } from '../../schemas/report/scenario-record.ts';
import { attemptsTold, headersTold } from '../../schemas/report/failure-text.ts';
import { listDifference, placedDifferences, type ListDifference } from '../differences.ts';
import type { Evidence } from '../evidence.ts';
import { foundTold, rerunCommand } from '../exploration.ts';
import { itemTold, placeOf } from '../fault.ts';
import type { Wrong } from '../fix-first.ts';
import { pathOf, waitedTold } from '../request-words.ts';
import { oneLine } from '../text.ts';
import { levelTold } from '../words.ts';

/** Lines of one failure at most, unless all are asked for. */
const mostLines = 12;

/** Characters of a line at most, unless all are asked for; commands and sources stay whole. */
const lineLimit = 220;

type Row = readonly [label: string, text: string];

/** A check with the requests that led to it. */
interface Shown {
  readonly check: RequirementCheck;
  readonly story: readonly ExchangeRecord[];
}

export function failureLines(
  wrong: Wrong,
  report: RunReport,
  { evidence, verbose }: { readonly evidence: Evidence; readonly verbose: boolean },
): string[] {
  const { result, check, fault } = wrong;
  const cut = (text: string): string => oneLine(text, verbose ? 20_000 : lineLimit);
  const found = foundTold(report, check)?.split('\n') ?? [];
  const seen = found.length > 0 ? [] : requestRows(wrong, report, verbose);
  const story = evidence.leadingTo(check);
  const told = evidenceRows({ check, story }, cut, verbose);
  const rule: Row[] = [
    ['rule', cut(`${levelTold(result)}: ${result.statement}`)],
    ['source', cut(result.source)],
    ...(check.at === undefined
      ? []
      : [['at', cut(`${check.at}: ${titleIn(check.scenario)}: ${check.claim}`)] as const]),
    ['rerun', rerunCommand(report, result.id)],
  ];
  const attempts: Row[] = verbose && check.attempts ? [['attempts', attemptsTold(check.attempts)]] : [];
  const also = alsoRows(wrong, cut, verbose);
  const fixed = [...seen, ...rule, ...also];
  const steps = found.map((line, index): Row => [index === 0 ? 'found' : '', cut(line)]);
  const free = verbose ? Infinity : mostLines - 1 - fixed.length;
  const shown = shorten([...steps, ...told], free);
  return [
    headline(wrong),
    ...[...seen, ...shown, ...attempts, ...rule, ...also].map(
      ([label, text]) => `  ${label.padEnd(9)} ${text.replaceAll('\n', `\n${' '.repeat(12)}`)}`,
    ),
  ];

  function headline({ result: { id, verdict } }: Wrong): string {
    return `${id} ${verdict}: ${cut(fault.told)}`;
  }
}

/** The same in one line, for what shows the mistake of another one. */
export function failureLine({ result: { id, verdict }, check, fault }: Wrong): string {
  const at = check.at === undefined ? '' : ` (${check.at})`;
  return oneLine(`${id} ${verdict}: ${fault.told}${at}`, lineLimit);
}

/** So many rows; the last one says how many are left out. */
function shorten(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const kept = rows.slice(0, Math.max(0, most - 1));
  return [...kept, ['', `… and ${rows.length - kept.length} more lines: --verbose`]];
}

function requestRows({ check, fault }: Wrong, report: RunReport, verbose: boolean): Row[] {
  const { request, shownBy } = fault;
  if (request === undefined) return [];
  const outcome = (one: ExchangeRecord): string => one.failure ?? String(one.status);
  const line = (one: ExchangeRecord): string =>
    oneLine(
      `#${one.number} ${one.method} ${pathOf(one, report)}${headersTold(one)} → ${outcome(one)}`,
      lineLimit,
    );
  const body = bodyOf(request.requestBody, verbose);
  const waited = waitedTold(check.attempts);
  return [
    ['request', `${line(request)}${shownBy === undefined ? waited : ''}`],
    ...(body === undefined ? [] : [['', body] as const]),
    ...(shownBy === undefined ? [] : [['shown by', `${line(shownBy)}${waited}`] as const]),
  ];
}

/** Characters of a request body at most. */
const bodyLimit = 160;

/** A request body on one line, its long texts cut first. */
function bodyOf(text: string | undefined, verbose: boolean): string | undefined {
  if (text === undefined) return undefined;
  if (verbose || text.length <= bodyLimit) return oneLine(text, verbose ? 20_000 : bodyLimit);
  for (const limit of [30, 12]) {
    const shorter = withShortTexts(text, limit);
    if (shorter.length <= bodyLimit) return oneLine(shorter, bodyLimit);
  }
  return oneLine(withShortTexts(text, 12), bodyLimit);
}

function withShortTexts(text: string, limit: number): string {
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
      typeof value === 'string' && value.length > limit ? `${value.slice(0, limit - 1)}…` : value,
    );
  } catch {
    return text;
  }
}

/** Expected and received: only what differs, unless everything is asked for. */
function evidenceRows({ check, story }: Shown, cut: (text: string) => string, verbose: boolean): Row[] {
  const { expected, received, message } = check;
  const placed = placedDifferences(check);
  if (placed.length > 0) {
    const width = Math.min(24, Math.max(...placed.map((one) => placeOf(one).length)));
    return placed.map((one, index): Row => [index === 0 ? 'differs' : '', differenceTold(one, width)]);
  }
  // A wrong status is all that happened. The headline names it.
  if (check.verdict === 'failed' && check.assertion !== undefined && 'status' in check.assertion) return [];
  const whole: Row[] =
    expected === undefined
      ? []
      : [
          ['expected', cut(expected)],
          ['received', cut(received ?? '')],
        ];
  // Without a request, what was compared need not be a list that the target gave.
  const list = check.exchanges.length === 0 ? [] : listRows(listDifference(check), story).map(cutRow);
  if (list.length > 0) return verbose ? [...list, ...whole] : list;
  if (whole.length > 0) return whole;
  const [first = '', ...others] = message?.split('\n') ?? [];
  return first === '' ? [] : [['reason', cut([first, ...others].join(' '))]];

  function cutRow([label, text]: Row): Row {
    return [label, cut(text)];
  }
}

/** Which items a list lacks, adds or repeats; none where it only has another order. */
function listRows(difference: ListDifference | undefined, story: readonly ExchangeRecord[]): Row[] {
  if (difference === undefined) return [];
  const { expected, missing, extra, repeated } = difference;
  const items = (all: readonly string[]): string => all.map((item) => itemTold(item, story)).join(', ');
  const where = expected.length === 0 ? ' (none is expected)' : '';
  return [
    ...(missing.length === 0
      ? []
      : [['missing', `${missing.length} of ${expected.length}: ${items(missing)}`] as const]),
    ...(extra.length === 0 ? [] : [['extra', `${extra.length}${where}: ${items(extra)}`] as const]),
    ...(repeated.length === 0 ? [] : [['repeated', `${repeated.length}: ${items(repeated)}`] as const]),
  ];
}

function differenceTold(one: DifferenceRecord, width: number): string {
  const { expected = 'nothing', received = 'nothing' } = one;
  return `${placeOf(one).padEnd(width)}  expected ${oneLine(expected, 90)}, received ${oneLine(received, 90)}`;
}

/** What else failed of the same requirement, each text once, with how often it occurs. */
function alsoRows({ result, check }: Wrong, cut: (text: string) => string, verbose: boolean): Row[] {
  const others = result.checks.filter((one) => one !== check && one.verdict === check.verdict);
  if (others.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { claim } of others) counts.set(claim, (counts.get(claim) ?? 0) + 1);
  const texts = [...counts].map(([text, count]) => (count === 1 ? text : `${text} (${count} times)`));
  return [['also', verbose ? texts.map(cut).join('\n') : cut(texts.join('; '))]];
}
