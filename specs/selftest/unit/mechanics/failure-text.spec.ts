/** What is said of a request without a usable response. */
import { expect, test } from '@playwright/test';
import { failureText } from '../../../../fixtures/client/send.ts';

const callLog = ['Call log:', '  - ← 200 OK', '    - connection: keep-alive', '    - keep-alive: timeout=5'];

test('only what was given up on counts as out of time, whatever the headers were', () => {
  const tooLarge = ['apiRequestContext.fetch: the compressed body is larger than 131072 bytes', ...callLog];
  const late = ['apiRequestContext.fetch: Request timed out after 3000ms', ...callLog];
  expect(failureText(new Error(tooLarge.join('\n')), 3000)).toBe(
    'the compressed body is larger than 131072 bytes',
  );
  expect(failureText(new Error(late.join('\n')), 3000)).toBe('no complete response within 3000 ms');
});

test('what Node says of a connection is explained', () => {
  expect(failureText(new Error('socket hang up'), 3000)).toBe(
    'socket hang up: the connection was closed without a response',
  );
});
