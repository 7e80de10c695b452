import type { RunReport, RunVerdict } from '../../schemas/report/run-report.ts';
import { alone } from '../exploration.ts';
import { harmlessJson } from '../text.ts';
import { runTitle } from '../words.ts';

const colours: Readonly<Record<RunVerdict, string>> = {
  conformant: 'brightgreen',
  partial: 'blue',
  'non-conformant': 'red',
  incomplete: 'orange',
  'baseline-stale': 'yellow',
  unreachable: 'lightgrey',
  'usage-error': 'lightgrey',
  'harness-error': 'lightgrey',
};

const words: Readonly<Partial<Record<RunVerdict, string>>> = {
  unreachable: 'not reached',
  'usage-error': 'not judged',
  'harness-error': 'suite broken',
};

/** The common endpoint format of badges: https://shields.io/badges/endpoint-badge */
export function badgeJson(report: RunReport): string {
  return harmlessJson(
    {
      schemaVersion: 1,
      label: 'Conversations API',
      message: words[report.verdict] ?? judged(report),
      color: colours[report.verdict],
      isError: report.exitCode !== 0,
    },
    2,
  );
}

/** `conformant, 123 of 123 MUST`; of a part, that it is one: `partial run, 3 of 3 MUST`. */
function judged(report: RunReport): string {
  const title = report.partial ? runTitle(report).toLowerCase() : report.verdict;
  if (alone(report.exploration) !== undefined) return title.replaceAll('must', 'MUST');
  const { passed: held = 0, excluded: _excluded, 'not-selected': _left, ...others } = report.counts.MUST;
  const all = Object.values(others).reduce((sum, count) => sum + count, held);
  return `${title}, ${held} of ${all} MUST`;
}
