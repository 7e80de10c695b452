/**
 * The kill matrix: the whole suite against every variant of the reference server, one project each.
 *
 * `MATRIX_FULL=1` runs every scenario against every defect; `MATRIX_ONLY=text` takes the variants whose name contains it.
 */
import { defineConfig } from '@playwright/test';
import type { TargetOptions } from '../../../fixtures/test.ts';
import { changesOf, grepOf, variants } from './variants.ts';

const full = process.env['MATRIX_FULL'] !== undefined;
const only = process.env['MATRIX_ONLY'] ?? '';
const day = Math.floor(Date.now() / 86_400_000);

export default defineConfig<object, TargetOptions>({
  testDir: '../..',
  testIgnore: 'selftest/**',
  outputDir: '../../../reports/out/matrix/artifacts',
  globalSetup: './setup.ts',
  retries: 0,
  workers: 2,
  timeout: 120_000,
  reporter: [['./reporter.ts']],
  projects: variants
    .filter(({ name }) => name.includes(only))
    .map((variant) => {
      const grep = grepOf(variant, { full, day });
      // In one worker each, so that no variant builds the shared world twice.
      return {
        name: variant.name,
        workers: 1,
        use: { targetChanges: changesOf(variant) },
        ...(grep ? { grep } : {}),
      };
    }),
});
