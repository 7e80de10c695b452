/** `sweep` removes what earlier runs left behind, by their marker and age, and nothing else. */
import { expect, test } from '@playwright/test';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import { conformance } from '../../support/conformance.ts';

const secretKey = 'sk_test_sweep';
let server: ReferenceServer;

test.beforeEach(async () => {
  server = await startReferenceServer({ apps: [{ appId: 'app', secretKey }] });
  for (let index = 0; index < 40; index++) await call('PUT', `conversations/cct-left-${index}`, {});
  for (const id of ['order-1', 'xcct-2', 'CCT-3']) await call('PUT', `conversations/${id}`, {});
});

test.afterEach(() => server.close());

async function call(method: string, path: string, body?: object): Promise<{ data: { id: string }[] }> {
  const response = await fetch(`${server.url}/v1/app/${path}`, {
    method,
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await response.json()) as { data: { id: string }[] };
}

async function remaining(): Promise<string[]> {
  const page = async (after = ''): Promise<string[]> =>
    (await call('GET', `conversations?limit=30${after}`)).data.map(({ id }) => id);
  const first = await page();
  const second = await page(`&startingAfter=${first.at(-1) ?? ''}`);
  return [...first, ...second].sort();
}

const env = (): NodeJS.ProcessEnv => ({
  TARGET_URL: server.url,
  TARGET_APP_ID: 'app',
  TARGET_SECRET_KEY: secretKey,
});

test('deletes every leftover, over all pages, and no conversation of others', async () => {
  const { exitCode, output } = await conformance(['sweep', '--older-than', '0s'], env());
  expect(exitCode, output).toBe(0);
  expect(output).toContain('40 of 40 conversations deleted');
  expect(await remaining()).toEqual(['CCT-3', 'order-1', 'xcct-2']);
});

test('a dry run lists and deletes nothing', async () => {
  const { exitCode, output } = await conformance(['sweep', '--older-than', '0s', '--dry-run'], env());
  expect(exitCode, output).toBe(0);
  expect(output).toContain('cct-left-39  0 min old');
  expect(output).toContain('40 conversations to delete');
  expect(await remaining()).toHaveLength(43);
});

test('spares what is younger than asked for', async () => {
  const { output } = await conformance(['sweep'], env());
  expect(output).toContain('0 of 0 conversations deleted');
  expect(await remaining()).toHaveLength(43);
});

test('mistakes are told in one sentence', async () => {
  const age = await conformance(['sweep', '--older-than', 'yesterday'], env());
  const nowhere = await conformance(['sweep'], {});
  const off = await conformance(['sweep'], { ...env(), TARGET_URL: 'http://127.0.0.1:9' });
  expect([age.exitCode, nowhere.exitCode, off.exitCode]).toEqual([2, 2, 4]);
  expect(age.output).toContain(
    '--older-than: "yesterday" is not a duration: a number followed by ms, s, m, h or d',
  );
});
