/** How the figures of one target went from run to run, as lines to be drawn. */
import type { RunReport } from '../../schemas/report/run-report.ts';
import type { Column } from './table.ts';

export interface Trend {
  readonly title: string;
  /** In words, of the first and the last run: `2 → 0`. */
  readonly told: string;
  /** Points of a polyline in a box of `width` by `height`. */
  readonly points: string;
  readonly last: { readonly x: number; readonly y: number };
}

/** Size of the box of a line. */
export const [width, height] = [240, 48];
/** Room for the stroke at the edges of the box. */
const margin = 4;

const count = (report: RunReport, ...verdicts: readonly string[]): number =>
  report.requirements.filter(({ verdict }) => verdicts.includes(verdict)).length;

const figures: readonly (readonly [title: string, unit: string, of: (report: RunReport) => number])[] = [
  ['Violated', '', (report) => count(report, 'failed', 'known-failure')],
  ['Warned', '', (report) => count(report, 'warned')],
  ['Blocked', '', (report) => count(report, 'blocked')],
  ['Slowest change', ' ms', ({ lag }) => Math.max(0, ...lag.map(({ maximumMs }) => maximumMs))],
  ['Duration', ' s', ({ durationMs }) => Math.round(durationMs / 1000)],
];

/** A line for each figure; empty for fewer than two runs. */
export function trendsOf(columns: readonly Column[]): Trend[] {
  if (columns.length < 2) return [];
  return figures.map(([title, unit, of]) => {
    const values = columns.map(({ side }) => of(side.report));
    const most = Math.max(1, ...values);
    const points = values.map((value, index) => ({
      x: round(margin + (index * (width - 2 * margin)) / (values.length - 1)),
      y: round(height - margin - (value * (height - 2 * margin)) / most),
    }));
    const last = points.at(-1) ?? { x: 0, y: 0 };
    return {
      title,
      told: `${values[0] ?? 0}${unit} → ${values.at(-1) ?? 0}${unit}`,
      points: points.map(({ x, y }) => `${x},${y}`).join(' '),
      last,
    };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
