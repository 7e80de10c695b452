/**
 * The kill matrix without Playwright's runner, for work on defects and scenarios:
 * `npx tsx specs/selftest/matrix/run.ts [--full] [--lanes N] [TEXT…]` judges the variants whose name contains one of the
 * texts, prints what does not hold, and writes `reports/out/matrix/matrix.json`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openLane } from './lanes.ts';
import { describeMatrix, matrixOf, type Row } from './matrix.ts';
import { onlyFor, variants } from './variants.ts';

const { values, positionals } = parseArgs({
  options: { full: { type: 'boolean', default: false }, lanes: { type: 'string', default: '2' } },
  allowPositionals: true,
});
const began = Date.now();
const day = Math.floor(began / 86_400_000);
const waiting = variants.filter(
  ({ name }) => positionals.length === 0 || positionals.some((text) => name.includes(text)),
);
const rows: Row[] = [];

async function work(): Promise<void> {
  const lane = await openLane();
  for (let variant = waiting.shift(); variant; variant = waiting.shift()) {
    const row = await lane.judge({
      variant: variant.name,
      only: onlyFor(variant, { full: values.full, day }),
    });
    rows.push(row);
    for (const word of ['missed', 'unexpected'] as const)
      if (row[word].length > 0) console.log(`${row.name}: ${word} ${row[word].join(', ')}`);
  }
  lane.close();
}

await Promise.all(Array.from({ length: Number(values.lanes) }, work));
const matrix = matrixOf(rows, Date.now() - began);
mkdirSync('reports/out/matrix', { recursive: true });
writeFileSync('reports/out/matrix/matrix.json', `${JSON.stringify(matrix, null, 1)}\n`);
console.log(describeMatrix(matrix));
process.exitCode = rows.some(({ missed, unexpected }) => missed.length + unexpected.length > 0) ? 1 : 0;
