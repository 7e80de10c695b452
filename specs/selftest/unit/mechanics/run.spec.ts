/** Every process of a run knows the same of it, and what reports are told of it holds no secret. */
import { expect, test } from '@playwright/test';
import { dropFolder } from '../../../../fixtures/run/folder.ts';
import { makeRun } from '../../../../fixtures/run/make-run.ts';
import { publishedRun, publishRun } from '../../../../fixtures/run/run.ts';
import { resolveSettings } from '../../../../fixtures/target/resolve.ts';

const secrets = { TARGET_SECRET_KEY: 'sk_hidden_1', TARGET_SECOND_SECRET_KEY: 'sk_hidden_2' };
const names = { TARGET_URL: 'http://a.example', TARGET_APP_ID: 'a', TARGET_SECOND_APP_ID: 'b' };
const run = makeRun(resolveSettings({ env: { ...names, ...secrets } }));
dropFolder(run.folder);

test('a published run is read as it was, by one variable', () => {
  const env: NodeJS.ProcessEnv = {};
  expect(publishedRun(env)).toBeUndefined();
  publishRun(run, env);
  expect(Object.keys(env)).toEqual(['CONFORMANCE_RUN']);
  expect(publishedRun(env)).toEqual(run);
});

test('what reports are told of a run holds no secret', () => {
  expect(run.target.secondApp?.secretKey).toBe(secrets.TARGET_SECOND_SECRET_KEY);
  for (const secret of Object.values(secrets)) expect(JSON.stringify(run.settings)).not.toContain(secret);
});
