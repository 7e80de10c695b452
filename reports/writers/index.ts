import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunReport } from '../../schemas/report/run-report.ts';
import { reportIssues } from '../../schemas/report/validate.ts';
import { badgeJson } from './badge.ts';
import { transcriptHar } from './har.ts';
import { indexHtml } from './html/index.ts';
import { junitXml } from './junit.ts';
import { reproduceScripts } from './reproduce/index.ts';
import { resultsJson } from './results-json.ts';
import { summaryMd } from './summary-md.ts';

/** A pure function from the run report to the text of one file. */
type Writer = (report: RunReport) => string;

/** Every file of a report folder. */
export const writers: Readonly<Record<string, Writer>> = {
  'results.json': resultsJson,
  'index.html': indexHtml,
  'junit.xml': junitXml,
  'summary.md': summaryMd,
  'badge.json': badgeJson,
  'transcript.har': transcriptHar,
};

/** Folder of scripts within a report folder, one file for each requirement. */
const scriptFolder = 'reproduce';

/**
 * Writes every report into the folder, and removes scripts of an earlier run. Throws when the run report breaks its own
 * schema; `results.json` is written even where another writer fails.
 */
export async function writeReports(report: RunReport, folder: string): Promise<void> {
  const issues = reportIssues(report);
  if (issues.length > 0) throw new Error(`the run report breaks its own schema: ${issues.join('; ')}`);
  await mkdir(folder, { recursive: true });
  const written = await Promise.allSettled([
    ...Object.entries(writers).map(async ([name, write]) => writeFile(join(folder, name), write(report))),
    writeScripts(report, join(folder, scriptFolder)),
  ]);
  const failed = written.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

async function writeScripts(report: RunReport, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const scripts = reproduceScripts(report);
  await Promise.all([...scripts].map(([name, text]) => writeFile(join(folder, name), text, { mode: 0o755 })));
}
