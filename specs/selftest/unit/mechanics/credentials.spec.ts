/** Tokens are made by the clock of the target, and no credential that was sent stands in any output. */
import { expect, test } from '@playwright/test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { appToken } from '../../../../fixtures/client/app-token.ts';
import type { Exchange } from '../../../../fixtures/client/exchange.ts';
import { makeRedact, otherPlaceholder } from '../../../../fixtures/client/redact.ts';
import { clocksIn, earliest } from '../../../../fixtures/reading/clock.ts';

const app = { appId: 'app', secretKey: 'sk_test_credentials' };
const noon = Date.parse('2026-03-01T12:00:00Z');
const hour = 3_600_000;

function showing(createdAt: unknown, date?: number): Exchange {
  const headers = date === undefined ? {} : { date: new Date(date).toUTCString() };
  return { body: { createdAt }, headers } as unknown as Exchange;
}

test('a target that shows one time has one clock', () => {
  expect(clocksIn(showing(noon, noon + 900))).toHaveLength(1);
  expect(clocksIn(showing(noon))).toHaveLength(1);
  expect(clocksIn(showing('yesterday', noon))).toHaveLength(1);
});

test('a target whose timestamps are off its Date header has two clocks, of which one is behind', () => {
  const clocks = clocksIn(showing(noon - 3 * hour, noon));
  expect(clocks).toHaveLength(2);
  expect(Math.abs(earliest(clocks).nowMs() - (noon - 3 * hour))).toBeLessThan(hour);
});

test('a target that shows no time blocks what needs one', () => {
  expect(() => clocksIn(showing(null))).toThrow('sends no time');
});

test('a token names the app and lasts for 30 seconds of the clock of the target', async () => {
  const [clock] = clocksIn(showing(noon));
  const token = await appToken(app, clock);
  const claims = decodeJwt(token);
  expect(claims).toMatchObject({ tokenType: 'app', iss: 'app' });
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(30);
  expect(Math.abs((claims.iat ?? 0) * 1000 - noon)).toBeLessThan(hour);
  expect(decodeProtectedHeader(token).alg).toBe('HS256');
});

test('an unsigned token says so and has no signature', async () => {
  const [clock] = clocksIn(showing(noon));
  const token = await appToken(app, clock, { alg: 'none', issuer: 'other' });
  expect(token.endsWith('.')).toBe(true);
  expect(decodeProtectedHeader(token).alg).toBe('none');
  expect(decodeJwt(token).iss).toBe('other');
});

test('a credential that was sent is replaced from then on, and ordinary words are not', () => {
  const redact = makeRedact([{ secret: app.secretKey }]);
  expect(redact('bad token nonsense-0123456789')).toContain('nonsense');
  redact.learn('nonsense-0123456789');
  redact.learn('Bearer');
  expect(redact('Bearer nonsense-0123456789')).toBe(`Bearer ${otherPlaceholder}`);
});
