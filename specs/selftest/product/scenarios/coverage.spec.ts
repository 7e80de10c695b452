/** No requirement without a scenario, no scenario without a requirement. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { requirements } from '../../../requirements/index.ts';

interface Listed {
  readonly title: string;
  readonly specs?: readonly {
    readonly title: string;
    readonly tags: readonly string[];
    readonly file: string;
  }[];
  readonly suites?: readonly Listed[];
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));

function scenarios(): { title: string; file: string; ids: string[] }[] {
  const cli = `${root}node_modules/@playwright/test/cli.js`;
  const listed = spawnSync(process.execPath, [cli, 'test', '--list', '--reporter=json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const flat = (suite: Listed): NonNullable<Listed['specs']> => [
    ...(suite.specs ?? []),
    ...(suite.suites ?? []).flatMap(flat),
  ];
  const { suites } = JSON.parse(listed.stdout) as { suites: Listed[] };
  return suites
    .flatMap(flat)
    .map(({ title, file, tags }) => ({ title, file, ids: tags.map((tag) => tag.replace(/^@/, '')) }));
}

const all = scenarios();

test('every requirement that is not excluded is judged or surveyed by a scenario', () => {
  const covered = new Set(all.flatMap(({ ids }) => ids));
  const open = requirements.filter(({ id, excluded }) => excluded === undefined && !covered.has(id));
  expect(open.map(({ id }) => id)).toEqual([]);
});

test('every scenario judges something, and nothing but requirements of the catalogue', () => {
  const known = new Set(requirements.filter(({ excluded }) => excluded === undefined).map(({ id }) => id));
  expect(all.length).toBeGreaterThan(0);
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
