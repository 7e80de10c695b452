/** Stock reporters and Playwright's own files show what failed as well, and hold no secret either. */
import { inflateRawSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { placeholder } from '../../../../fixtures/client/redact.ts';
import { startReferenceServer } from '../../../../fixtures/server/index.ts';
import { playwrightTest, targetEnv } from '../../support/conformance.ts';
import { filesIn, placesOf } from '../../support/secrets.ts';
import { longTag } from '../../support/speeds.ts';
import { behaviours } from './behaviours.ts';
import { secretKey } from './judge.ts';
import { startHostile, type Hostile } from './server.ts';

const echo = behaviours['echo-in-fields'] as Hostile;

test(
  'no secret in what the stock reporters show of a target that echoes it',
  { tag: longTag },
  async ({}, testInfo) => {
    const reportDir = testInfo.outputPath('report');
    const upstream = await startReferenceServer({ apps: [{ appId: 'app', secretKey }] });
    const { url, close } = await startHostile(echo, upstream.url);
    const { output, exitCode } = await playwrightTest(
      [
        '--grep',
        '@(PUT-MERGE-0[12]|PUT-KEEP-01)(?![\\w-])',
        '--trace',
        'on',
        '--reporter',
        'list,junit,json,html,blob',
      ],
      {
        REPORT_DIR: reportDir,
        ...targetEnv(url, secretKey),
        TARGET_TIMEOUT_MS: '1000',
        PLAYWRIGHT_JUNIT_OUTPUT_FILE: `${reportDir}/stock.xml`,
        PLAYWRIGHT_JSON_OUTPUT_FILE: `${reportDir}/stock.json`,
        PLAYWRIGHT_HTML_OUTPUT_DIR: `${reportDir}/html`,
        PLAYWRIGHT_HTML_OPEN: 'never',
        PLAYWRIGHT_BLOB_OUTPUT_DIR: `${reportDir}/blob`,
      },
    );
    close();
    await upstream.close();
    expect(exitCode, output).toBe(1);
    const unpacked = (await filesIn(reportDir)).flatMap(([, bytes]) => packedIn(bytes));
    // What was echoed is shown, without the secret.
    expect(unpacked.join('\n')).toContain(placeholder);

    expect(await placesOf(secretKey, reportDir, `${output}\n${unpacked.join('\n')}`)).toEqual([]);
  },
);

/** The files of ZIP archives, found by their local headers, packed within a file: as they are, or in base64. */
function packedIn(bytes: Buffer): string[] {
  const embedded = bytes.toString('latin1').matchAll(/data:application\/zip;base64,([\w+/=]+)/g);
  return [bytes, ...Array.from(embedded, ([, text = '']) => Buffer.from(text, 'base64'))].flatMap(unzip);
}

function unzip(archive: Buffer): string[] {
  const files: string[] = [];
  for (let at = archive.indexOf('PK\u0001\u0002'); at >= 0; at = archive.indexOf('PK\u0001\u0002', at + 4)) {
    const header = archive.readUInt32LE(at + 42);
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    files.push((archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
  }
  return files;
}
