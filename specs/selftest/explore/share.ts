/**
 * How many defects of the reference server the explorer finds alone, after how many calls, and how short the stories
 * are: `npx tsx specs/selftest/explore/share.ts [--sample N] [--seconds N] [--seed N]`. A sample of 0 takes all.
 */
import { parseArgs } from 'node:util';
import { DEFECTS } from '../../../fixtures/server/index.ts';
import { exploreServer } from './server.ts';

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);

/** Not visible to calls with good credentials to one app under one API version. */
const outOfReach = /^(AUTH|ISOLATION|VERSION|TRANSPORT-CONTENT)-/;

const visible = Object.entries(DEFECTS).filter(([, { must }]) => must.some((id) => !outOfReach.test(id)));
const sample = Number(values.sample);
const chosen = sample === 0 ? visible : shuffled(visible, seed).slice(0, sample);

const calls: number[] = [];
const stories: number[] = [];
const areas = new Map<string, { found: number; all: number }>();
for (const [id, { must }] of chosen) {
  const { explored } = await exploreServer({
    defects: [id],
    seed,
    runs: 100_000,
    seconds: Number(values.seconds),
  });
  const [finding] = explored.findings;
  if (finding) calls.push(finding.foundAfter);
  if (finding) stories.push(finding.steps.length);
  for (const area of new Set(must.map((one) => one.split('-', 1)[0] ?? ''))) {
    const { found, all } = areas.get(area) ?? { found: 0, all: 0 };
    areas.set(area, { found: found + (finding ? 1 : 0), all: all + 1 });
  }
  const told = finding
    ? `${finding.foundAfter} calls, ${finding.steps.length} steps, ${finding.contradiction.requirements[0]}${must.includes(finding.contradiction.requirements[0] ?? '') ? '' : ` (not ${must.join(' ')})`}`
    : 'not found';
  console.log(`${id}: ${told}`);
}

console.log(
  `\n${calls.length} of ${chosen.length} found (${Math.round((100 * calls.length) / chosen.length)} %) of ${visible.length} visible ones`,
);
console.log(`calls until found: median ${quantile(calls, 0.5)}, 90th percentile ${quantile(calls, 0.9)}`);
console.log(`steps of the story: median ${quantile(stories, 0.5)}, most ${Math.max(...stories)}`);
for (const [area, { found, all }] of [...areas].sort()) console.log(`  ${area}: ${found} of ${all}`);

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A fixed order for each seed. */
function shuffled<Item>(items: readonly Item[], from: number): Item[] {
  let state = from;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31);
  return items
    .map((item) => [next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
