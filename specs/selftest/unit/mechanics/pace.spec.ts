/** Manners: a budget that is kept, 429 that is obeyed in each of its forms, and an end to all patience. */
import { expect, test } from '@playwright/test';
import type { Channel, WireRequest, WireResponse } from '../../../../fixtures/client/channels.ts';
import {
  nothingWaited,
  obedient,
  paced,
  retryAfterMs,
  servePace,
  tokenBucket,
} from '../../../../fixtures/run/pace.ts';
import { OutOfTime } from '../../../../fixtures/run/ends.ts';

const request: WireRequest = {
  method: 'GET',
  url: 'http://localhost/',
  headers: {},
  timeoutMs: 1000,
  until: Number.MAX_SAFE_INTEGER,
};
const answer = (status: number, headers: Record<string, string> = {}): WireResponse => ({
  status,
  headers,
  body: Buffer.alloc(0),
});

/** Answers 429 so many times, then 200. */
function refusing(
  times: number,
  headers: Record<string, string> = {},
): { channel: Channel; calls: () => number } {
  let calls = 0;
  return {
    channel: () => Promise.resolve(++calls > times ? answer(200) : answer(429, headers)),
    calls: () => calls,
  };
}

test('a bucket lets its burst through and then keeps the rate', () => {
  let now = 0;
  const bucket = tokenBucket({ rate: 10, burst: 3 }, () => now);
  expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 0]);
  expect([bucket.take(), bucket.take()]).toEqual([100, 200]);
  now = 10_000;
  expect(bucket.take()).toBe(0);
});

test('whoever does not wait for a turn takes none from others', () => {
  const bucket = tokenBucket({ rate: 10, burst: 1 }, () => 0);
  expect([bucket.take(), bucket.take(50), bucket.take(50), bucket.take()]).toEqual([0, 100, 100, 100]);
});

test('all who ask share one budget, and what they waited is told', async () => {
  const { url, close } = await servePace({ rate: 2, burst: 1 });
  const waited = nothingWaited();
  const send = paced(() => Promise.resolve(answer(200)), url, waited);
  const began = performance.now();
  await Promise.all(Array.from({ length: 3 }, () => send(request)));
  close();
  expect(performance.now() - began).toBeGreaterThan(400);
  expect(waited.paceMs).toBeGreaterThan(100);
});

test('nobody waits for the budget longer than the run lasts', async () => {
  const { url, close } = await servePace({ rate: 0.01, burst: 1 });
  const send = paced(() => Promise.resolve(answer(200)), url, nothingWaited());
  await send(request);
  await expect(send({ ...request, until: Date.now() + 1000 })).rejects.toThrow(OutOfTime);
  close();
});

const date = (ms: number): string => new Date(ms).toUTCString();
const noon = Date.parse('2026-03-01T12:00:00Z');
for (const [form, headers, expected] of [
  ['seconds', { 'retry-after': '3' }, 3000],
  ['a fraction of a second', { 'retry-after': '0.25' }, 250],
  ['a date by the clock of the server', { 'retry-after': date(noon + 5000), date: date(noon) }, 5000],
  ['a date that is past', { 'retry-after': date(noon), date: date(noon + 5000) }, 0],
  ['nonsense', { 'retry-after': 'soon' }, undefined],
  ['nothing', {}, undefined],
] as const)
  test(`Retry-After with ${form}`, () => {
    expect(retryAfterMs({ headers })).toBe(expected);
  });

test('a 429 is obeyed and sent again, and counted', async () => {
  const waited = nothingWaited();
  const { channel, calls } = refusing(2, { 'retry-after': '0.05' });
  expect((await obedient(channel, waited)(request)).status).toBe(200);
  expect(calls()).toBe(3);
  expect(waited).toMatchObject({ paceMs: 0, refusedMs: 100, refusals: 2 });
});

test('without Retry-After the pauses grow', async () => {
  const waited = nothingWaited();
  const { channel } = refusing(2);
  expect((await obedient(channel, waited)(request)).status).toBe(200);
  expect(waited.refusedMs).toBeGreaterThanOrEqual(500 + 1000);
  expect(waited.refusedMs).toBeLessThan(1.5 * (500 + 1000));
});

test('429 for ever is passed on when patience ends', async () => {
  const { channel, calls } = refusing(Infinity);
  const began = performance.now();
  expect((await obedient(channel, nothingWaited(), 1000)(request)).status).toBe(429);
  expect(performance.now() - began).toBeLessThan(5000);
  expect(calls()).toBeGreaterThan(1);
});

test('a pause longer than the run ends at once', async () => {
  const { channel } = refusing(Infinity, { 'retry-after': '50' });
  const send = obedient(channel, nothingWaited());
  await expect(send({ ...request, until: Date.now() + 1000 })).rejects.toThrow(OutOfTime);
});
