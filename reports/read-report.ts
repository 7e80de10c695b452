import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunReport } from '../schemas/report/run-report.ts';
import { reportIssues } from '../schemas/report/validate.ts';

/** A file that is no usable run report. The message names the file and says why. */
export class ReportError extends Error {
  override name = 'ReportError';
}

/**
 * Reads a run report from a `results.json`, or from the folder that holds one.
 *
 * @throws ReportError for what is missing, empty, truncated, of another form, or holds anything twice
 */
export function readReport(path: string): RunReport {
  const file = fileOf(path);
  const text = textOf(file);
  if (text.trim() === '') throw new ReportError(`${file} is empty`);
  const report = parse(text, file);
  const { format, footer } = Object(report) as Partial<RunReport>;
  if (format !== 1) throw new ReportError(`${file} is not a run report of format 1`);
  if (footer?.complete !== true) throw new ReportError(`${file} is truncated: it has no footer`);
  const [issue] = reportIssues(report);
  if (issue !== undefined) throw new ReportError(`${file} is not a valid run report: ${issue}`);
  requireWhole(report as RunReport, file);
  return report as RunReport;
}

function fileOf(path: string): string {
  try {
    return statSync(path).isDirectory() ? join(path, 'results.json') : path;
  } catch {
    return path;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ReportError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReportError(`${file} is truncated or not JSON: ${(error as Error).message}`);
  }
}

/** The report must contain as many requirements as its footer says, each once. */
function requireWhole({ footer, requirements }: RunReport, file: string): void {
  if (footer.requirements !== requirements.length)
    throw new ReportError(
      `${file} is truncated: its footer says ${footer.requirements} requirements, but it contains ${requirements.length}`,
    );
  const ids = requirements.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new ReportError(`${file} holds ${twice} twice`);
}
