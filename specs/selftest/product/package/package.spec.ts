/** The package in an empty folder: every command of it, the library, and the places that its messages name. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { codeBlocks } from '../readme/readme.ts';
import { demandsOf, tooNew } from './engines.ts';
import { judge } from '../recipes/action.ts';
import { packAndInstall } from './installed.ts';
import { longTag } from '../../support/speeds.ts';

test.describe.configure({ mode: 'serial' });

const secretKey = 'sk_of_a_mock';
const megabyte = 1_000_000;
let installed: Awaited<ReturnType<typeof packAndInstall>>;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  installed = await packAndInstall();
});

test.afterAll(() => installed?.remove());

test('small, without sources, and with one Playwright', { tag: longTag }, async () => {
  const own = await installed.size('node_modules/conversations-conformance');
  const all = await installed.size('node_modules');
  console.log(
    `package ${megabytes(installed.tarballBytes)} packed, ${megabytes(own)} unpacked, ` +
      `${megabytes(all)} with all that it needs, installed in ${(installed.installMs / 1000).toFixed(1)} s`,
  );

  expect(installed.tarballBytes).toBeLessThan(1.3 * megabyte);
  expect(all).toBeLessThan(100 * megabyte);
  const files = await readdir(join(installed.folder, 'node_modules/conversations-conformance'), {
    recursive: true,
  });
  expect(files.filter((path) => /selftest|readme\.|schemas\/generate/i.test(path))).toEqual(['README.md']);
  expect(files.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))).toEqual([]);
  const { stdout } = await installed.run('npm', ['ls', '--all', '--parseable', 'playwright']);
  expect(stdout.trim().split('\n')).toHaveLength(1);
});

test(
  'installed without a warning, and nothing wants a newer Node than is promised',
  { tag: longTag },
  async () => {
    expect(installed.installOutput).not.toMatch(/warn/i);
    const demands = await demandsOf(join(installed.folder, 'node_modules/.package-lock.json'));
    expect(demands.length).toBeGreaterThan(20);
    expect(tooNew(demands, '>=20.19.0')).toEqual([]);
  },
);

test(
  'CommonJS modules get the library by require, without a loader that takes ES modules',
  { tag: longTag },
  async () => {
    const script = [
      "const { startReferenceServer, DEFECTS } = require('conversations-conformance');",
      "const { openapi } = require('conversations-conformance/openapi.json');",
      'startReferenceServer().then(async (server) => {',
      '  const { status } = await fetch(`${server.url}/v1/${server.apps[0].appId}/users`);',
      '  await server.close();',
      '  console.log(status, openapi, Object.keys(DEFECTS).length > 100);',
      '});',
    ];
    await writeFile(join(installed.folder, 'required.cjs'), script.join('\n'));

    const { exitCode, output } = await installed.run('node', [
      '--no-experimental-require-module',
      'required.cjs',
    ]);

    expect(exitCode, output).toBe(0);
    expect(output).toBe('401 3.1.0 true\n');
  },
);

test('run judges the embedded server', { tag: longTag }, async () => {
  const { exitCode, output } = await installed.command(['run', '--quick', '--report-dir', 'reports/out']);

  expect(exitCode, output).toBe(0);
  expect(output).toMatch(/^Quick run: /m);
  const written = await readdir(join(installed.folder, 'reports/out'));
  expect(written).toEqual(expect.arrayContaining(['index.html', 'results.json', 'junit.xml']));
  expect(written).not.toContain('reproduce');
});

test(
  'serve, run, compare and sweep work together, and places point at the TypeScript',
  { tag: longTag },
  async () => {
    const { url, child } = await installed.serve([
      ...['--app-id', 'app', '--secret-key', secretKey, '--latency', '5'],
      ...['--choice', 'topic-null', '--defect', 'put-drops-photo-url'],
    ]);
    const env = { TARGET_URL: url, TARGET_APP_ID: 'app', TARGET_SECRET_KEY: secretKey };
    const only = ['run', '--quick', '--only', 'PUT-MERGE-01'];
    try {
      const failed = await installed.command([...only, '--report-dir', 'red'], env);
      const passed = await installed.command([...only, '--report-dir', 'green']);
      const compared = await installed.command(['compare', 'green', 'red', '--gate', 'lenient']);
      const merged = await installed.command(['merge', 'green', '--report-dir', 'merged']);
      const swept = await installed.command(['sweep', '--dry-run'], env);

      expect(failed.exitCode, failed.output).toBe(1);
      expect(failed.output).toMatch(/^ +at +specs\/put\/merge[\w-]*\.spec\.ts:\d+/m);
      expect(await readdir(join(installed.folder, 'red/reproduce'))).toContain('PUT-MERGE-01.sh');
      const scenarios = (await report('red')).scenarios.map(({ file }) => file);
      expect(scenarios).toContain('specs/put/merge.spec.ts');
      expect(passed.exitCode, passed.output).toBe(0);
      expect(compared.exitCode, compared.output).toBe(1);
      expect(compared.output).toContain('PUT-MERGE-01');
      expect(merged.exitCode, merged.output).toBe(0);
      expect(swept.exitCode, swept.output).toBe(0);
    } finally {
      child.kill();
    }
  },
);

/** Below a folder with the name of one that scenarios are not looked for in. */
test('the action of GitHub installs the tarball, and judges', { tag: longTag }, async ({}, testInfo) => {
  const judged = await judge(testInfo.outputPath(), {
    ...{ SUITE_HOME: testInfo.outputPath('suite'), INPUT_PACKAGE: installed.tarball },
    INPUT_ARGUMENTS: '--quick\n--only\nPUT-MERGE-01',
  });

  expect(judged.exitCode, judged.text).toBe(0);
  expect(judged.outputs).toMatchObject({ verdict: 'partial', failed: '' });
  expect(await readdir(testInfo.outputPath('suite/node_modules'))).not.toContain('typescript');
});

