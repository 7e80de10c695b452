import type { LogLevel, PartialStrykerOptions } from '@stryker-mutator/api/core';

/** Where everything that a mutation run writes goes. */
export const mutationFolder = 'reports/out/mutation';

/**
 * What is mutated: what the reference server does by the documentation. Left out are its random ids, and the
 * function by which it is started.
 */
export const mutated = [
  'fixtures/server/core/**/*.ts',
  ...['random-id', 'server'].map((name) => `!fixtures/server/core/${name}.ts`),
];

/** How Stryker mutates and judges. */
export const mutationOptions: PartialStrykerOptions = {
  mutate: mutated,
  plugins: ['./specs/selftest/proof/mutation/runner.ts', './specs/selftest/proof/mutation/ignore.ts'],
  ignorers: ['wording'],
  testRunner: 'scenarios',
  testRunnerNodeArgs: ['--import', 'tsx'],
  checkerNodeArgs: ['--import', 'tsx'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Modules that were loaded anew are never let go.
  maxTestRunnerReuse: 150,
  timeoutMS: 30_000,
  disableTypeChecks: false,
  ignorePatterns: ['.build', 'reports/out', '.github'],
  tempDirName: `${mutationFolder}/sandbox`,
  reporters: ['progress-append-only', 'html', 'json'],
  htmlReporter: { fileName: `${mutationFolder}/index.html` },
  jsonReporter: { fileName: `${mutationFolder}/mutation.json` },
  allowConsoleColors: false,
  allowEmpty: true,
  logLevel: 'warn' as LogLevel,
};
