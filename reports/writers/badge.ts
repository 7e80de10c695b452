import type { RunReport, RunVerdict } from '../../schemas/report/run-report.ts';
import { harmlessJson } from '../text.ts';

const colours: Readonly<Record<RunVerdict, string>> = {
  conformant: 'brightgreen',
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
  const { MUST } = report.counts;
  const held = MUST['passed'] ?? 0;
  const all = Object.values(MUST).reduce((sum, count) => sum + count, 0) - (MUST['excluded'] ?? 0);
  return harmlessJson(
    {
      schemaVersion: 1,
      label: 'Conversations API',
      message: words[report.verdict] ?? `${report.verdict}, ${held} of ${all} MUST`,
      color: colours[report.verdict],
      isError: report.exitCode !== 0,
    },
    2,
  );
}
