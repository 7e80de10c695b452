/** The command that judges the same target again names everything that matters, in the form of the call, and no secret. */
import { expect, test } from '@playwright/test';
import { rerunOf } from '../../../../fixtures/target/rerun.ts';
import { resolveSettings, type Texts } from '../../../../fixtures/target/resolve.ts';
import { makeRun } from '../../../../fixtures/run/make-run.ts';
import type { Rerun } from '../../../../schemas/report/run-settings.ts';

const env = { TARGET_SECRET_KEY: 'sk_test_hidden', TARGET_URL: 'http://a.example', TARGET_APP_ID: 'a' };

function rerun(flags: Texts, caller: NodeJS.ProcessEnv = {}, command: 'run' | 'explore' = 'run'): Rerun {
  const settings = resolveSettings({ env, flags: { seed: '7', ...flags } });
  return rerunOf(makeRun(settings), settings, command, caller);
}

test('what differs from its default is named, ready for a shell', () => {
  expect(rerun({}).flags).toEqual(['--target http://a.example', '--app-id a', '--seed 7']);
  const route = 'PATCH /conversations/{conversationId}/participants/{userId}';
  const { flags } = rerun({
    ...{ auth: 'jwt', apiVersion: '2024-01-01', consistencyMs: '500', readStateRoute: route },
    ...{ capabilities: '-messages,versions', strict: 'true', timeoutMs: '10000' },
  });
  for (const flag of ['--auth jwt', '--api-version 2024-01-01', '--consistency-ms 500', '--strict'])
    expect(flags).toContain(flag);
  expect(flags).toContain(`--read-state-route '${route}'`);
  expect(flags).toContain('--capabilities=-messages,versions');
  expect(flags.join(' ')).not.toMatch(/--timeout-ms|--only|--report-dir/);
});

test('flags read back to the same settings', () => {
  const { flags } = rerun({ capabilities: '-messages,versions', maxDurationMs: '90s', rate: '9' });
  const texts: Record<string, string> = {};
  for (const flag of flags) {
    const [, name = '', text = ''] = /^--([\w-]+)[ =](.*)$/.exec(flag) ?? [];
    texts[name] = text;
  }
  const again = resolveSettings({
    env,
    flags: {
      capabilities: String(texts['capabilities']),
      maxDurationMs: String(texts['max-duration']),
      rate: String(texts['rate']),
    },
  });
  expect(again).toMatchObject({ maxDurationMs: 90_000, rate: 9 });
  expect(again.capabilities).toMatchObject({ messages: 'disclaimed', versions: 'claimed', jwt: 'auto' });
});

test('the program is named as it was called', () => {
  expect(rerun({}, { npm_lifecycle_event: 'conformance' }).program).toBe('npm run conformance --');
  expect(rerun({}).program).toBe('npx tsx reports/cli/main.ts run');
  expect(rerun({}, {}, 'explore').program).toBe('npx tsx reports/cli/main.ts explore');
});

test('what was explored is played again with the flags that the explorer takes', () => {
  const flags = { workers: '3', explore: '30s', only: 'PUT', timeoutMs: '99' };
  expect(rerun(flags, {}, 'explore').flags).toEqual([
    '--target http://a.example',
    '--app-id a',
    '--timeout-ms 99',
  ]);
  expect(rerun(flags).flags.join(' ')).not.toContain('--explore');
});

test('secrets are named as variables, and never shown', () => {
  const told = rerun({});
  expect(told.variables).toEqual(['TARGET_SECRET_KEY']);
  expect(JSON.stringify(told)).not.toContain('sk_test_hidden');
});
