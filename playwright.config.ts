import { defineConfig } from '@playwright/test';
import { publishedRun } from './schemas/report/run-settings.ts';

const run = publishedRun();
const reportDir = run?.reportDir ?? process.env['REPORT_DIR'] ?? 'reports/out';

/** The conformance run. Every setting of a person's is resolved in `fixtures/target`, see the README. */
export default defineConfig({
  testDir: 'specs',
  testIgnore: 'selftest/**',
  outputDir: `${reportDir}/artifacts`,
  globalSetup: './fixtures/global-setup.ts',
  fullyParallel: false,
  retries: 0,
  workers: Number(process.env['CONFORMANCE_WORKERS'] ?? 2),
  // A bound for a scenario on a target that answers slowly; single requests have their own, see --timeout-ms.
  timeout: 120_000,
  // The suite's reporter stands first: it corrects what the others are to see.
  reporter: [
    ['./reports/reporter.ts'],
    ['junit', { outputFile: `${reportDir}/junit.xml`, stripANSIControlSequences: true }],
  ],
  metadata: { run },
});
