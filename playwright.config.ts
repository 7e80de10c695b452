import { extname } from 'node:path';
import { defineConfig } from '@playwright/test';
import { publishedRun } from './fixtures/run/run.ts';
import { workFolder } from './schemas/report/report-folder.ts';

const run = publishedRun()?.settings;
const reportDir = run?.reportDir ?? process.env['REPORT_DIR'] ?? 'reports/out';

/** `.ts` in a clone, `.js` in the package. */
const ext = extname(import.meta.url);

/** The conformance run. Every setting of a person's is resolved in `fixtures/target`, see the README. */
export default defineConfig({
  testDir: 'specs',
  testMatch: `**/*.spec${ext}`,
  // Ours, and nothing else: a glob would also ignore every scenario of a package that lies below a folder of that name.
  testIgnore: /[\\/]specs[\\/]selftest[\\/](?!.*[\\/]specs[\\/])/,
  outputDir: `${reportDir}/${workFolder}`,
  // What comes last is called back first: the target is explored before the last clean-up.
  globalSetup: [`./fixtures/run/global-setup${ext}`, `./specs/explore/in-run${ext}`],
  fullyParallel: false,
  // A check that fails and then passes is no pass: it is unstable. See `--confirm`.
  retries: run?.confirm ?? Number(process.env['CONFORMANCE_CONFIRM'] ?? 0),
  workers: run?.workers ?? Number(process.env['CONFORMANCE_WORKERS'] ?? 2),
  // The run keeps its longest duration by itself, in good order; this is the last resort.
  globalTimeout: run?.maxDurationMs ?? 3_600_000,
  // Requests have their own time limit, and so has the run: a slow target is not to be taken for a broken scenario.
  timeout: 0,
  reporter: [[`./reports/reporter${ext}`]],
  metadata: { run },
});
