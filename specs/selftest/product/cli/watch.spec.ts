/** `--watch` judges, waits, and judges again: what failed last time first, then everything that was asked for. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { argumentsOf, failedIn, leftBy, nextAfter } from '../../../../reports/cli/watch/plan.ts';
import { judgingScreen, screenOf } from '../../../../reports/cli/watch/screen.ts';
import { Signals } from '../../../../reports/cli/watch/signals.ts';
import { isIgnored } from '../../../../reports/cli/watch/sources.ts';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import { command } from '../../support/compiled.ts';
import { mustIds, sampleReport } from '../../support/sample.ts';
import { longTag } from '../../support/speeds.ts';

const secretKey = 'sk_test_watch';

const serve = (port: number, defects: readonly string[]): Promise<ReferenceServer> =>
  startReferenceServer({ port, apps: [{ appId: 'app', secretKey, defects }] });

/** A watch as a person starts it, whose output is read screen by screen. */
function startWatch(url: string, reportDir: string, args: readonly string[]) {
  const target = ['--target', url, '--app-id', 'app', '--consistency-ms', '0', '--report-dir', reportDir];
  const child = spawn(process.execPath, [command, 'run', ...target, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TARGET_SECRET_KEY: secretKey },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let unread = '';
  child.stdout.on('data', (chunk: Buffer) => (unread += chunk.toString()));
  /** Waits for the next screen after a judging, and answers it. */
  const screen = async (): Promise<string> => {
    const whole = /(Tested [^]*?\nEnter: test again[^\n]*\n)/;
    await expect.poll(() => whole.test(unread), { timeout: 60_000 }).toBe(true);
    const [, shown = ''] = whole.exec(unread) ?? [];
    unread = unread.slice(unread.indexOf(shown) + shown.length);
    return shown;
  };
  return { child, screen, type: (text: string) => child.stdin.write(text) };
}

const exitCodeOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once('close', done));

test('a defect is mended while the watch runs', { tag: longTag }, async ({}, testInfo) => {
  test.slow();
  const folder = testInfo.outputPath('src');
  await mkdir(folder, { recursive: true });
  const broken = await serve(0, ['put-drops-photo-url']);
  const port = Number(new URL(broken.url).port);
  const reportDir = testInfo.outputPath('report');
  const args = ['--watch', folder, '--quick', '--only', 'PUT-MERGE-01,RETRIEVE-FOUND-01'];
  const { child, screen, type } = startWatch(broken.url, reportDir, args);
  try {
    const first = await screen();
    expect(first).toMatch(/^Tested everything in .* exit code 1$/m);
    expect(first).toMatch(/^PUT .* erases fields .*: 1 failed$/m);
    expect(first).toMatch(/^ {2}PUT-MERGE-01 /m);
    expect(first.split('\n').length).toBeLessThanOrEqual(24);

    type('\n');
    expect(await screen()).toMatch(/^Tested what failed last time \(1\) .* exit code 1$/m);

    await broken.close();
    // Longer down than the watch takes to ask twice.
    await new Promise((over) => setTimeout(over, 3000));
    const mended = await serve(port, []);
    try {
      expect(await screen()).toMatch(/^Tested what failed last time \(1\) .* exit code 0$/m);
      expect(await screen()).toMatch(/^Tested everything .* exit code 0$/m);

      await writeFile(join(folder, 'server.go'), 'package main');
      expect(await screen()).toMatch(/^Tested everything .* exit code 0$/m);

      const ended = exitCodeOf(child);
      type('q\n');
      expect(await ended).toBe(0);
    } finally {
      await mended.close();
    }
  } finally {
    child.kill('SIGTERM');
  }
});

test('Ctrl-C ends with the last exit code', async ({}, testInfo) => {
  const { child, screen } = startWatch('http://127.0.0.1:1', testInfo.outputPath('report'), ['--watch']);
  expect(await screen()).toContain('exit code 4');
  const ended = exitCodeOf(child);
  child.kill('SIGINT');
  expect(await ended).toBe(4);
});

