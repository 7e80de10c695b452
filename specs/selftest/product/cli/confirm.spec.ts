/** `--confirm`: what fails is judged again on fresh data, and what then holds is unstable. */
import { expect, test } from '@playwright/test';
import { startReferenceServer } from '../../../../fixtures/server/index.ts';
import { conformance, targetEnv, type Finished } from '../../support/conformance.ts';
import { startHostile } from '../hostile/server.ts';

const secretKey = 'sk_test_confirm';

/** Judges a target that answers the wrong subject to the first so many readings of a conversation. */
async function confirming(wrongReadings: number): Promise<Finished & { ids: Set<string> }> {
  const server = await startReferenceServer({ apps: [{ appId: 'app', secretKey }] });
  const ids = new Set<string>();
  let readings = 0;
  const target = await startHostile(
    {
      does: 'is unstable',
      exitCodes: [3],
      handler: ({ method, url = '' }, _response, forward) => {
        const id = /\/conversations\/(cct-[^/?]*)$/.exec(url)?.[1] ?? '';
        if (method === 'PUT') ids.add(id);
        return forward((answer) =>
          method !== 'GET' || id === '' || answer.status !== 200 || ++readings > wrongReadings
            ? answer
            : {
                ...answer,
                body: answer.body.replace(/"subject":("(\\.|[^"\\])*"|null)/, '"subject":"wrong"'),
              },
        );
      },
    },
    server.url,
  );
  const finished = await conformance(
    ['run', '--confirm', '1', '--only', 'PUT-CREATE-03'],
    targetEnv(target.url, secretKey),
  );
  target.close();
  await server.close();
  return { ...finished, ids };
}

const verdictIn = ({ report }: Finished): string | undefined =>
  report?.requirements.find(({ id }) => id === 'PUT-CREATE-03')?.verdict;

test('what fails once and then holds is unstable, and the run incomplete', async () => {
  const finished = await confirming(1);
  const { exitCode, report, output, ids } = finished;

  expect(exitCode, output).toBe(3);
  expect(verdictIn(finished)).toBe('unstable');
  expect(report?.problems).toEqual([]);
  expect(report?.scenarios.filter(({ attempt }) => attempt === 2).length).toBeGreaterThan(0);
  expect(report?.cleanUp).toMatchObject({ left: [] });
  expect(ids.size).toBeGreaterThan(1);
});

test('what fails again is violated', async () => {
  const finished = await confirming(Infinity);

  expect(finished.exitCode, finished.output).toBe(1);
  expect(verdictIn(finished)).toBe('failed');
});
