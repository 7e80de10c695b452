/**
 * The mutation run: generic mutations of the reference server's own source, judged by the scenarios.
 * `npm run mutate [-- FILE…]` prints what lives on without an explanation in `survivors.ts`, and writes
 * `reports/out/mutation`; `--last` looks at the last run again; `--publish` keeps its figures for README and reports.
 * Exit code 1 where something is not explained.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import type { schema } from '@stryker-mutator/api/core';
import { publishMutation } from '../../../../reports/proof.ts';
import { describeRun, idleAmong, shareOf, survivorsIn } from './explain.ts';
import { mutationFolder, mutationOptions } from './options.ts';

const { values, positionals } = parseArgs({
  options: { last: { type: 'boolean' }, publish: { type: 'boolean' } },
  strict: false,
});
const file = `${mutationFolder}/mutation.json`;
/** Stryker takes lines as well, as `FILE:10-20`. */
const missing = positionals.find((path) => !existsSync(path.replace(/:[-:\d]+$/, '')));
const unknown = Object.keys(values).find((name) => name !== 'last' && name !== 'publish');
const faults = [
  unknown === undefined ? [] : `there is no option --${unknown}`,
  missing === undefined ? [] : `there is no file ${missing}`,
  values['last'] && !existsSync(file) ? 'there was no run before' : [],
].flat();
if (faults.length > 0) {
  console.error(
    `${faults.join('; ')}. Usage: npm run mutate [-- [--last] [--publish] fixtures/server/core/…]`,
  );
  process.exit(2);
}

const began = Date.now();
if (!values['last']) {
  const narrowed = positionals.length > 0 ? { mutate: positionals } : {};
  await new Stryker({ ...mutationOptions, ...narrowed }).runMutationTest();
}
const report = JSON.parse(readFileSync(file, 'utf8')) as schema.MutationTestResult;
const found = survivorsIn(report);
const unexplained = found.filter(({ explanation }) => explanation === undefined);
for (const { at, part, mutation } of unexplained) console.log(`${at} ${part}\n    ${mutation}`);
const isWhole = !values['last'] && positionals.length === 0;
for (const { file: path, parts } of isWhole ? idleAmong(found) : [])
  console.log(
    `${path} ${parts.join(', ')}: nothing lives on that this explains; remove it from survivors.ts`,
  );
console.log(describeRun(report, found));
if (values['publish']) publishMutation(shareOf(report, found));
if (!values['last'])
  console.log(`${Math.round((Date.now() - began) / 1000)} s; see ${mutationFolder}/index.html`);
process.exitCode = unexplained.length > 0 ? 1 : 0;
