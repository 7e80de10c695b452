import type { RunReport } from '../../../schemas/report/run-report.ts';
import { reproduceScript } from './script.ts';

/** A script for each requirement for which anything was sent, by file name. */
export function reproduceScripts(report: RunReport): ReadonlyMap<string, string> {
  const scripts = new Map<string, string>();
  for (const result of report.requirements) {
    // Ids become file names: nothing but what ids consist of may get there.
    if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(result.id)) continue;
    const script = reproduceScript(result, report);
    if (script !== undefined) scripts.set(`${result.id}.sh`, script);
  }
  return scripts;
}
