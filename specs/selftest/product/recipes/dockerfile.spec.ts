/** The image: a linter of Dockerfiles accepts its recipe, and the recipe names what there is. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { validate } from 'dockerfile-utils';

const root = new URL('../../../../', import.meta.url);
const recipe = await readFile(new URL('.github/Dockerfile', root), 'utf8');

test('a linter accepts it, and not what is wrong in it', () => {
  expect(validate(recipe)).toEqual([]);
  expect(validate(recipe.replace(/^COPY/m, 'COPPY'))).not.toEqual([]);
  expect(validate(recipe.replace(/^FROM.*/m, ''))).not.toEqual([]);
});

test('it packs this version, starts its command, and is no root', async () => {
  const { name, version, bin } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    name: string;
    version: string;
    bin: Record<string, string>;
  };
  expect(recipe).toContain(`ARG PACKAGE=${name}-${version}.tgz\n`);
  expect(Object.keys(bin)).toEqual(JSON.parse(/^ENTRYPOINT (.*)$/m.exec(recipe)?.[1] ?? ''));
  expect(recipe).toMatch(/^USER node$/m);
  const ignored = await readFile(new URL('.github/Dockerfile.dockerignore', root), 'utf8');
  expect(ignored.split('\n').filter((line) => line !== '')).toEqual(['*', '!*.tgz']);
});
