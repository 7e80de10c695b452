/** The folder of a report. The suite writes there, and deletes nothing that it did not write. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of a report. */
export const reportFiles = [
  'results.json',
  'index.html',
  'junit.xml',
  'summary.md',
  'badge.json',
  'transcript.har',
] as const;

export type ReportFile = (typeof reportFiles)[number];

/** Says of a folder that the files of a report in it are the suite's. */
const marker = '.conformance-report';

/** What a run needs while it goes on, within the folder of its report. */
export const workFolder = '.conformance-work';

const suite = 'conversations-conformance';

/** A folder that cannot be used. The message is one sentence, with what to do. */
export class FolderError extends Error {
  override name = 'FolderError';
}

/**
 * Makes the folder where it is missing, and makes sure that a report can be written there without harm.
 *
 * @throws FolderError
 */
export function claimFolder(folder: string): void {
  const example = 'A valid example: --report-dir reports/out';
  let foreign: string[];
  try {
    mkdirSync(folder, { recursive: true });
    foreign = isOurs(folder) ? [] : reportFiles.filter((name) => existsSync(join(folder, name)));
    if (foreign.length === 0)
      writeFileSync(join(folder, marker), 'The next run replaces the report files in this folder.\n');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new FolderError(
      `--report-dir: cannot write a report to ${folder} (${code}: ${reasons[code] ?? 'the system refuses'}). ${example}`,
    );
  }
  if (foreign.length > 0)
    throw new FolderError(
      `--report-dir: ${folder} contains ${foreign.join(', ')}, which this suite did not write and would overwrite. Use a separate folder. ${example}`,
    );
}

function isOurs(folder: string): boolean {
  const holds = (name: string): boolean => {
    const file = join(folder, name);
    return existsSync(file) && readFileSync(file, 'utf8').includes(suite);
  };
  return existsSync(join(folder, marker)) || holds('results.json') || holds('index.html');
}

/** What the system may have against a file, in words. */
export const reasons: Readonly<Record<string, string>> = {
  EACCES: 'not allowed',
  EPERM: 'not allowed',
  EROFS: 'read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than allowed',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EAGAIN: 'too many processes',
  ENOMEM: 'out of memory',
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'a file is in the way',
  EISDIR: 'a folder is in the way',
  EIO: 'the device fails',
};

/** Writes a file atomically: readers never see half of it. */
export function writeWhole(file: string, text: string, mode?: number): void {
  const part = `${file}.part-${process.pid}`;
  try {
    writeFileSync(part, text, mode === undefined ? {} : { mode });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
