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
  workers: run?.workers ?? Number(process.env['CONFORMANCE_WORKERS'] ?? 2),
  globalTimeout: run?.maxDurationMs ?? 300_000,
  // Requests have their own time limit, and so has the run: a slow target is not to be taken for a broken scenario.
  timeout: 0,
  // The suite's reporter stands first: it corrects what the others are to see.
  reporter: [
    ['./reports/reporter.ts'],
    ['junit', { outputFile: `${reportDir}/junit.xml`, stripANSIControlSequences: true }],
  ],
  metadata: { run },
});
