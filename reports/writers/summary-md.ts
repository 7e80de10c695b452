import type { RequirementResult, RunReport, Verdict } from '../../schemas/report/run-report.ts';
import { blockedTold, rootCauses } from '../causes.ts';
import { alone, exploredTold, levelOf, replayCommand } from '../exploration.ts';
import { lagTold } from '../lag.ts';
import { plural } from '../text.ts';
import { mannersTold } from '../traffic.ts';
import { levelTold, runSentence, runTitle, verdictWords } from '../words.ts';
import { code, plain, table } from './markdown.ts';

/** Maximum rows of a table: a job summary is cut at 1 MB. */
const shown = 50;

const icons: Readonly<Record<string, string>> = { 0: '✅', 1: '❌', 3: '⚠️', 5: '⚠️' };

/** The result for the summary page of a CI job. */
export function summaryMd(report: RunReport): string {
  const { target, rules, suite } = report;
  const parts = [
    `## ${report.verdict === 'partial' ? 'ℹ️' : (icons[report.exitCode] ?? '💥')} ${runTitle(report)}`,
    plain(runSentence(report)),
    `Target ${code(target['target'] ?? '')}, app ${code(target['appId'] ?? '')}. ` +
      `Rules ${code(`${rules.version} (${rules.hash})`)}, ${plain(suite.name)} ${plain(suite.version)}, ` +
      `${report.startedAt}, ${plural(report.requests, 'request')} in ${(report.durationMs / 1000).toFixed(1)} s, ` +
      `seed ${report.seed}, exit code ${report.exitCode}.`,
    exploration(report),
    alone(report.exploration) ? '' : figures(report),
    [...mannersTold(report), ...lagTold(report), ...report.notes].map((one) => plain(one, 1000)).join(' '),
    section('Violated', report, 'failed'),
    causes(report),
    section('Unstable', report, 'unstable'),
    section('Warnings', report, 'warned'),
    section('Known failures', report, 'known-failure'),
    section('Suite errors', report, 'harness-error'),
    report.problems.length === 0
      ? ''
      : `### Problems\n\n${report.problems
          .slice(0, shown)
          .map((problem) => `- ${plain(problem)}`)
          .join('\n')}`,
    report.cleanUp.left.length === 0
      ? ''
      : `### Left behind\n\n${plural(report.cleanUp.left.length, 'conversation')} could not be deleted: ` +
        report.cleanUp.left
          .slice(0, shown)
          .map((id) => code(id))
          .join(', '),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function exploration({ exploration: found, rerun }: RunReport): string {
  if (found?.contradictions.length === 0 && found.afterScenarios)
    return `Explored after the scenarios: ${plain(exploredTold(found))}.`;
  if (found === undefined || found.contradictions.length === 0) return '';
  const rows = found.contradictions.map((one) => [
    plain(`${levelOf(one)} ${one.requirements.join(', ')}`),
    plain(one.story.join('; ')),
    `expected ${code(one.expected)}, received ${code(one.received)}`,
    code(replayCommand(found, one, rerun)),
  ]);
  const title = found.afterScenarios ? 'Found by the explorer' : 'Contradictions';
  return `### ${title} (${rows.length})\n\n${table(['requirements', 'story', 'seen', 'replay'], rows)}`;
}

function figures({ counts }: RunReport): string {
  const present = verdictWords.filter(({ verdict }) =>
    Object.values(counts).some((byVerdict: Record<string, number>) => (byVerdict[verdict] ?? 0) > 0),
  );
  const rows = Object.entries(counts).map(([level, byVerdict]: [string, Record<string, number>]) => [
    level,
    ...present.map(({ verdict }) => String(byVerdict[verdict] ?? 0)),
  ]);
  return table(['level', ...present.map(({ title }) => title)], rows);
}

function section(title: string, report: RunReport, verdict: Verdict): string {
  const results = report.requirements.filter((one) => one.verdict === verdict);
  if (results.length === 0) return '';
  const rows = results
    .slice(0, shown)
    .map((one) => [
      `**${one.id}**${one.newer === undefined ? '' : ` (${levelTold(one)})`}`,
      plain(one.statement),
      evidence(one),
    ]);
  return [
    `### ${title} (${results.length})`,
    table(['requirement', 'statement', 'seen'], rows),
    more(results.length - shown),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function evidence({ checks, detail }: RequirementResult): string {
  const failed = checks.find((check) => check.verdict === 'failed' && check.expected !== undefined);
  if (failed === undefined) return code(detail);
  return `expected ${code(failed.expected ?? '')}, received ${code(failed.received ?? '')}`;
}

function causes(report: RunReport): string {
  const all = rootCauses(report);
  if (all.length === 0) return '';
  const rows = all
    .slice(0, shown)
    .map(({ cause, requirement, advice, blocked }) => [
      [
        requirement === undefined ? [] : `**${requirement}**`,
        code(cause),
        advice === undefined ? [] : plain(advice),
      ]
        .flat()
        .join(' '),
      String(blocked.length),
      blockedTold(blocked),
    ]);
  return `### Blocked, by cause\n\n${table(['cause', 'blocked', 'requirements'], rows)}`;
}

function more(hidden: number): string {
  return hidden > 0 ? `… and ${hidden} more, in \`index.html\`.` : '';
}
