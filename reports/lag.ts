/** How long changes took to become visible: figures by operation, and a sentence. */
import type { LagEntry, RunReport } from '../schemas/report/run-report.ts';
import type { ScenarioRecord } from '../schemas/report/scenario-record.ts';

/** One entry for each pair of a changing and a reading operation, the slowest first. */
export function lagOf(scenarios: readonly ScenarioRecord[]): LagEntry[] {
  const groups = new Map<string, { change: string; seenBy: string; times: number[] }>();
  for (const { change, seenBy, ms } of scenarios.flatMap(({ lags }) => lags)) {
    const group = groups.get(`${change} ${seenBy}`) ?? { change, seenBy, times: [] };
    groups.set(`${change} ${seenBy}`, group);
    group.times.push(ms);
  }
  return [...groups.values()]
    .map(({ change, seenBy, times }) => ({ change, seenBy, ...figuresOf(times) }))
    .sort((a, b) => b.maximumMs - a.maximumMs || a.change.localeCompare(b.change));
}

function figuresOf(times: readonly number[]): Pick<LagEntry, 'count' | 'medianMs' | 'maximumMs'> {
  const sorted = [...times].sort((a, b) => a - b);
  const medianMs = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return { count: sorted.length, medianMs, maximumMs: sorted.at(-1) ?? 0 };
}

/** The longest time in a sentence; empty where nothing was measured. */
export function lagTold({ lag }: Pick<RunReport, 'lag'>): string[] {
  const [slowest] = lag;
  if (slowest === undefined) return [];
  const changes = lag.reduce((sum, { count }) => sum + count, 0);
  if (slowest.maximumMs === 0) return [`All ${changes} changes were visible on the first read.`];
  const { change, seenBy, maximumMs, medianMs } = slowest;
  return [
    `The slowest change was visible after ${maximumMs} ms: ${change}, read by ${seenBy} (median ${medianMs} ms).`,
  ];
}
