/** A small record of each run, kept in a folder, and a page of how they went. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../schemas/report/report-folder.ts';
import type { RunReport } from '../schemas/report/run-report.ts';
import { comparisonHtml } from './compare/html.ts';
import { tableOf } from './compare/table.ts';
import { readReport, ReportError } from './read-report.ts';

/** Runs that the page shows at most, the newest ones. */
const shownAtMost = 60;

/** The file of a record: `2026-11-30T09-15-02Z-cct-1a2b.json`, so that names sort by time. */
function fileOf({ startedAt, runId }: RunReport): string {
  const time = startedAt.replace(/\.\d+/, '').replaceAll(':', '-');
  return `${time}-${runId}.json`.replace(/[^\w.-]/g, '');
}

/** The report without what was sent and received, and without the checks that held: enough to compare it later. */
export function recordOf(report: RunReport): RunReport {
  const requirements = report.requirements.map((one) => ({
    ...one,
    checks: one.checks.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not-applicable'),
  }));
  return { ...report, requirements, scenarios: [], drift: [] };
}

/**
 * Adds a run to the history in a folder, and renews `history.html` there: all runs of the same app of the same target.
 * Other files of the folder are left alone, whatever they hold.
 *
 * @returns the path of the page, and how many runs it shows
 */
export function addToHistory(
  folder: string,
  report: RunReport,
): { readonly page: string; readonly runs: number } {
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, fileOf(report)), `${JSON.stringify(recordOf(report))}\n`);
  const records = readdirSync(folder)
    .filter((name) => /^\d{4}-\d\d-\d\dT.*\.json$/.test(name))
    .sort()
    .flatMap((name) => {
      try {
        return [{ name, report: readReport(join(folder, name)) }];
      } catch (error) {
        if (error instanceof ReportError) return [];
        throw error;
      }
    })
    .filter(({ report: { target } }) =>
      ['target', 'appId'].every((name) => target[name] === report.target[name]),
    )
    .slice(-shownAtMost);
  const page = join(folder, 'history.html');
  writeWhole(page, comparisonHtml(tableOf(records)));
  return { page, runs: records.length };
}