test('what failed comes first, and everything once it holds', () => {
  const [one = '', two = ''] = mustIds(2);
  const failing = sampleReport({ failed: [one, two] });
  expect(failedIn(failing, false)).toEqual([one, two]);
  expect(nextAfter({ asked: [], exitCode: 1, report: failing }, false)).toEqual({
    ids: [one, two],
    atOnce: false,
  });
  expect(nextAfter({ asked: [one], exitCode: 0, report: sampleReport() }, false)).toEqual({
    ids: [],
    atOnce: true,
  });
  expect(nextAfter({ asked: [], exitCode: 0, report: sampleReport() }, false)).toEqual({
    ids: [],
    atOnce: false,
  });
  // The target is down, or what is asked for could not be judged.
  expect(nextAfter({ asked: [one], exitCode: 4, report: undefined }, false)).toEqual({
    ids: [one],
    atOnce: false,
  });
});

test('what an earlier run of the same target left, as far as it is asked for, comes first', () => {
  const [one = '', two = ''] = mustIds(2);
  const last = sampleReport({ failed: [one, two] });
  const now = { target: 'https://staging.example.com/api', appId: 'q3k1pa9d', only: [] };
  expect(leftBy(last, now, false)).toEqual([one, two]);
  expect(leftBy(last, { ...now, only: [two] }, false)).toEqual([two]);
  expect(leftBy(last, { ...now, appId: 'another' }, false)).toEqual([]);
  expect(leftBy(undefined, now, false)).toEqual([]);
});

test('each judging takes the settings as they were given', () => {
  const texts = { target: 'http://localhost:1', only: 'PUT', strict: 'true' };
  expect(argumentsOf(texts, 'a.json', [])).toEqual([
    'run',
    '--config=a.json',
    '--target=http://localhost:1',
    '--only=PUT',
    '--strict',
  ]);
  expect(argumentsOf(texts, undefined, ['PUT-MERGE-01', 'PUT-MERGE-02'])).toContain(
    '--only=PUT-MERGE-01,PUT-MERGE-02',
  );
});

test('the screen fits the terminal, and names every failure', () => {
  const failed = mustIds(20);
  const report = sampleReport({ failed, text: '\u001b[2J' });
  const shown = {
    ...{ asked: [], exitCode: 1, tookMs: 1400, report, output: '', strict: false },
    ...{ reportDir: 'reports/out', waitsFor: ['a change in src/'] },
  };
  const lines = screenOf(shown, { rows: 24, columns: 400 }, false);
  expect(lines.length).toBeLessThan(24);
  for (const id of failed) expect(lines.join('\n')).toContain(id);
  expect(lines.join('\n')).not.toContain('\u001b');
  expect(lines.at(-1)).toBe('Enter: test again · q: quit · a change in src/');
  for (const line of screenOf(shown, { rows: 24, columns: 80 }, false))
    expect(line.length).toBeLessThanOrEqual(80);
});

test('while it is judged, the screen says what, and what was mended', () => {
  const size = { rows: 24, columns: 80 };
  expect(judgingScreen(['PUT-MERGE-01'], [], size)).toEqual([
    'Testing what failed last time: PUT-MERGE-01 …',
  ]);
  expect(judgingScreen([], ['PUT-MERGE-01'], size)).toEqual([
    'Passes now: PUT-MERGE-01',
    'Testing everything …',
  ]);
});

test('without a report, the last lines of the run are shown', () => {
  const output = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
  const shown = {
    ...{ asked: [], exitCode: 70, tookMs: 1400, report: undefined, output, strict: false },
    ...{ reportDir: 'reports/out', waitsFor: [] },
  };
  const lines = screenOf(shown, { rows: 24, columns: 80 }, false);
  expect(lines.length).toBeLessThan(24);
  expect(lines).toContain('line 39');
});

test('signals are kept while nobody waits, and the end outdoes them', async () => {
  const signals = new Signals();
  signals.send('again');
  signals.send('again');
  expect(await signals.next()).toBe('again');
  const waiting = signals.next();
  signals.send('end');
  signals.send('again');
  expect(await waiting).toBe('end');
  expect(signals.ended).toBe(true);
});

test('packages, the repository and the report itself are not watched', () => {
  const ignored = (path: string): boolean => isIgnored(path, '/app', '/app/reports/out');
  expect(ignored('/app/src/server.go')).toBe(false);
  expect(ignored('/app/reports/outer/x')).toBe(false);
  for (const path of ['node_modules/a/b.js', '.git/index', 'reports/out/results.json', 'reports/out'])
    expect(ignored(`/app/${path}`), path).toBe(true);
});
