import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RunReport } from '../../schemas/report/run-report.ts';
import { reportIssues } from '../../schemas/report/validate.ts';
import { writeWhole, type ReportFile } from '../../schemas/report/report-folder.ts';
import { badgeJson } from './badge.ts';
import { transcriptHar } from './har.ts';
import { indexHtml } from './html/index.ts';
import { junitXml } from './junit.ts';
import { crashFile, reproduceScripts, scriptMark } from './reproduce/index.ts';
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
} satisfies Record<ReportFile, Writer>;

/** Folder of scripts within a report folder: one for each requirement that does not hold, and one for a crash. */
const scriptFolder = 'reproduce';

/**
 * Writes every report into the folder, and removes scripts of an earlier run. Each file is written whole or not at all, and
 * the others are written even where one fails.
 *
 * @throws Error where the run report breaks its own schema, or with what kept a file from being written
 */
export function writeReports(report: RunReport, folder: string): void {
  const issues = reportIssues(report);
  if (issues.length > 0) throw new Error(`the run report breaks its own schema: ${issues.join('; ')}`);
  mkdirSync(folder, { recursive: true });
  const tasks = [
    ...Object.entries(writers).map(
      ([name, write]) =>
        (): void =>
          writeWhole(join(folder, name), write(report)),
    ),
    (): void => writeScripts(report, join(folder, scriptFolder)),
  ];
  const failures = tasks.flatMap((task) => {
    try {
      task();
      return [];
    } catch (error) {
      return [error as Error];
    }
  });
  if (failures[0] !== undefined) throw failures[0];
}

function writeScripts(report: RunReport, folder: string): void {
  const scripts = reproduceScripts(report);
  if (existsSync(folder))
    for (const name of readdirSync(folder))
      if (!scripts.has(name) && isScript(join(folder, name))) rmSync(join(folder, name));
  if (scripts.size > 0) mkdirSync(folder, { recursive: true });
  for (const [name, text] of scripts) writeWhole(join(folder, name), text, 0o755);
}

/** Whether the suite wrote the file. Other files in the folder belong to the user. */
function isScript(file: string): boolean {
  const name = basename(file);
  return (
    (name === crashFile || /^[A-Z0-9-]+\.sh$/.test(name)) && readFileSync(file, 'utf8').includes(scriptMark)
  );
}
