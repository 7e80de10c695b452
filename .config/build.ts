/**
 * Compiles the package into `.build/`, because TypeScript inside `node_modules` does not run: `npx tsx .config/build.ts`.
 * What is compiled is what the command, the library and Playwright load; see `.config/tsconfig.build.json`. Types are not
 * checked here: `npm run check` does that. With `--if-changed` only where something is newer than what was compiled last.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const built = join(root, '.build');
/** Read at run time, beside the code that reads it. */
const data = [
  'reports/cli/bin.cjs',
  'reports/cli/start.cjs',
  'reports/cli/node-version.cjs',
  'schemas/json',
  'schemas/openapi.json',
  'reports/proof.json',
  'specs/requirements/rule-sets',
  'reports/writers/html/templates',
];
/** Copied last: where it lies, everything was compiled. */
const manifest = 'package.json';
/** The library once more for `require`, because Jest does not load ES modules; nothing else is needed there. */
const commonjs = 'commonjs';
/** The library, whose types its users see, with their comments. In the code there are none: the maps hold the source. */
const library = join('fixtures', 'server');
/** No place that a report names lies in these, so that they need no maps. */
const withoutMaps = [
  ...['choices', 'defects'].map((name) => join(library, 'variants', name)),
  join('specs', 'explore'),
  'reports',
];

if (process.argv.includes('--if-changed') && timeOf(join(built, manifest)) > newestSource()) process.exit();

rmSync(built, { recursive: true, force: true });
const compiler = join(root, 'node_modules/typescript/bin/tsc');
for (const project of ['tsconfig.build.json', 'tsconfig.commonjs.json', 'tsconfig.types.json'])
  execFileSync(process.execPath, [compiler, '-p', join(root, '.config', project)], { stdio: 'inherit' });
writeFileSync(join(built, commonjs, 'package.json'), JSON.stringify({ type: commonjs }));
for (const path of data) cpSync(join(root, path), join(built, path), { recursive: true });
for (const path of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
  if (path.endsWith('.d.ts')) placeType(path);
  if (!/\.js(\.map)?$/.test(path)) continue;
  const full = join(built, path);
  if (!withoutMaps.some((folder) => path.startsWith(folder))) {
    if (path.endsWith('.map')) pointBeside(full);
  } else if (path.endsWith('.map')) rmSync(full);
  else writeFileSync(full, readFileSync(full, 'utf8').replace(/^\/\/# sourceMappingURL=.*\n?/m, ''));
}
cpSync(join(root, manifest), join(built, manifest));

/**
 * A map holds its source and names it as if it lay beside the code, so that a place in the package reads like the same
 * place in a clone: `specs/put/merge.spec.ts:41`, below the root of either.
 */
function pointBeside(path: string): void {
  const map = JSON.parse(readFileSync(path, 'utf8')) as { sources: string[] };
  writeFileSync(path, JSON.stringify({ ...map, sources: map.sources.map((source) => basename(source)) }));
}

/**
 * The types of the library are the same for both kinds of modules. The catalogue of defects states its own, whatever is in
 * it, so that those of single defects are left out.
 */
function placeType(path: string): void {
  const from = join(built, path);
  if (/\bdefects\/(?!index\.|defect\.)/.test(path)) rmSync(from);
  else cpSync(from, join(built, commonjs, path));
}

/** When anything that is compiled or copied changed last, folders included, whose times show what was removed from them. */
function newestSource(): number {
  const read = { recursive: true, encoding: 'utf8' } as const;
  const inFolders = ['.config', 'fixtures', 'reports', 'schemas', 'specs'].flatMap((folder) =>
    readdirSync(join(root, folder), read).map((path) => join(folder, path)),
  );
  const others = /^(reports\/out|specs\/selftest)\b/;
  const sources = [
    ...inFolders.filter((path) => !others.test(path)),
    'package-lock.json',
    'playwright.config.ts',
  ];
  return Math.max(...[...sources, 'package.json', 'tsconfig.json'].map((path) => timeOf(join(root, path))));
}

/** @returns milliseconds since 1970, or 0 where there is no such file */
function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
