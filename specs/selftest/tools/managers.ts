/**
 * Installs the packed tarball with every package manager, each into an empty folder, and tells how long it took, how large
 * it is, what it warned of and what ran: `npx tsx specs/selftest/tools/managers.ts [NAME…]`. It takes minutes; a test run
 * tries npm alone.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Installed, packInto, type Finished } from '../product/package/installed.ts';

/** Where npm itself looks: yarn 4 does not read npm's settings. */
const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();

interface Manager {
  /** Package on npm that holds it, with its version; none for npm itself. */
  readonly from?: string;
  /** The program, and what comes before its arguments. */
  readonly program: (tools: string) => readonly [string, ...string[]];
  readonly files?: Readonly<Record<string, string>>;
  readonly install: readonly string[];
  /** Whether Jest is tried as well. */
  readonly jest?: true;
  /** Before the command of the package, and before a script for Node. */
  readonly exec: readonly string[];
  readonly node: readonly string[];
}

const npm: Manager = {
  program: () => ['npm'],
  install: ['install', '--no-audit', '--no-fund'],
  exec: ['exec', '--no', '--'],
  node: ['exec', '--no', '--', 'node'],
};

const managers: Readonly<Record<string, Manager>> = {
  npm: { ...npm, jest: true },
  'npm --engine-strict': { ...npm, install: [...npm.install, '--engine-strict'] },
  'yarn 1': {
    from: 'yarn@1',
    program: (tools) => [process.execPath, join(tools, 'yarn/bin/yarn.js')],
    install: ['add', '--non-interactive'],
    exec: ['--silent', 'run'],
    node: ['--silent', 'node'],
  },
  'yarn 4, PnP': {
    from: '@yarnpkg/cli-dist@4',
    program: (tools) => [process.execPath, join(tools, '@yarnpkg/cli-dist/bin/yarn.js')],
    files: {
      // Yarn tells of itself, wherever a package has ES modules, that its support for them is experimental (YN0092).
      '.yarnrc.yml': [
        'logFilters: [{ code: YN0092, level: discard }]',
        'nodeLinker: pnp',
        'enableTelemetry: false',
        'enableGlobalCache: false',
        `npmRegistryServer: "${registry}"`,
      ].join('\n'),
      'yarn.lock': '',
    },
    install: ['add'],
    exec: ['exec'],
    node: ['node'],
  },
  pnpm: {
    from: 'pnpm',
    program: (tools) => [process.execPath, join(tools, 'pnpm/bin/pnpm.mjs')],
    install: ['add', '--config.engine-strict=true'],
    exec: ['exec'],
    node: ['exec', 'node'],
  },
};

/** The library, as an ES module and as a CommonJS one: both start a server and ask it something. */
const ask = `const server = await startReferenceServer({ apps: [{ appId: 'app', secretKey: 'k' }] });
  const headers = { authorization: 'Bearer k' };
  const { status } = await fetch(server.url + '/v1/app/conversations', { headers });
  await server.close();
  if (status !== 200) throw new Error('answered ' + status);`;
const scripts = {
  'library.mjs': `import { startReferenceServer } from 'conversations-conformance';\n${ask}`,
  'library.test.js': `const { startReferenceServer } = require('conversations-conformance');\ntest('answers', async () => {\n${ask}\n});`,
  'library.cjs': `const { startReferenceServer } = require('conversations-conformance');\n(async () => {\n${ask}\n})();`,
};

interface Tried {
  readonly manager: string;
  readonly seconds: string;
  readonly megabytes: string;
  readonly warnings: number;
  readonly 'run --quick': string;
  readonly import: string;
  readonly require: string;
  readonly jest: string;
}

/** Every line in which a package manager complains, by its own words for it. */
function warningsOf({ output }: Finished): string[] {
  return output
    .split('\n')
    .filter(
      (line) =>
        /\bwarn(ings?)?\b|\bEBADENGINE\b/i.test(line) ||
        (/\bYN\d{4}:/.test(line) && !/\bYN(0000|0013|0019|0085):/.test(line)),
    );
}

async function attempt(name: string, manager: Manager, tools: string, tarball: string): Promise<Tried> {
  const place = new Installed(await mkdtemp(join(tmpdir(), 'conformance-manager-')));
  try {
    const manifest = JSON.stringify({ name: 'empty', version: '1.0.0', license: 'MIT', private: true });
    const files = { 'package.json': manifest, ...manager.files, ...scripts };
    for (const [file, text] of Object.entries(files)) await writeFile(join(place.folder, file), text);
    const [program, ...before] = manager.program(tools);
    const run = (...args: readonly string[]): Promise<Finished> => place.run(program, [...before, ...args]);
    const began = Date.now();
    const installed = await run(...manager.install, tarball);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const warnings = warningsOf(installed);
    for (const line of warnings) console.log(`${name}: ${line}`);
    if (installed.exitCode !== 0) console.log(`${name}: ${installed.output}`);
    const megabytes = ((await place.size('.')) / 1e6).toFixed(0);
    const quick = told(name, await run(...manager.exec, 'conversations-conformance', 'run', '--quick'));
    const [imported, required] = [
      told(name, await run(...manager.node, 'library.mjs')),
      told(name, await run(...manager.node, 'library.cjs')),
    ];
    return {
      ...{ manager: name, seconds, megabytes, warnings: warnings.length },
      ...{ 'run --quick': quick, import: imported, require: required },
      jest: manager.jest === true ? await jest(name, run) : '',
    };
  } finally {
    await place.remove();
  }
}

/** Jest as it comes, which loads CommonJS only. */
async function jest(name: string, run: (...args: readonly string[]) => Promise<Finished>): Promise<string> {
  const installed = await run(...npm.install, 'jest@30');
  if (installed.exitCode !== 0) return told(name, installed);
  return told(name, await run(...npm.exec, 'jest'));
}

/** In one word; what was printed where it is not what was expected. */
function told(name: string, { exitCode, output }: Finished): string {
  if (exitCode === 0) return 'ok';
  console.log(`${name}: ${output}`);
  return `exit ${exitCode}`;
}

const names = process.argv.slice(2);
const chosen = Object.entries(managers).filter(([name]) => names.length === 0 || names.includes(name));
if (chosen.length < Math.max(names.length, 1)) {
  console.error(`Unknown package manager. There are: ${Object.keys(managers).join(', ')}. Example: "yarn 1"`);
  process.exit(2);
}
const work = await mkdtemp(join(tmpdir(), 'conformance-managers-'));
try {
  const tarball = await packInto(work);
  const tools = new Installed(join(work, 'tools'));
  await mkdir(tools.folder);
  await writeFile(join(tools.folder, 'package.json'), '{}');
  const from = [...new Set(chosen.flatMap(([, { from: source }]) => source ?? []))];
  if (from.length > 0) await tools.run('npm', ['install', '--no-audit', '--no-fund', ...from]);
  const tried: Tried[] = [];
  for (const [name, manager] of chosen)
    tried.push(await attempt(name, manager, join(tools.folder, 'node_modules'), tarball));
  console.table(tried);
  const good = tried.every(
    (one) => one.warnings === 0 && Object.values(one).every((value) => !/exit/.test(String(value))),
  );
  process.exitCode = good ? 0 : 1;
} finally {
  await rm(work, { recursive: true, force: true });
}
