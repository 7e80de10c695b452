/** Polling within the consistency window: as long as needed, no longer than allowed, with every attempt told. */
import { expect, test } from '@playwright/test';
import { makeEventually } from '../../../../fixtures/scenario/eventually.ts';
import { judge } from '../../../../fixtures/scenario/judgement.ts';
import { Violation } from '../../../../fixtures/scenario/outcome.ts';

/** Fails so many times, then answers. */
function after(failures: number): { observe: () => Promise<string>; calls: () => number } {
  let calls = 0;
  return {
    calls: () => calls,
    observe: () =>
      ++calls > failures ? Promise.resolve('seen') : Promise.reject(new Violation('it', `attempt ${calls}`)),
  };
}

test('looks once where changes are visible at once', async () => {
  const { observe, calls } = after(1);
  await expect(makeEventually(0)(observe)).rejects.toThrow(Violation);
  expect(calls()).toBe(1);
});

test('looks again until it holds', async () => {
  const { observe, calls } = after(3);
  expect(await makeEventually(5000)(observe)).toBe('seen');
  expect(calls()).toBe(4);
});

test('looks again after the window where an answer that was asked for within it came late', async () => {
  const answers = ['stale', 'fresh'];
  const seen = await makeEventually(40)(async () => {
    const answer = answers.shift();
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (answer !== 'fresh') throw new Violation('fresh', `${answer}`);
    return answer;
  });
  expect(seen).toBe('fresh');
});

test('tells every attempt with its time when it never holds', async () => {
  const { observe, calls } = after(Infinity);
  const error = await makeEventually(100)(observe).catch((caught: unknown) => caught);
  const { verdict, attempts = [] } = judge(error);
  expect(verdict).toBe('failed');
  expect(attempts.map(({ number }) => number)).toEqual(
    Array.from({ length: calls() }, (_, index) => index + 1),
  );
  expect(attempts.at(-1)?.saw).toContain(`attempt ${calls()}`);
  expect(attempts.map(({ atMs }) => atMs)).toEqual(
    attempts.map(({ atMs }) => atMs).toSorted((a, b) => a - b),
  );
});

test('does not repeat what is no observation', async () => {
  let calls = 0;
  const broken = makeEventually(1000)(() => {
    calls++;
    return Promise.reject(new TypeError('broken'));
  });
  await expect(broken).rejects.toThrow(TypeError);
  expect(calls).toBe(1);
});
