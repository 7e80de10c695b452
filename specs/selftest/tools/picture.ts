/**
 * Renews the pictures of README.md, the first screen of a failing run in light and dark:
 * `npx tsx specs/selftest/tools/picture.ts` judges the reference server with a few defects, which takes a minute;
 * with the folder of a report it takes that one.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { startReferenceServer } from '../../../fixtures/server/index.ts';
import { conformance } from '../support/conformance.ts';
import { launchBrowser } from '../support/browser.ts';

const defects = [
  'put-of-photo-url-clears-subject',
  'deleted-in-list-of-first-participant',
  'former-participant-may-send',
  'list-conversations-without-credential',
];
const size = { width: 1240, height: 830 };

const given = process.argv[2];
const folder = given === undefined ? await judged() : resolve(given);
const browser = await launchBrowser();
for (const colorScheme of ['light', 'dark'] as const)
  await writeFile(
    new URL(`../../../.github/report-${colorScheme}.webp`, import.meta.url),
    await pictureOf(browser, join(folder, 'index.html'), colorScheme),
  );
await browser.close();
if (given === undefined) await rm(folder, { recursive: true });

async function judged(): Promise<string> {
  const reportDir = await mkdtemp(join(tmpdir(), 'conformance-picture-'));
  const secretKey = 'sk_test_picture';
  const server = await startReferenceServer({ apps: [{ appId: 'q3k1pa9d', secretKey, defects }] });
  await conformance(['run', '--seed', '1'], {
    TARGET_URL: server.url,
    TARGET_APP_ID: 'q3k1pa9d',
    TARGET_SECRET_KEY: secretKey,
    REPORT_DIR: reportDir,
  });
  await server.close();
  return reportDir;
}

/** WebP, which is a third of a PNG; Playwright's own screenshots know it not. */
async function pictureOf(from: Browser, file: string, colorScheme: 'light' | 'dark'): Promise<Buffer> {
  const page = await from.newPage({ viewport: size, colorScheme });
  await page.goto(pathToFileURL(file).href);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 70 });
  await page.close();
  return Buffer.from(data, 'base64');
}
