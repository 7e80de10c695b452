import { extname } from 'node:path';
import { defineConfig } from '@playwright/test';
import { publishedRun } from './schemas/report/run-settings.ts';

const run = publishedRun();
const reportDir = run?.reportDir ?? process.env['REPORT_DIR'] ?? 'reports/out';

/** `.ts` in a clone, `.js` in the package. */
const ext = extname(import.meta.url);
const sharingTheWorld = ['list', 'page', 'filter', 'version'].map((area) => `**/specs/${area}/*.spec${ext}`);

/** The conformance run. Every setting of a person's is resolved in `fixtures/target`, see the README. */
export default defineConfig({
  testDir: 'specs',
  projects: [
    // These share one world of conversations, which a second worker would have to build for itself.
    { name: 'lists', testMatch: sharingTheWorld, workers: 1 },
    { name: 'conversations', testIgnore: ['selftest/**', ...sharingTheWorld] },
  ],
  outputDir: `${reportDir}/artifacts`,
  globalSetup: `./fixtures/global-setup${ext}`,
  fullyParallel: false,
  retries: 0,
  workers: run?.workers ?? Number(process.env['CONFORMANCE_WORKERS'] ?? 2),
  globalTimeout: run?.maxDurationMs ?? 300_000,
  // Requests have their own time limit, and so has the run: a slow target is not to be taken for a broken scenario.
  timeout: 0,
  reporter: [[`./reports/reporter${ext}`]],
  metadata: { run },
});