test('list, explain and openapi print', { tag: longTag }, async () => {
  const listed = await installed.command(['list', 'PUT-MERGE']);
  const explained = await installed.command(['explain', 'PUT-MERGE-01']);
  const document = await installed.command(['openapi']);
  const wrong = await installed.command(['explain', 'PUT-MERGE-99']);

  expect(listed.stdout.trim().split('\n').length).toBeGreaterThan(10);
  expect(explained.stdout).toMatch(/^ *level +MUST$/m);
  expect(JSON.parse(document.stdout)).toMatchObject({ openapi: '3.1.0' });
  expect([listed.exitCode, explained.exitCode, document.exitCode, wrong.exitCode]).toEqual([0, 0, 0, 2]);
  expect(wrong.output).not.toMatch(/^ +at /m);
});

test('the example of the README passes in the test runner of Node', { tag: longTag }, async () => {
  const [example = ''] = codeBlocks('js');
  await writeFile(join(installed.folder, 'example.test.mjs'), example);

  const { exitCode, output } = await installed.run('node', ['--test', 'example.test.mjs']);

  expect(exitCode, output).toBe(0);
  expect(output).toMatch(/^(#|ℹ) pass [1-9]/m);
});

test('the library has types, and its faults point at the TypeScript', { tag: longTag }, async () => {
  const typed = [
    "import { CHOICES, startReferenceServer, type ChoiceName } from 'conversations-conformance';",
    "import document from 'conversations-conformance/openapi.json' with { type: 'json' };",
    "const choices: ChoiceName[] = ['topic-null'];",
    "const apps = [{ appId: 'a', secretKey: 'k', choices, defects: ['no such defect'] }];",
    'export const version: string = document.openapi;',
    'export const about: string = CHOICES[choices[0]].description;',
    'await startReferenceServer({ apps, latencyMs: 1 });',
  ];
  await writeFile(join(installed.folder, 'typed.mts'), typed.join('\n'));
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--module', 'nodenext', '--target', 'es2023', '--resolveJsonModule', '--types', 'node'];
  const where = ['--typeRoots', join(root, 'node_modules/@types')];

  // For a module of CommonJS the same, with the resolution of Node 10 that ts-jest and older projects use.
  const old = typed.slice(0, 1).concat(typed.slice(2, 4), 'startReferenceServer({ apps });');
  await writeFile(join(installed.folder, 'old.ts'), old.join('\n'));
  const before = ['--module', 'commonjs', '--moduleResolution', 'node10', '--ignoreDeprecations', '6.0'];

  const compiled = await installed.run('node', [compiler, 'typed.mts', '--strict', ...options, ...where]);
  const compiledOld = await installed.run('node', [
    ...[compiler, 'old.ts', '--strict', '--target', 'es2023', '--types', 'node'],
    ...[...before, ...where],
  ]);
  const run = await installed.run('node', ['--enable-source-maps', 'typed.mjs']);

  expect(compiled.exitCode, compiled.output).toBe(0);
  expect(compiledOld.exitCode, compiledOld.output).toBe(0);
  expect(run.exitCode).toBe(1);
  expect(run.output).toMatch(
    /RangeError: Unknown defect: no such defect\n +at .*server\/variants\/registry\.ts:\d+/,
  );
});

async function report(folder: string): Promise<RunReport> {
  const path = join(installed.folder, folder, 'results.json');
  return JSON.parse(await readFile(path, 'utf8')) as RunReport;
}

function megabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(1)} MB`;
}
