/**
 * How many defects of the reference server the explorer finds alone, after how many calls, how short the stories are, and
 * whether they name the right requirements: `npx tsx specs/selftest/tools/explore/share.ts [--every N] [--from N] [--seconds N]
 * [--seed N] [--log FILE]`. Every N-th defect is tried, so all areas are. What stands in the log is not tried again, so
 * it can be done in pieces.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFECTS } from '../../../../fixtures/server/index.ts';
import { exploreServer } from '../../support/explore-server.ts';
import { story } from '../../../explore/story.ts';

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '14' },
    from: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    log: { type: 'string' },
  },
});

/** What became of one defect. */
interface Line {
  readonly defect: string;
  readonly area: string;
  readonly found?: {
    readonly calls: number;
    readonly steps: number;
    readonly blamed: 'right' | 'neighbour' | 'wrong';
    readonly ids: readonly string[];
    readonly story: string;
  };
}

/** Not visible to calls with good credentials to one app under one API version, with requests that are well-formed. */
const outOfReach = /^(AUTH|ISOLATION|VERSION|TRANSPORT-CONTENT|FILTER-ENCODE-03)/;
/** Only visible when calls are sent at once. */
const racing = /^PUT-MERGE-12/;

const defects = Object.entries(DEFECTS);
const visible = defects.filter(([, { must }]) => must.some((id) => !outOfReach.test(id)));
const chosen = visible.filter((_, index) => index % Number(values.every) === Number(values.from));
const lines: Line[] = readLog();

for (const [defect] of chosen) {
  if (lines.some((line) => line.defect === defect)) continue;
  const line = await tryDefect(defect);
  lines.push(line);
  if (values.log !== undefined) appendFileSync(values.log, `${JSON.stringify(line)}\n`);
  console.log(told(line));
}
console.log(summary(lines));

function readLog(): Line[] {
  if (values.log === undefined || !existsSync(values.log)) return [];
  const texts = readFileSync(values.log, 'utf8').split('\n');
  return texts.filter((text) => text !== '').map((text) => JSON.parse(text) as Line);
}

async function tryDefect(defect: string): Promise<Line> {
  const { must, may } = DEFECTS[defect] ?? { must: [], may: [] };
  const { explored } = await exploreServer({
    defects: [defect],
    seed: Number(values.seed),
    runs: 100_000,
    seconds: Number(values.seconds),
    race: must.some((id) => racing.test(id)),
  });
  const [finding] = explored.findings;
  const [area = ''] = (must[0] ?? '').split('-');
  if (finding === undefined) return { defect, area };
  const ids = finding.contradiction.requirements;
  const meets = (wanted: readonly string[]): boolean => wanted.some((id) => ids.includes(id));
  const blamed = meets(must) ? 'right' : meets(may) ? 'neighbour' : 'wrong';
  const { foundAfter: calls, steps } = finding;
  return { defect, area, found: { calls, steps: steps.length, blamed, ids, story: story(steps) } };
}

function told({ defect, found }: Line): string {
  if (found === undefined) return `${defect}: not found`;
  const { calls, steps, blamed, ids } = found;
  const blame = blamed === 'right' ? '' : ` (${blamed}: ${ids.join(' ')})`;
  return `${defect}: ${calls} calls, ${steps} steps${blame}`;
}

function summary(all: readonly Line[]): string {
  const found = all.flatMap((line) => line.found ?? []);
  const calls = found.map((one) => one.calls);
  const steps = found.map((one) => one.steps);
  const blamed = (how: string): string =>
    percent(found.filter((one) => one.blamed === how).length, found.length);
  const areas = [...new Set(all.map(({ area }) => area))].sort().map((area) => {
    const those = all.filter((line) => line.area === area);
    return `  ${area}: ${those.filter((line) => line.found).length} of ${those.length}`;
  });
  return [
    `\n${found.length} of ${all.length} found (${percent(found.length, all.length)}), of ${visible.length} visible of ${defects.length} defects`,
    `calls until found: median ${quantile(calls, 0.5)}, 90th percentile ${quantile(calls, 0.9)}, most ${Math.max(...calls)}`,
    `steps of the story: median ${quantile(steps, 0.5)}, 90th percentile ${quantile(steps, 0.9)}, most ${Math.max(...steps)}; ${steps.filter((one) => one > 5).length} above 5`,
    `requirements: ${blamed('right')} name what must turn red, ${blamed('neighbour')} what may, ${blamed('wrong')} something else`,
    ...areas,
  ].join('\n');
}

function percent(part: number, all: number): string {
  return `${Math.round((100 * part) / Math.max(1, all))} %`;
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
