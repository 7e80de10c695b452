import pc from 'picocolors';
import { exchangeLine } from '../../schemas/report/failure-text.ts';
import type { RunReport, Verdict } from '../../schemas/report/run-report.ts';
import { Evidence } from '../evidence.ts';
import { alone, exploredTold, explorationText, rerunCommand, stepsOf } from '../exploration.ts';
import { countsTold, fixFirst, type FaultGroup } from '../fix-first.ts';
import { idLines } from '../ids.ts';
import { lagTold } from '../lag.ts';
import { oneLine, plural, visible } from '../text.ts';
import { mannersTold } from '../traffic.ts';
import { failureLine, failureLines } from './console-failure.ts';
import { crashFile } from './reproduce/index.ts';

interface Options {
  readonly colour: boolean;
  readonly reportDir: string;
  /** Whether every failure is shown in full. */
  readonly verbose?: boolean;
}

type Paint = ReturnType<typeof pc.createColors>;

/** Failures told in full at most; the others have a line each. */
const toldInFull = 20;

/** Causes that are named before the failures at most. */
const causesFirst = 7;

/** What a person reads at the end of a run: what to mend first, the failures, then one summary block. Plain text. */
export function consoleReport(report: RunReport, { colour, reportDir, verbose = false }: Options): string {
  const paint = pc.createColors(colour);
  const exploration = alone(report.exploration);
  const evidence = new Evidence(report);
  const groups = fixFirst(report, evidence);
  const parts = [
    ...(exploration
      ? explorationText(exploration, report.rerun).map((text) => paint.bold(visible(text)))
      : []),
    ...overview(groups, paint),
    ...detailsOf(groups, report, { paint, evidence, verbose, reportDir }),
    ...knownTold(report),
    ...report.notes.map((note) => paint.yellow(visible(note))),
    ...[...mannersTold(report), ...lagTold(report)].map(visible),
    ...report.problems.map((problem) => paint.magenta(visible(`problem: ${problem}`))),
    summaryBlock(report, reportDir, paint),
  ];
  return `\n${parts.join('\n\n')}\n`;
}

/** The causes, one line each, where there are several; warnings are not among them, unless there is nothing else. */
function overview(groups: readonly FaultGroup[], paint: Paint): string[] {
  const pressing = groups.filter(isPressing);
  if (pressing.length < 2) return [];
  const lines = pressing
    .slice(0, causesFirst)
    .flatMap((group, index) => [
      `  ${index + 1}. ${oneLine(group.title, 160)}: ${countsTold(group)}${onlyBlocked(group)}`,
      ...(group.advice === undefined ? [] : [`     ${oneLine(group.advice)}`]),
    ]);
  const more = pressing.length - causesFirst;
  return [
    [
      paint.bold('Fix first'),
      ...lines,
      ...(more > 0 ? [`  … and ${plural(more, 'more cause')} below`] : []),
    ].join('\n'),
  ];
}

/** The id of the one requirement that could not be judged, since its cause does not name it. */
function onlyBlocked({ wrong, blocked }: FaultGroup): string {
  return wrong.length === 0 && blocked.length === 1 ? ` (${blocked[0]?.id})` : '';
}

/** Whether one requirement is all that it is about. */
function isSingle({ wrong, blocked }: FaultGroup): boolean {
  return wrong.length + blocked.length === 1;
}

/** More than warnings. */
function isPressing({ wrong, blocked }: FaultGroup): boolean {
  return blocked.length > 0 || wrong.some(({ result }) => result.verdict !== 'warned');
}

/** Each cause with the failure that shows it in full, the others of it in a line each, and what it blocked. */
function detailsOf(
  groups: readonly FaultGroup[],
  report: RunReport,
  {
    paint,
    evidence,
    verbose,
    reportDir,
  }: { paint: Paint; evidence: Evidence; verbose: boolean; reportDir: string },
): string[] {
  const style: Partial<Record<Verdict, (text: string) => string>> = {
    'harness-error': paint.magenta,
    failed: paint.red,
    unstable: paint.cyan,
    warned: paint.yellow,
  };
  let told = 0;
  return groups.flatMap((group, index) => {
    const { wrong, title } = group;
    const number = groups.filter(isPressing).length === 1 && index === 0 ? 'Fix first:' : `${index + 1}.`;
    const heading = isSingle(group)
      ? []
      : [paint.bold(`${number} ${oneLine(title, 160)}: ${countsTold(group)}`)];
    const inFull = verbose ? wrong : wrong.slice(0, told < toldInFull ? 1 : 0);
    told += inFull.length;
    const full = inFull.map((one) => {
      const [head = '', ...lines] = failureLines(one, report, { evidence, verbose });
      return [(style[one.result.verdict] ?? String)(visible(head)), ...lines.map(visible)].join('\n');
    });
    const rest = wrong
      .slice(inFull.length)
      .map((one) => (style[one.result.verdict] ?? String)(failureLine(one)));
    return [
      ...heading,
      ...full,
      ...(rest.length === 0 ? [] : [rest.join('\n')]),
      ...(group.blocked.length === 0 ? [] : [paint.cyan(visible(blockedText(group, report, reportDir)))]),
    ];
  });
}

