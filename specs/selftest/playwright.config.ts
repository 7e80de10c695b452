import { defineConfig } from '@playwright/test';

/** The suite on trial: its own tests. They start every server that they need themselves. */
export default defineConfig({
  testDir: '.',
  // The hostile targets take minutes: `HOSTILE=1` runs them.
  testIgnore: ['probes/**', ...(process.env['HOSTILE'] === undefined ? ['hostile/**'] : [])],
  outputDir: '../../reports/out/selftest',
  fullyParallel: false,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  reporter: [['list'], ['./matrix/reporter.ts'], ['./support/closing-line.ts']],
});
