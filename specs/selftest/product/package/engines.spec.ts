/** Nothing that users get wants a newer Node than the package promises: yarn 1 and `npm --engine-strict` would refuse it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { demandsOf, tooNew } from './engines.ts';

const root = new URL('../../../../', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as Manifest;

interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

test('every production dependency runs on the oldest Node that is promised', async () => {
  const demands = await demandsOf(fileURLToPath(new URL('package-lock.json', root)));
  const paths = demands.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(Object.keys(manifest.dependencies).map((name) => `node_modules/${name}`)),
  );
  expect(tooNew(demands, manifest.engines.node)).toEqual([]);
});

test('nothing stands in overrides: they do not reach those who depend on us', () => {
  expect(Object.keys(manifest)).not.toContain('overrides');
  expect(Object.keys(manifest)).not.toContain('resolutions');
});

test('a dependency that wants more is told with its range', () => {
  const demand = { path: 'node_modules/cookie', version: '2.0.2', node: '>=22' };
  expect(tooNew([demand], '>=20.19.0')).toEqual([
    'node_modules/cookie 2.0.2 wants Node >=22, and we promise 20.19.0',
  ]);
  expect(tooNew([{ ...demand, node: '^20.19.0 || >=22' }], '>=20.19.0')).toEqual([]);
});
