import type { RunReport } from '../../../schemas/report/run-report.ts';
import { scriptMaker } from './script.ts';

/** Page and folder need the same scripts, and they are dear: every scenario is searched for what it stands on. */
const made = new WeakMap<RunReport, ReadonlyMap<string, string>>();

/** A script for each requirement for which anything was sent, by file name. */
export function reproduceScripts(report: RunReport): ReadonlyMap<string, string> {
  const known = made.get(report);
  if (known) return known;
  const script = scriptMaker(report);
  const scripts = new Map<string, string>();
  for (const result of report.requirements) {
    // Ids become file names: nothing but what ids consist of may get there.
    if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(result.id)) continue;
    const text = script(result);
    if (text !== undefined) scripts.set(`${result.id}.sh`, text);
  }
  made.set(report, scripts);
  return scripts;
}
