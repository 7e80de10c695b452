/** Every way to end has one exit code, and 1 always means a violated MUST that the report names. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type TestInfo } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import { exitCodeOf } from '../../../../schemas/report/exit-codes.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const secretKey = 'sk_test_endings_3f9c';
let server: ReferenceServer;

test.beforeAll(async () => {
  server = await startReferenceServer({
    apps: [
      { appId: 'app', secretKey },
      { appId: 'broken', secretKey, defects: ['put-drops-subject'] },
    ],
  });
});

test.afterAll(() => server.close());

interface Ending {
  /** What bash runs; `$S` is the command, `$OUT` the folder of the report. */
  readonly script: string;
  readonly code: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly says?: RegExp;
  /** Prepares the folder. */
  readonly given?: (folder: string) => void;
}

const known = (id: string) => JSON.stringify([{ id, reason: 'a test' }]);
const one = '--only RETRIEVE-MISSING-01';

/** The last code is that of `$S`, whatever became of what it was piped into. */
const piped = 'exit ${PIPESTATUS[0]}';

const endings: Readonly<Record<string, Ending>> = {
  'everything that was selected holds': { script: `$S run ${one}`, code: exitCodeOf('partial') },
  'a MUST is violated': {
    script: `$S run --only PUT-MERGE-01`,
    env: { TARGET_APP_ID: 'broken' },
    code: exitCodeOf('non-conformant'),
  },
  'nothing was judged': { script: '$S run --only ISOLATION-APP-01', code: exitCodeOf('incomplete') },
  'the list of known failures is stale': {
    script: `$S run ${one} --baseline $OUT/known.json`,
    given: (folder) => writeFileSync(join(folder, 'known.json'), known('RETRIEVE-MISSING-01')),
    code: exitCodeOf('baseline-stale'),
  },
  'an option that does not exist, with a secret behind it': {
    script: '$S run --secret-key=hunter2',
    code: 2,
    says: /unknown option '--secret-key=…'[^]*set TARGET_SECRET_KEY in the environment/,
  },
  'no target answers': {
    script: `$S run`,
    env: { TARGET_URL: 'http://127.0.0.1:9' },
    code: exitCodeOf('unreachable'),
  },
  'an old Node': {
    script: `node -r $OUT/old.cjs reports/cli/bin.cjs run`,
    given: (folder) =>
      writeFileSync(
        join(folder, 'old.cjs'),
        `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } });`,
      ),
    code: 2,
    says: /^conversations-conformance needs Node 20\.19 or later, and this is Node 18\.20\.8\.$/m,
  },
  'a baseline that is not there': {
    script: '$S run --baseline nowhere.json',
    code: 2,
    says: /nowhere\.json/,
  },
  'a report that is not there': { script: '$S merge nowhere', code: 2, says: /nowhere/ },
  'reports to compare that are not there': { script: '$S compare nowhere neither', code: 2, says: /nowhere/ },
  'a folder that cannot be': {
    script: '$S run --report-dir /dev/null/report',
    code: 2,
    says: /^--report-dir: cannot write a report to \/dev\/null\/report \(ENOTDIR/m,
  },
  "somebody else's files in the folder": {
    script: '$S run',
    given: (folder) => writeFileSync(join(folder, 'index.html'), '<h1>My page</h1>'),
    code: 2,
    says: /contains index\.html, which this suite did not write/,
  },
  'a list of known failures that cannot be written': {
    script: '$S run --write-baseline /dev/null/known.json',
    code: 2,
    says: /^--write-baseline: \/dev\/null\/known\.json cannot be written/m,
  },
  'no temporary folder': {
    script: '$S run',
    env: { TMPDIR: '/dev/null' },
    code: 2,
    says: /This machine cannot continue/,
  },
  'too few file handles': { script: 'ulimit -n 22; $S run', code: 2 },
  'a report that cannot be written in the end': {
    script: `$S run ${one}`,
    given: (folder) => {
      writeFileSync(join(folder, '.conformance-report'), '');
      mkdirSync(join(folder, 'junit.xml'));
    },
    code: exitCodeOf('harness-error'),
    says: /Partial run: 1 of[\s\S]*The report could not be written to .* a folder is in the way \(EISDIR\)/,
  },
  'files that may not grow': {
    script: `ulimit -f 40; $S run ${one}`,
    code: exitCodeOf('harness-error'),
    says: /Partial run: 1 of[\s\S]*The report could not be written to .*\(EFBIG\)/,
  },
  'nobody reads the output': { script: `$S run ${one} 2>&1 | true; ${piped}`, code: 0 },
  'nobody reads more than a line': { script: `$S run ${one} | head -1; ${piped}`, code: 0 },
  'nobody reads of a violation': {
    script: `$S run --only PUT-MERGE-01 | head -1; ${piped}`,
    env: { TARGET_APP_ID: 'broken' },
    code: 1,
  },
  'nobody reads of an exploration': {
    script: `$S explore --runs 2 --min-calls 1 --max-requests 60 | head -1; ${piped}`,
    code: 0,
  },
  'a list of which the beginning is read': { script: `$S list | head -1; ${piped}`, code: 0 },
  'an output that is full': { script: `$S run ${one} >/dev/full`, code: 0 },
};

for (const [name, ending] of Object.entries(endings))
  test(name, async ({}, testInfo) => {
    const folder = testInfo.outputPath('report');
    mkdirSync(folder, { recursive: true });
    ending.given?.(folder);
    const before = readdirSync(folder);

    const { code, output } = await bash(ending, folder);

    expect(code, output).toBe(ending.code);
    if (ending.says) expect(output).toMatch(ending.says);
    expect(output).not.toMatch(/^ +at .+:\d+:\d+\)?$/m);
    expect(output).not.toContain('hunter2');
    expect(readdirSync(folder).filter((file) => file.includes('.part'))).toEqual([]);
    if (code === 1) expectViolation(folder);
    // What was there is still there, as it was.
    if (before.includes('index.html'))
      expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('<h1>My page</h1>');
  });

test('only what the suite wrote is deleted', async ({}, testInfo: TestInfo) => {
  const folder = testInfo.outputPath('project');
  const own = ['artifacts/build.log', 'reproduce/notes.txt', 'reproduce/PUT-MERGE-01.sh', 'README.md'];
  for (const file of own) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), 'mine');
  }

  const { code, output } = await bash({ script: `$S run ${one}`, code: 0 }, folder);

  expect(code, output).toBe(0);
  for (const file of own) expect(readFileSync(join(folder, file), 'utf8')).toBe('mine');
  expect(existsSync(join(folder, '.conformance-work'))).toBe(false);
});

function expectViolation(folder: string): void {
  const report = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as RunReport;
  const failed = report.requirements.filter(({ level, verdict }) => level === 'MUST' && verdict === 'failed');
  expect(failed.length).toBeGreaterThan(0);
}

async function bash({ script, env }: Ending, folder: string): Promise<{ code: number; output: string }> {
  const child = spawn('bash', ['-c', script], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      S: 'node reports/cli/bin.cjs',
      OUT: folder,
      REPORT_DIR: folder,
      TARGET_URL: server.url,
      TARGET_APP_ID: 'app',
      TARGET_SECRET_KEY: secretKey,
      TARGET_CONSISTENCY_MS: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise<number>((done) => child.once('close', (status) => done(status ?? -1)));
  return { code, output };
}
