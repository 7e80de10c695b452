/** A real browser for tests of the pages. */
import { existsSync } from 'node:fs';
import { chromium, test, type Browser } from '@playwright/test';

/** Debian's Chromium, or another one. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Starts the browser. Without one the test is skipped, unless BROWSER_TESTS=required, as in CI. */
export async function startBrowser(): Promise<Browser> {
  const missing = !existsSync(executablePath);
  test.skip(
    missing && process.env['BROWSER_TESTS'] !== 'required',
    `needs ${executablePath}: apt-get install chromium, or name another one in CHROMIUM`,
  );
  return launchBrowser();
}

/** The same outside of a test. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
