import { defineConfig } from '@playwright/test';
import suite from '../../../../../playwright.config.ts';

/** Scenarios that are wrong on purpose, run like real ones, to see what the suite makes of them. */
export default defineConfig({
  ...suite,
  testDir: '.',
  testIgnore: [],
  projects: [{ name: 'probes' }],
  globalSetup: '../../../../../fixtures/run/global-setup.ts',
  reporter: [
    ['../../../../../reports/reporter.ts'],
    [
      'junit',
      { outputFile: `${process.env['REPORT_DIR'] ?? ''}/junit.xml`, stripANSIControlSequences: true },
    ],
  ],
});
