import { defineConfig } from '@playwright/test';
import { long, sample } from './support/speeds.ts';

/**
 * The suite on trial: its own tests, which start every server that they need themselves. `run.ts` says which projects
 * belong to which command; each test is in one of them.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../reports/out/selftest',
  fullyParallel: false,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  reporter: [['list'], ['./proof/matrix/reporter.ts'], ['./support/closing-line.ts']],
  projects: [
    { name: 'unit', testDir: 'unit' },
    { name: 'product', testDir: 'product', testIgnore: '**/probes/**', grepInvert: long },
    { name: 'sample', testDir: 'proof', grep: sample },
    { name: 'proof', testDir: 'proof', grepInvert: sample },
    // Each starts whole runs, with workers of their own.
    { name: 'long', testDir: 'product', testIgnore: '**/probes/**', grep: long },
  ],
});
