import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../../fixtures/target/settings.ts';
import { writeWhole } from '../../schemas/report/report-folder.ts';
import { compare, gated, requireJudged, type Gate } from '../compare/compare.ts';
import { comparisonHtml } from '../compare/html.ts';
import { comparisonMd } from '../compare/markdown.ts';
import { overviewMd, overviewText } from '../compare/overview.ts';
import { tableOf } from '../compare/table.ts';
import { comparisonText } from '../compare/terminal.ts';
import { plural } from '../text.ts';
import { readReport, ReportError } from '../read-report.ts';

export interface CompareOptions {
  readonly gate?: string;
  readonly reportDir: string;
}

const gates: readonly string[] = ['lenient', 'regression'] satisfies Gate[];

/**
 * Compares runs, prints and writes the result, and returns 1 where the gate closes, else 0. Two runs are compared in
 * detail, more side by side; a gate is about two.
 *
 * @throws UsageError
 */
export async function compareRuns(names: readonly string[], options: CompareOptions): Promise<number> {
  const { gate } = options;
  if (gate !== undefined && !gates.includes(gate))
    throw new UsageError(
      `--gate: "${gate}" is not one of ${gates.join(', ')}. A valid example: --gate lenient`,
    );
  if (gate !== undefined && names.length !== 2)
    throw new UsageError(`--gate compares two runs, but you gave ${names.length}`);
  try {
    const sides = names.map((name) => ({ name, report: readReport(name) }));
    for (const side of sides) requireJudged(side);
    const table = tableOf(sides);
    const [a, b, ...others] = sides;
    // Only a gate insists on the same rules.
    const inDetail = gate !== undefined || a?.report.rules.hash === b?.report.rules.hash;
    const comparison = a && b && others.length === 0 && inDetail ? compare(a, b) : undefined;
    const colour = process.stdout.hasColors?.() ?? false;
    const folder = resolve(options.reportDir);
    await mkdir(folder, { recursive: true });
    writeWhole(join(folder, 'comparison.md'), comparison ? comparisonMd(comparison) : overviewMd(table));
    writeWhole(join(folder, 'comparison.html'), comparisonHtml(table));
    const told = comparison ? comparisonText(comparison, colour) : overviewText(table, colour);
    process.stdout.write(`${told}\nWritten to ${folder}: comparison.html, comparison.md\n`);
    const reasons = comparison ? gated(comparison, gate as Gate | undefined) : [];
    if (gate !== undefined)
      process.stdout.write(
        reasons.length === 0
          ? `Gate '${gate}' passed\n`
          : `Gate '${gate}' failed: ${plural(reasons.length, 'difference')}\n`,
      );
    return reasons.length === 0 ? 0 : 1;
  } catch (error) {
    throw error instanceof ReportError ? new UsageError(error.message) : error;
  }
}
