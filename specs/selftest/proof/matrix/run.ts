/**
 * The kill matrix without Playwright's runner, for work on defects and scenarios:
 * `npm run matrix -- --help`. Judges the variants whose name contains one of the texts, or that have to turn a requirement
 * red whose id begins with one, and, where a text is the id of a requirement, its scenarios alone against all other
 * variants, which must not turn red. Prints what does not hold, and writes `reports/out/matrix`.
 */
import { Command } from 'commander';
import { publishMatrix } from '../../../../reports/proof.ts';
import { requirementById, ruleSet } from '../../../requirements/index.ts';
import { openLane } from './lanes.ts';
import type { MatrixRow } from '../../../../schemas/report/kill-matrix.ts';
import { isSlow, mixes, mixNamed, together } from './mixes.ts';
import { pairsDisclaimed } from './disclaimed.ts';
import { secondAlone, secondMixes } from './second.ts';
import { describeMatrix, matrixOf, writeMatrix } from './matrix.ts';
import { selectionFor, someOfAll, variants, type Selection, type Variant } from './variants.ts';

const program = new Command('npm run matrix --')
  .description('test variants of the reference server; without names, all of them, which takes half an hour')
  .argument('[name...]', 'parts of names of variants, or of ids of requirements')
  .option('--together', 'up to twenty choices at a time, which takes five minutes', false)
  .option('--publish', 'keep the figures for README and reports, if everything holds', false)
  .option('--full', 'run every scenario, not only those that may fail', false)
  .option('--mixes <n>', 'so many random combinations of choices instead', '0')
  .option('--seed <n>', 'seed of the combinations', '1')
  .option('--disclaimed', 'the clean server with every two capabilities disclaimed instead', false)
  .option('--second', 'the second server with each of its switches alone instead', false)
  .option('--second-mixes', 'the second server with up to twelve switches at a time instead', false)
  .option('--lanes <n>', 'processes', '3')
  .option('--share <text>', 'a part of the scenarios for each choice')
  .parse();
const values: {
  together: boolean;
  publish: boolean;
  full: boolean;
  mixes: string;
  seed: string;
  disclaimed: boolean;
  second: boolean;
  secondMixes: boolean;
  lanes: string;
  share?: string;
} = program.opts();
const positionals = program.args;
const began = Date.now();
const share = values.share === undefined ? undefined : Number(values.share);
const composed = values.disclaimed
  ? pairsDisclaimed()
  : values.second
    ? secondAlone()
    : values.secondMixes
      ? secondMixes(Number(values.seed))
      : mixes(Number(values.mixes), Number(values.seed)).flatMap((name) => mixNamed(name) ?? []);
const named = ({ name, must }: Variant): boolean =>
  positionals.length === 0 ||
  positionals.some((text) => name.includes(text) || must.some((id) => id.startsWith(text)));
const ids = positionals.filter((text) => requirementById(text) !== undefined);
const judged = composed.length > 0 ? composed : values.together ? together() : variants;
const others = ids.length > 0 ? judged.filter((variant) => !named(variant)) : [];
const tasks: readonly { variant: Variant; selection?: Selection | undefined; own: boolean }[] = [
  ...judged.filter(named).map((variant) => ({
    variant,
    selection: selectionOf(variant),
    own: true,
  })),
  ...others.map((variant) => ({ variant, selection: { ids, share: undefined }, own: false })),
];
function selectionOf(variant: Variant): Selection | undefined {
  if (values.full) return undefined;
  return values.together && isSlow(variant) ? someOfAll : selectionFor(variant, share);
}

if (tasks.length === 0)
  program.error(
    `no variant and no requirement is named like ${positionals.join(', ')}; for example: PUT-MERGE-01`,
  );

const queue = tasks.values();
const rows: MatrixRow[] = [];
let falseAlarms = 0;

async function work(): Promise<void> {
  const lane = await openLane();
  for (const { variant, selection, own } of queue) {
    const row = await lane.judge({ variant: variant.name, selection });
    if (own) rows.push(row);
    else if (row.unexpected.length > 0) falseAlarms += 1;
    // Others have scenarios of their own that have to turn red, and were not asked to here.
    for (const word of own ? (['missed', 'unexpected'] as const) : (['unexpected'] as const))
      if (row[word].length > 0) console.log(`${row.name}: ${word} ${row[word].join(', ')}`);
    for (const reason of row.reasons ?? []) console.log(`  ${reason.replaceAll('\n', '\n    ')}`);
  }
  lane.close();
}

await Promise.all(Array.from({ length: Number(values.lanes) }, work));
const matrix = matrixOf(rows, Date.now() - began);
writeMatrix(matrix, 'reports/out/matrix');
console.log(describeMatrix(matrix));
if (others.length > 0)
  console.log(
    `${others.length} other variants against the scenarios of ${ids.join(', ')}: ${falseAlarms} turn red what they do not name`,
  );
const holds =
  falseAlarms === 0 && rows.every(({ missed, unexpected }) => missed.length + unexpected.length === 0);
process.exitCode = holds ? 0 : 1;
if (values.publish && (!holds || composed.length > 0 || rows.length < judged.length))
  console.error('Not published: only a whole matrix that holds is.');
else if (values.publish) publishMatrix(matrix, ruleSet.hash);
