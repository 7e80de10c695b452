/**
 * Renews the pictures of README.md, in light and dark: the first screen of a failing run, and that of a comparison.
 * `npx tsx specs/selftest/tools/picture.ts` judges the reference server with a few defects, and three others, which takes
 * two minutes; with the folder of a report it takes that one, and no comparison.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { startReferenceServer, type AppOptions } from '../../../fixtures/server/index.ts';
import { conformance } from '../support/conformance.ts';
import { launchBrowser } from '../support/browser.ts';

/** The server of the first picture: an app with a few faults. */
const faulty = {
  defects: [
    'put-of-photo-url-clears-subject',
    'deleted-in-list-of-first-participant',
    'former-participant-may-send',
    'list-conversations-without-credential',
  ],
} satisfies Variant;

/** Those of the second: by the names of their columns. */
const compared: Readonly<Record<string, Variant>> = {
  staging: {},
  'mock-go': { choices: ['precise-statuses', 'messageless-last', 'page-size-20'] },
  'mock-php': { choices: ['leaving-missing-succeeds'], defects: ['put-drops-subject'] },
  'mock-node': {
    choices: ['limit-clamp'],
    defects: ['former-participant-may-send', 'own-message-does-not-move', 'unreads-only-ignored'],
  },
};

type Variant = Pick<AppOptions, 'choices' | 'defects'>;

const size = { width: 1240, height: 830 };

const given = process.argv[2];
const work = await mkdtemp(join(tmpdir(), 'conformance-picture-'));
const browser = await launchBrowser();
await takePictures(
  'report',
  join(given === undefined ? await judged('faulty', faulty) : resolve(given), 'index.html'),
);
if (given === undefined) await takePictures('comparison', await comparison());
await browser.close();
await rm(work, { recursive: true });

/** @returns the folder of the report */
async function judged(name: string, variant: Variant): Promise<string> {
  const secretKey = 'sk_test_picture';
  const server = await startReferenceServer({ apps: [{ appId: 'q3k1pa9d', secretKey, ...variant }] });
  const reportDir = join(work, name);
  await conformance(['run', '--seed', '1'], {
    TARGET_URL: server.url,
    TARGET_APP_ID: 'q3k1pa9d',
    TARGET_SECRET_KEY: secretKey,
    REPORT_DIR: reportDir,
  });
  await server.close();
  return reportDir;
}

/** @returns the page */
async function comparison(): Promise<string> {
  const folders: string[] = [];
  for (const [name, variant] of Object.entries(compared)) folders.push(await judged(name, variant));
  const reportDir = join(work, 'comparison');
  await conformance(['compare', ...folders, '--report-dir', reportDir], {});
  return join(reportDir, 'comparison.html');
}

async function takePictures(name: string, file: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    await writeFile(
      new URL(`../../../.github/${name}-${colorScheme}.webp`, import.meta.url),
      await pictureOf(browser, file, colorScheme),
    );
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
