/** A mock as newcomers write it: what they are told to mend first, and that mending it turns the failure green. */
import { expect, test } from '@playwright/test';
import { conformance, targetEnv } from '../../support/conformance.ts';
import { startNewcomerMock } from '../../support/newcomer-mock.ts';
import { longTag } from '../../support/speeds.ts';

const secretKey = 'sk_of_a_newcomer';

test(
  'a mock whose PUT replaces, and that lacks messages, is told so first',
  { tag: longTag },
  async ({}, testInfo) => {
    testInfo.setTimeout(120_000);
    const mock = await startNewcomerMock(secretKey);
    try {
      const run = await conformance(
        ['run', '--explore', 'off', '--seed', '1'],
        targetEnv(mock.url, secretKey),
      );
      expect(run.exitCode, run.output).toBe(1);
      const first = run.output.slice(run.output.indexOf('Fix first')).split('\n').slice(0, 12).join('\n');
      expect(first).toContain('1. The messages resource is missing');
      expect(first).toContain('--capabilities -messages');
      expect(first).toContain('PATCH /users/{userId}/conversations/{conversationId} was tried');
      expect(first).toContain(
        'PUT /conversations/{conversationId} erases fields that the request does not contain',
      );
      const verdict = (id: string) => run.report?.requirements.find((one) => one.id === id)?.verdict;
      // Nothing is blocked by its own violation.
      for (const id of ['PUT-MERGE-01', 'PUT-KEEP-01', 'MESSAGE-SEND-01'])
        expect(verdict(id), id).toBe('failed');
      for (const id of ['PUT-CREATE-01', 'RETRIEVE-FOUND-01']) expect(verdict(id), id).toBe('passed');
      // That it overlooks filters is told of filters.
      expect(verdict('DELETE-REBIRTH-01')).toBe('blocked');
      const untold = run.report?.requirements.filter(
        ({ id, verdict }) => ['failed', 'warned'].includes(verdict) && !run.output.includes(id),
      );
      expect(untold).toEqual([]);
    } finally {
      mock.close();
    }
  },
);

test('mending what was told turns it green', { tag: longTag }, async () => {
  const verdicts: unknown[] = [];
  for (const merges of [false, true]) {
    const mock = await startNewcomerMock(secretKey, merges);
    try {
      const only = ['--only', 'PUT-KEEP-01', '--seed', '1'];
      const { report } = await conformance(['run', ...only], targetEnv(mock.url, secretKey));
      verdicts.push(report?.requirements.find(({ id }) => id === 'PUT-KEEP-01')?.verdict);
    } finally {
      mock.close();
    }
  }
  expect(verdicts).toEqual(['failed', 'passed']);
});
