import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../../fixtures/target/settings.ts';
import { compare, gated, type Gate } from '../compare/compare.ts';
import { comparisonHtml } from '../compare/html.ts';
import { comparisonMd } from '../compare/markdown.ts';
import { comparisonText } from '../compare/terminal.ts';
import { plural } from '../text.ts';
import { readReport, ReportError } from '../read-report.ts';

export interface CompareOptions {
  readonly gate?: string;
  readonly reportDir: string;
}

const gates: readonly string[] = ['lenient', 'regression'] satisfies Gate[];

/** Compares two runs, prints and writes the result, and returns 1 where the gate closes, else 0. @throws UsageError */
export async function compareRuns(a: string, b: string, options: CompareOptions): Promise<number> {
  const { gate } = options;
  if (gate !== undefined && !gates.includes(gate))
    throw new UsageError(`--gate: "${gate}" is none of ${gates.join(', ')}. A valid example: --gate lenient`);
  try {
    const comparison = compare({ name: a, report: readReport(a) }, { name: b, report: readReport(b) });
    const folder = resolve(options.reportDir);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'comparison.md'), comparisonMd(comparison));
    await writeFile(join(folder, 'comparison.html'), comparisonHtml(comparison));
    const reasons = gated(comparison, gate as Gate | undefined);
    const colour = process.stdout.hasColors?.() ?? false;
    process.stdout.write(
      `${comparisonText(comparison, colour)}\nWritten to ${folder}: comparison.html, comparison.md\n`,
    );
    if (gate !== undefined)
      process.stdout.write(
        reasons.length === 0
          ? `Gate ${gate}: open\n`
          : `Gate ${gate}: closed by ${plural(reasons.length, 'difference')}\n`,
      );
    return reasons.length === 0 ? 0 : 1;
  } catch (error) {
    throw error instanceof ReportError ? new UsageError(error.message) : error;
  }
}
