import type { RunReport } from '../../schemas/report/run-report.ts';
import { harmlessJson } from '../text.ts';

/** The run report itself. */
export function resultsJson(report: RunReport): string {
  return harmlessJson(report, 1);
}
