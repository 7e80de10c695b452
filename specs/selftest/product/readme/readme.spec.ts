/** Every command of the README and its pages does what they say: each is run here, or another test proves it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import { settings } from '../../../../fixtures/target/settings.ts';
import { longTag } from '../../support/speeds.ts';
import { codeBlocks, inlineCommands, userPages } from './readme.ts';
import { blocks, inline, placeholders, type Command, type Replacement } from './commands.ts';

// As in the README, later commands stand on what earlier ones left.
test.describe.configure({ mode: 'serial' });

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const app = { appId: 'q3k1pa9d', secretKey: 'sk_test_of_a_mock' };
/** Commands that would judge everything judge this, unless they name something themselves. */
const cheap = 'RETRIEVE-MISSING-01,USER-PUT-01';
let server: ReferenceServer;
let folder: string;

test.beforeAll(async () => {
  server = await startReferenceServer({ apps: [app] });
  folder = await workingCopy();
});

test.afterAll(async () => {
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** A folder that looks like the clone, in which commands leave their files. */
async function workingCopy(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'conformance-readme-'));
  const link = (path: string): Promise<void> => symlink(join(root, path), join(copy, path));
  for (const name of await readdir(root)) if (name !== 'reports') await link(name);
  await mkdir(join(copy, 'reports'));
  for (const name of await readdir(join(root, 'reports')))
    if (name !== 'out') await link(join('reports', name));
  // Reports of other days and servers: all of them are the one that judging a server leaves.
  for (const name of ['mock', 'monday', 'today']) await symlink(join(copy, 'real'), join(copy, name));
  return copy;
}

test('every block and every inline command is known, once', () => {
  const unknown = (texts: readonly string[], known: readonly Command[]): string[] =>
    texts.filter((text) => known.filter(({ fits }) => fits.test(text)).length !== 1);
  expect(unknown(['a new one'], blocks)).toEqual(['a new one']);
  expect(unknown(codeBlocks('sh'), blocks), 'add it to commands.ts').toEqual([]);
  expect(unknown(inlineCommands(), inline), 'add it to commands.ts').toEqual([]);
  const gone = (texts: readonly string[], known: readonly Command[]): RegExp[] =>
    known.map(({ fits }) => fits).filter((fits) => !texts.some((text) => fits.test(text)));
  expect(gone(codeBlocks('sh'), blocks), 'take it off commands.ts').toEqual([]);
  expect(gone(inlineCommands(), inline), 'take it off commands.ts').toEqual([]);
});

test('what is proven elsewhere is there', () => {
  const places = [...blocks, ...inline].flatMap(({ elsewhere }) => elsewhere ?? []);
  expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const named = inlineCommands().flatMap((text) => /^npm (?:run )?([\w:]+)/.exec(text)?.[1] ?? []);
  expect(named.filter((name) => name !== 'pack' && !(name in scripts))).toEqual([]);
});

test('every flag exists', () => {
  const cli = readFileSync(join(root, 'reports/cli/main.ts'), 'utf8');
  const known = new Set([
    ...settings.map(({ flag }) => flag),
    ...[...cli.matchAll(/'(--[a-z-]+)/g)].map(([, flag]) => flag),
    // Of Playwright's own command.
    ...['--reporter', '--config'],
  ]);
  const flags = new Set([...userPages().matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([flag]) => flag));
  expect([...flags].filter((flag) => !known.has(flag))).toEqual([]);
});

const all = [
  ...codeBlocks('sh').map((text) => [text, blocks] as const),
  ...inlineCommands().map((text) => [text, inline] as const),
];
for (const [text, known] of all) {
  const command = known.find(({ fits }) => fits.test(text));
  if (command === undefined || command.elsewhere !== undefined) continue;
  test(`runs: ${text.trim().replace(/\s+/g, ' ').slice(0, 100)}`, { tag: longTag }, async () => {
    const script = substituted(replaced(text, command.replace ?? []));
    const ended = await bash(script, command.serves ? command.shows : undefined);
    if (!command.serves) expect(ended.exitCode, ended.output).toBe(0);
    expect(ended.output).toMatch(command.shows ?? /./);
  });
}

function substituted(text: string): string {
  return replaced(text, placeholders(server.url, app.appId, app.secretKey));
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((old, [from, to]) => old.replaceAll(from, to), text);
}

interface Ended {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a script as somebody does who pastes it, stopping at the first failure; ends it where it shows `until`. */
async function bash(script: string, until?: RegExp): Promise<Ended> {
  const { PATH, HOME } = process.env;
  const summary = join(folder, 'job-summary.md');
  const env = { PATH, HOME, CONFORMANCE_ONLY: cheap, GITHUB_STEP_SUMMARY: summary };
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    ...{ cwd: folder, env, detached: true },
    // Bash takes a pipe for a remote login and reads settings.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const read = (chunk: Buffer): void => {
    output += chunk.toString();
    // The whole group: npm, its shell and the server.
    if (until?.test(output)) process.kill(-(child.pid ?? 0), 'SIGTERM');
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const exitCode = await new Promise<number>((done) => child.once('close', (code) => done(code ?? -1)));
  return { exitCode, output };
}