/** Known failures with their reasons, and what each of them blocks. */
function knownTold({ requirements }: RunReport): string[] {
  const all = requirements.filter(({ verdict }) => verdict === 'known-failure');
  if (all.length === 0) return [];
  const lines = all
    .filter(({ known }) => known?.by === undefined)
    .map(({ id, known }) => {
      const blocked = all.filter((one) => one.known?.by === id).map((one) => one.id);
      const also = blocked.length === 0 ? '' : `; blocks ${blocked.join(', ')}`;
      return `  ${id}  ${oneLine(known?.reason ?? '', 160)}${known?.ticket === undefined ? '' : ` (${oneLine(known.ticket)})`}${also}`;
    });
  return [visible([`${plural(all.length, 'known failure')} accepted:`, ...lines].join('\n'))];
}

/** What kept requirements from being judged, and every one of them. */
function blockedText(
  { cause = '', exchange, at, advice, blocked, wrong, crashed }: FaultGroup,
  report: RunReport,
  reportDir: string,
): string {
  const [first] = blocked;
  const rows = [
    ['exchange', exchange && exchangeLine(exchange)],
    ['at', at],
    ['advice', advice],
    ['reproduce', crashed ? `bash ${reportDir}/reproduce/${crashFile}` : undefined],
    ['rerun', wrong.length > 0 || first === undefined ? undefined : rerunCommand(report, first.id)],
    ['ids', blocked.length === 1 ? undefined : idLines(blocked.map(({ id }) => id)).join('\n            ')],
  ].flatMap(([label = '', text]) => (text === undefined ? [] : [`  ${label.padEnd(9)} ${text}`]));
  const what =
    blocked.length === 1 ? `${first?.id} blocked` : `${plural(blocked.length, 'requirement')} blocked`;
  return [`${what}: ${oneLine(cause, 220)}`, ...rows].join('\n');
}

function summaryBlock(report: RunReport, reportDir: string, paint: Paint): string {
  const { counts, target, exploration } = report;
  const sole = alone(exploration);
  const row = (label: string, text: string): string => visible(`  ${label.padEnd(9)} ${text}`);
  const told = (level: keyof typeof counts): string =>
    Object.entries(counts[level])
      .map(([verdict, count]) => `${count} ${verdict}`)
      .join(', ');
  const summary = visible(report.summary);
  const tone = report.exitCode !== 0 ? paint.red : report.partial ? String : paint.green;
  const headline = report.exitCode === 0 ? tone(summary) : paint.bold(tone(summary));
  return [
    headline,
    row('target', `${target['target']}, app ${target['appId']}`),
    ...(sole
      ? [row('steps', stepsOf(sole))]
      : [row('MUST', told('MUST')), row('SHOULD', told('SHOULD')), row('SURVEY', told('SURVEY'))]),
    ...notApplicable(report).map((text) => row('untested', text)),
    ...(exploration && !sole ? [row('explorer', exploredTold(exploration))] : []),
    ...windowRow(target['consistencyMs']).map((text) => row('window', text)),
    row(
      'cost',
      `${report.requests} requests, ${(report.durationMs / 1000).toFixed(1)} s, seed ${report.seed}`,
    ),
    row('clean-up', `${report.cleanUp.deleted} of ${report.cleanUp.created} conversations deleted`),
    row('suite', `${report.suite.name} ${report.suite.version}`),
    row('rules', `${report.rules.version} (${report.rules.hash})`),
    row('report', reportDir),
    row('exit code', String(report.exitCode)),
  ].join('\n');
}

/** What does not apply to the target, by reason. */
function notApplicable({ requirements }: RunReport): string[] {
  const reasons = new Map<string, string[]>();
  for (const { id, verdict, detail } of requirements)
    if (verdict === 'not-applicable') reasons.set(detail, [...(reasons.get(detail) ?? []), id]);
  return [...reasons].map(([reason, ids]) => `${idLines(ids).join(', ')}: ${oneLine(reason, 100)}`);
}

/** How long a change was waited for, and how to change that. */
function windowRow(consistencyMs: string | undefined): string[] {
  if (consistencyMs === undefined || consistencyMs === '0') return [];
  return [`changes may take up to ${consistencyMs} ms to become visible (--consistency-ms)`];
}
