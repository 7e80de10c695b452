import { resolve } from 'node:path';
import { claimFolder } from '../../schemas/report/report-folder.ts';
import { UsageError } from '../../fixtures/target/settings.ts';
import { BaselineError, readBaseline, type KnownFailure } from '../baseline.ts';
import { mergeReports } from '../merge.ts';
import { readReport, ReportError } from '../read-report.ts';
import { consoleReport } from '../writers/console.ts';
import { writeReports } from '../writers/index.ts';

export interface MergeOptions {
  readonly reportDir: string;
  readonly baseline?: string;
}

/** Makes one report of those of all shards, writes it, and returns its exit code. @throws UsageError */
export function merge(paths: readonly string[], options: MergeOptions): number {
  const reportDir = resolve(options.reportDir);
  claimFolder(reportDir);
  try {
    const sides = paths.map((name) => ({ name, report: readReport(name) }));
    const known = sides.some(({ report }) => report.target['baseline'] !== 'none');
    if (known && options.baseline === undefined)
      throw new UsageError(
        'the shards ran with a baseline: give it again. A valid example: --baseline known.json',
      );
    const baseline: KnownFailure[] = options.baseline === undefined ? [] : readBaseline(options.baseline);
    const report = mergeReports(sides, baseline, reportDir);
    writeReports(report, reportDir);
    process.stdout.write(consoleReport(report, { colour: process.stdout.hasColors?.() ?? false, reportDir }));
    return report.exitCode;
  } catch (error) {
    if (error instanceof ReportError || error instanceof BaselineError) throw new UsageError(error.message);
    throw error;
  }
}
