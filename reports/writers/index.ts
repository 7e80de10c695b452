import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunReport } from '../../schemas/report/run-report.ts';
import { reportIssues } from '../../schemas/report/validate.ts';
import { resultsJson } from './results-json.ts';

/** A pure function from the run report to the text of one file. */
type Writer = (report: RunReport) => string;

/** Every file of a report folder. */
const writers: Readonly<Record<string, Writer>> = {
  'results.json': resultsJson,
};

/** Writes every report into the folder. Throws when the run report breaks its own schema. */
export async function writeReports(report: RunReport, folder: string): Promise<void> {
  const issues = reportIssues(report);
  if (issues.length > 0) throw new Error(`the run report breaks its own schema: ${issues.join('; ')}`);
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries(writers).map(([name, write]) => writeFile(join(folder, name), write(report))),
  );
}
