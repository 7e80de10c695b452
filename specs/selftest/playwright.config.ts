import { defineConfig } from '@playwright/test';

/** The suite on trial: its own tests. They start every server that they need themselves. */
export default defineConfig({
  testDir: '.',
  testIgnore: ['**/probes/**'],
  outputDir: '../../reports/out/selftest',
  fullyParallel: false,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  reporter: [['list'], ['./proof/matrix/reporter.ts'], ['./support/closing-line.ts']],
});
