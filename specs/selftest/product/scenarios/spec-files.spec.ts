/** A run of a few requirements loads the files that judge them, and all of these. */
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { specFilesOf } from '../../../../reports/cli/spec-files.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

interface Listed {
  readonly file?: string;
  readonly tags?: readonly string[];
  readonly specs?: readonly Listed[];
  readonly suites?: readonly Listed[];
}

test('the file of a scenario is found by every id that it judges', () => {
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const listed = spawnSync(process.execPath, [cli, 'test', '--list', '--reporter=json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const scenarios = all(JSON.parse(listed.stdout) as Listed);
  expect(scenarios.length).toBeGreaterThan(500);

  const files = new Map<string, Set<string>>();
  for (const { file = '', tags = [] } of scenarios)
    for (const tag of tags) {
      const id = tag.replace(/^@/, '');
      files.set(id, (files.get(id) ?? new Set()).add(`specs/${file}`));
    }
  for (const [id, judging] of files)
    expect(
      specFilesOf(new Set([id]), root, '.ts').map((path) => `${path}.ts`),
      id,
    ).toEqual(expect.arrayContaining([...judging]));
});

test('one requirement takes a few files, and ids that begin alike are told apart', () => {
  expect(specFilesOf(new Set(['PUT-MERGE-01']), root, '.ts')).toEqual(['specs/put/merge.spec']);
  expect(specFilesOf(new Set(['PUT-MERGE-0']), root, '.ts')).toEqual([]);
});

function all({ specs = [], suites = [] }: Listed): Listed[] {
  return [...specs, ...suites.flatMap(all)];
}
