import type { RunReport } from '../../../schemas/report/run-report.ts';
import { Evidence } from '../../evidence.ts';
import { crashFile, crashScript } from './crash.ts';
import { scriptMark, scriptOf } from './script.ts';
import { storyOf } from './story.ts';

export { crashFile, scriptMark };

/** Page and folder show the same scripts. Making one searches every scenario for what it needs, so it is done once. */
const made = new WeakMap<RunReport, ReadonlyMap<string, string>>();

/** A script for each requirement that did not hold and for which anything was sent, and one for a crash, by file name. */
export function reproduceScripts(report: RunReport): ReadonlyMap<string, string> {
  const known = made.get(report);
  if (known) return known;
  const evidence = new Evidence(report);
  const scripts = new Map<string, string>();
  for (const result of report.requirements) {
    // Ids become file names: nothing but what ids consist of may get there.
    if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(result.id)) continue;
    const story = storyOf(result, report, evidence);
    if (story) scripts.set(`${result.id}.sh`, scriptOf(result, story, report));
  }
  const crash = crashScript(report);
  if (crash !== undefined) scripts.set(crashFile, crash);
  made.set(report, scripts);
  return scripts;
}
