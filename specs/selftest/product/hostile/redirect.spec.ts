/** A redirect is an answer like any other: never followed, and so no way to take a credential elsewhere. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { judge } from './judge.ts';

test('a redirect to another host never carries the credential there', async ({}, testInfo) => {
  const seen: string[] = [];
  const elsewhere = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/elsewhere`;

  const { exitCode, output } = await judge(
    {
      does: 'redirects elsewhere',
      exitCodes: [],
      handler: (_request, response) => response.writeHead(307, { location }).end(),
    },
    'http://127.0.0.1:9',
    testInfo.outputPath('report'),
  );
  elsewhere.close();

  expect([1, 3]).toContain(exitCode);
  expect(output).toContain('The suite does not follow redirects');
  expect(seen).toEqual([]);
});
