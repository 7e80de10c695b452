/**
 * No requirement without a scenario, no scenario without a requirement; and a run of a few requirements loads the files
 * that judge them, and all of these. Playwright says which scenarios there are.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { specFilesOf } from '../../../../reports/cli/spec-files.ts';
import { requirements } from '../../../requirements/index.ts';

interface Scenario {
  readonly title: string;
  /** Path below `specs/`. */
  readonly file: string;
  readonly tags: readonly string[];
}

interface Suite {
  readonly specs?: readonly Scenario[];
  readonly suites?: readonly Suite[];
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));
let all: readonly { readonly title: string; readonly file: string; readonly ids: readonly string[] }[] = [];

test.beforeAll(() => {
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const listed = spawnSync(process.execPath, [cli, 'test', '--list', '--reporter=json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const idOf = (tag: string): string => tag.replace(/^@/, '');
  all = scenariosIn(JSON.parse(listed.stdout) as Suite).map(({ tags, ...scenario }) => ({
    ...scenario,
    ids: tags.map(idOf),
  }));
  expect(all.length).toBeGreaterThan(500);
});

function scenariosIn({ specs = [], suites = [] }: Suite): Scenario[] {
  return [...specs, ...suites.flatMap(scenariosIn)];
}

test('every requirement that is not excluded is judged or surveyed by a scenario', () => {
  const covered = new Set(all.flatMap(({ ids }) => ids));
  const open = requirements.filter(({ id, excluded }) => excluded === undefined && !covered.has(id));
  expect(open.map(({ id }) => id)).toEqual([]);
});

test('every scenario judges something, and nothing but requirements of the catalogue', () => {
  const known = new Set(requirements.filter(({ excluded }) => excluded === undefined).map(({ id }) => id));
  expect(all.filter(({ ids }) => ids.length === 0).map(({ title }) => title)).toEqual([]);
  expect(all.flatMap(({ ids }) => ids).filter((id) => !known.has(id))).toEqual([]);
});

test('a scenario stands in the folder of an area that it judges', () => {
  const strangers = all.filter(({ file, ids }) => {
    const folder = file.split('/').at(-2)?.toUpperCase() ?? '';
    return !ids.some((id) => id.startsWith(`${folder}-`));
  });
  expect(strangers.map(({ file, title }) => `${file}: ${title}`)).toEqual([]);
});

test('the file of a scenario is found by every id that it judges', () => {
  const files = new Map<string, Set<string>>();
  for (const { file, ids } of all)
    for (const id of ids) files.set(id, (files.get(id) ?? new Set()).add(`specs/${file}`));
  for (const [id, judging] of files)
    expect(
      specFilesOf(new Set([id]), root, '.ts').map((path) => `${path}.ts`),
      id,
    ).toEqual(expect.arrayContaining([...judging]));
});

test('one requirement takes a few files, and ids that begin alike are told apart', () => {
  expect(specFilesOf(new Set(['PUT-MERGE-01']), root, '.ts')).toEqual([
    'specs/put/merge-unchanged.spec',
    'specs/put/merge.spec',
  ]);
  expect(specFilesOf(new Set(['PUT-MERGE-0']), root, '.ts')).toEqual([]);
});
