import type { RunReport } from '../../schemas/report/run-report.ts';

/** The run report itself. */
export function resultsJson(report: RunReport): string {
  return `${JSON.stringify(report, null, 1)}\n`;
}
