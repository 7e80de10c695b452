import pc from 'picocolors';
import { exchangeLine, failureText } from '../../schemas/report/failure-text.ts';
import type { RequirementResult, RunReport, Verdict } from '../../schemas/report/run-report.ts';

import { blocksTold, rootCauses } from '../causes.ts';
import { Evidence } from '../evidence.ts';
import { alone, exploredTold, explorationText, foundTold, rerunCommand, stepsOf } from '../exploration.ts';
import { lagTold } from '../lag.ts';
import { mannersTold } from '../traffic.ts';
import { levelTold } from '../words.ts';

interface Options {
  readonly colour: boolean;
  readonly reportDir: string;
}

/** Failures told in full at most; the rest is counted, and stands in the report folder. */
const toldInFull = 20;

/** What a person reads at the end of a run: the failures, then one summary block. Target strings are escaped already. */
export function consoleReport(report: RunReport, { colour, reportDir }: Options): string {
  const paint = pc.createColors(colour);
  const style: Partial<Record<Verdict, (text: string) => string>> = {
    failed: paint.red,
    'harness-error': paint.magenta,
    unstable: paint.cyan,
    warned: paint.yellow,
    blocked: paint.cyan,
  };
  const exploration = alone(report.exploration);
  const evidence = new Evidence(report);
  const failures = (['harness-error', 'failed', 'unstable', 'warned'] as const).flatMap((verdict) =>
    report.requirements
      .filter((one) => one.verdict === verdict)
      .map((one) => (style[verdict] ?? String)(textOf(one, report, evidence))),
  );
  const hidden = failures.length - toldInFull;
  const parts = [
    ...(exploration ? explorationText(exploration, report.rerun).map((text) => paint.bold(text)) : []),
    ...failures.slice(0, toldInFull),
    ...(hidden > 0 ? [`… and ${hidden} more: see ${reportDir}`] : []),
    ...blockedCauses(report, evidence).map((line) => paint.cyan(line)),
    ...report.notes.map((note) => paint.yellow(note)),
    ...[...mannersTold(report), ...lagTold(report)],
    ...report.problems.map((problem) => paint.magenta(`problem: ${problem}`)),
    summaryBlock(report, reportDir, paint),
  ];
  return `\n${parts.join('\n\n')}\n`;
}

/** The first failed check of a requirement, and how many more there are. */
function textOf(result: RequirementResult, report: RunReport, evidence: Evidence): string {
  const worst = result.checks.filter(
    (check) => check.verdict !== 'passed' && check.verdict !== 'not-applicable',
  );
  const first =
    worst.find(({ verdict }) => verdict === result.verdict) ??
    worst.find((check) => check.verdict === 'failed' || check.verdict === 'harness-error') ??
    worst[0];
  if (first === undefined) return `${result.id}: ${result.detail}`;
  const exchanges = evidence.exchangesOf(first);
  const rerun = rerunCommand(report, result.id);
  const text = failureText(
    first,
    { ...result, level: levelTold(result) },
    exchanges,
    report.seed,
    rerun,
    foundTold(report, first),
  );
  const others = worst.filter((check) => check !== first && check.verdict === first.verdict);
  return others.length === 0 ? text : `${text}\n  also      ${counted(others.map(({ claim }) => claim))}`;
}

/** Each text once, with how often it occurs. */
function counted(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => (count === 1 ? text : `${text} (${count} times)`)).join('; ');
}

/** Each cause that blocked requirements, once: what was seen, by which exchange, and how many wait behind it. */
function blockedCauses(report: RunReport, evidence: Evidence): string[] {
  return rootCauses(report, evidence).map(({ cause, requirement, advice, exchange, first, blocked }) => {
    const rows = [
      ['exchange', exchange && exchangeLine(exchange)],
      ['at', first?.at],
      ['advice', advice],
      ['blocks', blocksTold(blocked, requirement)],
    ].flatMap(([label = '', text]) => (text === undefined ? [] : [`  ${label.padEnd(9)} ${text}`]));
    return [`blocked${requirement === undefined ? '' : ` by ${requirement}`}: ${cause}`, ...rows].join('\n');
  });
}

function summaryBlock(
  report: RunReport,
  reportDir: string,
  paint: ReturnType<typeof pc.createColors>,
): string {
  const { counts, target, exploration } = report;
  const sole = alone(exploration);
  const row = (label: string, text: string): string => `  ${label.padEnd(9)} ${text}`;
  const told = (level: keyof typeof counts): string =>
    Object.entries(counts[level])
      .map(([verdict, count]) => `${count} ${verdict}`)
      .join(', ');
  const tone = report.exitCode !== 0 ? paint.red : report.partial ? String : paint.green;
  const headline = report.exitCode === 0 ? tone(report.summary) : paint.bold(tone(report.summary));
  return [
    headline,
    row('target', `${target['target']}, app ${target['appId']}`),
    ...(sole
      ? [row('steps', stepsOf(sole))]
      : [row('MUST', told('MUST')), row('SHOULD', told('SHOULD')), row('SURVEY', told('SURVEY'))]),
    ...(exploration && !sole ? [row('explorer', exploredTold(exploration))] : []),
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
