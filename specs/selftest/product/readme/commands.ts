/** How each command of the README and its pages is proven: by running it as written, with the changes stated here. */

/** Values for placeholders, applied to every command in this order. */
export const placeholders = (url: string, appId: string, secretKey: string): readonly Replacement[] => [
  // A clean install is what CI begins with; here it would remove the packages that run this test.
  ['npm ci && ', ''],
  ['--target … --app-id …', `--target ${url} --app-id ${appId}`],
  ['https://staging.example.com', url],
  ['q3k1pa9d', appId],
  ['sk_test_…', secretKey],
  ['TARGET_SECRET_KEY=…', `TARGET_SECRET_KEY=${secretKey}`],
];

export type Replacement = readonly [from: string, to: string];

/** One block or one inline command. */
export interface Command {
  /** Fits the text of this command only. */
  readonly fits: RegExp;
  /** What is changed to make it cheap, or to let it end. */
  readonly replace?: readonly Replacement[];
  /** What its output shows. */
  readonly shows?: RegExp;
  /** True for a server: it is ended when it shows that. */
  readonly serves?: true;
  /** The test, or the reason, in place of running it here. */
  readonly elsewhere?: string;
}

/** Blocks of shell commands, in the order of the pages. */
export const blocks: readonly Command[] = [
  {
    fits: /npm ci \&\& npm run conformance/,
    shows: /^Partial run: 2 of \d+ requirements selected, 2 hold\.$/m,
  },
  {
    fits: /npm install conversations-conformance/,
    elsewhere: 'specs/selftest/product/package/package.spec.ts',
  },
  {
    fits: /https:\/\/staging\.example\.com/,
    // Its report is what later commands compare and repeat.
    replace: [['npm run conformance', 'npm run conformance -- --only PUT-MERGE-01 --report-dir real']],
    shows: /^ +target +http:\/\/127\.0\.0\.1:\d+, app q3k1pa9d$/m,
  },
  {
    fits: /--only PUT-MERGE +#/,
    replace: [['--quick ', '--quick --only PUT-MERGE ']],
    shows:
      /^Partial run: \d+ of \d+ requirements selected, \d+ hold[^]*reports\/out\/partial$[^]*^Quick run: the first case/m,
  },
  { fits: /--watch src/, elsewhere: 'specs/selftest/product/cli/watch.spec.ts' },
  { fits: /main\.ts list PUT/, shows: /^PUT-CREATE-01 [^]*^ +level +MUST$/m },
  { fits: /explore --runs/, replace: [['--runs 200', '--runs 10']], shows: /in 10 sequences\.$/m },
  { fits: /--rules 1\.0/, shows: /^ +rules +1\.0 \(/m },
  { fits: /--write-baseline/, shows: /known-failures\.json lists \d+ known failures?:[^]*^Partial run: /m },
  { fits: /compare real/, shows: /Gate 'lenient' passed[^]*Gate 'regression' passed/ },
  { fits: /--history runs/, elsewhere: 'specs/selftest/product/reports/table.spec.ts' },
  { fits: /--shard 1\/2 --seed 1/, shows: /Merged from 2 shards[^]*^ +report +\S+\/merged$/m },
  { fits: /merge-reports/, elsewhere: 'specs/selftest/product/reports/merge.spec.ts' },
  // Installs Prism; `npm run mocks` runs these commands.
  { fits: /prism-cli/, elsewhere: 'specs/selftest/tools/mocks/results.json' },
  { fits: /npm run serve/, replace: [['--port 4010', '--port 0']], shows: /^url +http:/m, serves: true },
];

/** Commands within sentences and tables. */
export const inline: readonly Command[] = [
  { fits: /^npm pack$/, elsewhere: 'specs/selftest/product/package/package.spec.ts' },
  {
    fits: /^npx tsx reports\/cli\/main\.ts$/,
    replace: [['main.ts', 'main.ts --help']],
    shows: /^Exit codes:$/m,
  },
  { fits: /^npm run matrix$/, elsewhere: 'specs/selftest/proof/matrix/matrix.spec.ts' },
  // Takes a quarter of an hour; that its explanations are about the source as it is, is tested.
  { fits: /^npm run mutate$/, elsewhere: 'specs/selftest/proof/mutation/survivors.spec.ts' },
  // Installs 300 MB of other people's servers; whoever changes what it says runs it, and its result is kept.
  { fits: /^npm run mocks$/, elsewhere: 'specs/selftest/tools/mocks/results.json' },
  { fits: /^npx playwright test$/, elsewhere: 'specs/selftest/product/cli/run.spec.ts' },
  { fits: /main\.ts sweep/, replace: [['npx', 'TARGET_SECRET_KEY=sk_test_… npx']], shows: /\d/ },
  { fits: /cat reports\/out\/summary\.md/, replace: [['reports/out', 'real']], shows: /^$/ },
  // There is one only where a requirement is violated.
  { fits: /reproduce\/PUT-MERGE-01\.sh/, elsewhere: 'specs/selftest/product/reports/reproduce.spec.ts' },
];
