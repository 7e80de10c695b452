/**
 * Servers that do nothing right convince nobody: no MUST passes on them, and the exit code is never 0. A quick run asks
 * least of a requirement, so that what does not pass there does not pass anywhere.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { validExamples } from '../../../../schemas/examples.ts';
import { conformance } from '../../support/conformance.ts';
import { longTag } from '../../support/speeds.ts';

const conversation = validExamples.Conversation.full;

const answering =
  (status: number, body: unknown): RequestListener =>
  (request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

const servers: Readonly<Record<string, RequestListener>> = {
  'an empty object for everything': answering(200, {}),
  '404 for everything': answering(404, { error: 'not found' }),
  '500 for everything': answering(500, { error: 'broken' }),
  'one constant page for everything': answering(200, { data: [conversation] }),
  'one recorded conversation for every GET': (request, response) =>
    answering(200, request.method === 'GET' ? conversation : {})(request, response),
  'an echo': (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    request.pipe(response);
  },
};

async function listen(handler: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(handler);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

for (const [name, handler] of Object.entries(servers))
  test(`a server that answers ${name}`, { tag: longTag }, async () => {
    const { server, url } = await listen(handler);

    const { exitCode, report, output } = await conformance(['run', '--quick'], {
      TARGET_URL: url,
      TARGET_APP_ID: 'app',
      TARGET_SECRET_KEY: 'sk_test_trivial',
      TARGET_SECOND_APP_ID: 'other',
      TARGET_SECOND_SECRET_KEY: 'sk_test_other',
      TARGET_CONSISTENCY_MS: '0',
    });
    server.closeAllConnections();
    server.close();

    expect(report, output).toBeDefined();
    expect([1, 3, 4], output).toContain(exitCode);
    expect(report?.exitCode).toBe(exitCode);
    const passed = report?.requirements.filter(
      ({ level, verdict }) => level === 'MUST' && verdict === 'passed',
    );
    expect(passed?.map(({ id }) => id)).toEqual([]);
    expect(report?.problems).toEqual([]);
  });
