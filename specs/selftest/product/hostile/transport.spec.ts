/** What happens to connections says nothing about behaviour: it is mended where that is safe, else told as what it is. */
import { readFile } from 'node:fs/promises';
import { createServer, request as forward, type RequestListener, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type { Channel, WireResponse } from '../../../../fixtures/client/channels.ts';
import { reopening } from '../../../../fixtures/client/reopen.ts';
import { nothingWaited } from '../../../../fixtures/run/pace.ts';
import { startReferenceServer, type ReferenceServer } from '../../../../fixtures/server/index.ts';
import { bash } from '../../support/bash.ts';
import { conformance } from '../../support/conformance.ts';
import { longTag } from '../../support/speeds.ts';

const secretKey = 'sk_test_transport_81c';
let upstream: ReferenceServer;

test.beforeAll(async () => {
  upstream = await startReferenceServer({ apps: [{ appId: 'app', secretKey }] });
});
test.afterAll(() => upstream.close());

const env = (url: string): NodeJS.ProcessEnv => ({
  TARGET_URL: url,
  TARGET_APP_ID: 'app',
  TARGET_SECRET_KEY: secretKey,
  TARGET_CONSISTENCY_MS: '0',
  CONFORMANCE_WORKERS: '2',
});

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;

async function listen<Listening extends { listen(port: number, host: string, done: () => void): unknown }>(
  server: Listening,
): Promise<Listening> {
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return server;
}

/** Everything that goes through takes so long in each direction, the end of a connection as well. */
async function far(port: number, ms: number): Promise<{ port: number; close: () => void }> {
  const open = new Set<Socket>();
  const relay = (from: Socket, to: Socket): void => {
    open.add(from);
    from.on('data', (chunk) => setTimeout(() => to.writable && to.write(chunk), ms));
    from.on('end', () => setTimeout(() => to.end(), ms));
    from.on('error', () => to.destroy());
  };
  const server = await listen(
    createTcpServer({ allowHalfOpen: true }, (near) => {
      const there = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
      relay(near, there);
      relay(there, near);
    }),
  );
  const close = (): void => {
    for (const socket of open) socket.destroy();
    server.close();
  };
  return { port: portOf(server), close };
}

const pass: RequestListener = (incoming, response) => {
  const { method, url, headers } = incoming;
  const outgoing = forward(`${upstream.url}${url ?? ''}`, { method, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, { ...answer.headers, connection: 'keep-alive' });
    answer.pipe(response);
  });
  incoming.pipe(outgoing);
};

test(
  'a front that closes idle connections soon, 50 ms away, and answers 429 now and then',
  { tag: longTag },
  async () => {
    let count = 0;
    const front: Server = await listen(
      createServer((incoming, response) => {
        if (++count % 25 === 0) {
          incoming.resume();
          response.writeHead(429, { 'retry-after': '1' }).end();
        } else pass(incoming, response);
        // Sooner than the answer arrives and the next request comes: every connection that is used again is closed by then.
        response.on('finish', () => setTimeout(() => incoming.socket.end(), 30));
      }),
    );
    const away = await far(portOf(front), 25);
    const only = 'PUT-MERGE-01,MESSAGE-SEND-01,PARTICIPANT-LEAVE-01,DELETE-GONE-01,READ-UNREAD-01';

    const { exitCode, report, output } = await conformance(
      ['run', '--quick', '--only', only],
      env(`http://127.0.0.1:${away.port}`),
    );
    away.close();
    front.closeAllConnections();
    front.close();

    expect(report?.requirements.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    expect(exitCode, output).toBe(0);
    expect(report?.waited.reopened).toBeGreaterThan(3);
    expect(output).toMatch(/connections closed by the other side before any response, and opened again/);
  },
);

interface Fragility {
  /** Which request gets no answer. */
  readonly isFatal: (method: string, url: string, body: string) => boolean;
  /** Whether the server goes down with it, or just closes the connection. */
  readonly goesDown: boolean;
}

/** Goes down at the first PUT with a subject, which gets no answer. */
const crashing: Fragility = {
  isFatal: (method, _url, body) => method === 'PUT' && body.includes('"subject"'),
  goesDown: true,
};

async function fragileServer({ isFatal, goesDown }: Fragility): Promise<Server> {
  const sockets = new Set<Socket>();
  const fragile: Server = await listen(
    createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const body = Buffer.concat(chunks);
        const { method = '', url = '', headers } = incoming;
        if (isFatal(method, url, body.toString())) {
          if (goesDown) fragile.close();
          for (const socket of goesDown ? sockets : [incoming.socket]) socket.destroy();
          return;
        }
        forward(`${upstream.url}${url}`, { method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        }).end(body);
      });
    }),
  );
  return fragile.on('connection', (socket: Socket) => void sockets.add(socket));
}

test('a crash is reported with the request that caused it, and a script repeats it', async ({}, testInfo) => {
  const REPORT_DIR = testInfo.outputPath('report');
  const script = join(REPORT_DIR, 'reproduce/crash.sh');
  const crashes = `http://127.0.0.1:${portOf(await fragileServer(crashing))}`;

  const { exitCode, report, output } = await conformance(
    ['run', '--workers', '1', '--only', 'PUT-MERGE-01,PUT-MERGE-03'],
    { ...env(crashes), REPORT_DIR },
  );

  expect(exitCode, output).toBe(3);
  expect(report?.requirements.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
  expect(output).toMatch(
    /^(?:Fix first|\d+ requirements blocked)[\s\S]*the target stopped answering after [^\n]*"subject"/m,
  );
  expect(output).toContain(`reproduce bash ${script}`);
  expect(await readFile(join(REPORT_DIR, 'index.html'), 'utf8')).toContain('reproduce/crash.sh');
  const text = await readFile(script, 'utf8');
  expect(text).toMatch(/^# Recorded: no answer to PUT \S+ \(socket hang up[^\n]*\)$/m);

  const another = `http://127.0.0.1:${portOf(await fragileServer(crashing))}`;
  const there = await bash(script, env(another));
  expect(there.output).toMatch(/^(\d+)\. PUT .* -> 000\nreceived: no answer to request \1$/m);
  expect(there.code, there.output).toBe(1);
  const sound = await bash(script, env(upstream.url));
  expect(sound.output).toContain('received: an answer to every request');
  expect(sound.code, sound.output).toBe(0);
  // A target that is down from the beginning says nothing about the request.
  expect(await bash(script, env(another))).toMatchObject({ code: 2 });
});

test('one request that is never answered is no crash: all others are judged', async () => {
  const closing = await fragileServer({
    isFatal: (method, url) => method === 'GET' && url.includes('filter=%5B%22any%22'),
    goesDown: false,
  });

  const { report, output } = await conformance(
    ['run', '--workers', '1', '--only', 'FILTER-CUSTOM-08,FILTER-CUSTOM-01,PUT-MERGE-01'],
    env(`http://127.0.0.1:${portOf(closing)}`),
  );
  closing.close();

  const verdictOf = (id: string) => report?.requirements.find((one) => one.id === id)?.verdict;
  expect(output).not.toContain('the target stopped answering');
  expect(output).toMatch(/socket hang up.*: the connection was closed without a response/);
  expect([verdictOf('FILTER-CUSTOM-01'), verdictOf('PUT-MERGE-01')], output).toEqual(['passed', 'passed']);
  expect(verdictOf('FILTER-CUSTOM-08'), output).toBe('blocked');
});

test('what never came into being is not counted as deleted', async () => {
  const nothing: Server = await listen(
    createServer((incoming, response) => {
      incoming.resume();
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    }),
  );
  const { report, output } = await conformance(['run', '--quick', '--only', 'PUT-MERGE-01'], {
    ...env(`http://127.0.0.1:${portOf(nothing)}`),
  });
  nothing.closeAllConnections();
  nothing.close();
  expect(report?.cleanUp, output).toEqual({ created: 0, deleted: 0, left: [] });
});

const answer: WireResponse = { status: 200, headers: {}, body: Buffer.of() };
const wire = (method: string) => ({
  method,
  url: 'http://a.example/',
  headers: {},
  timeoutMs: 1000,
  until: Infinity,
});
const closed = new Error('socket hang up');

/** Answers once, so that it is known how long that takes, and then closes after so many ms. */
function closing(afterMs: number): Channel {
  let asked = 0;
  return async () => {
    await sleep(asked === 0 ? 60 : afterMs);
    if (asked++ === 0) return answer;
    throw closed;
  };
}

for (const [method, afterMs, again] of [
  ['GET', 150, true],
  ['PUT', 150, true],
  ['POST', 150, false],
  ['PATCH', 150, false],
  ['DELETE', 150, false],
  ['POST', 5, false],
  ['PATCH', 5, false],
  ['DELETE', 5, false],
] as const)
  test(`${method} that is cut off after ${afterMs} ms is ${again ? '' : 'not '}sent anew`, async () => {
    const waited = nothingWaited();
    const send = reopening(closing(afterMs), () => Promise.resolve(answer), waited);
    await send(wire('GET'));
    const outcome = await send(wire(method)).then(
      () => true,
      () => false,
    );
    expect(outcome).toBe(again);
    expect(waited.reopened).toBe(again ? 1 : 0);
  });

for (const method of ['POST', 'PATCH', 'DELETE'])
  test(`once a connection turned out to be closed, ${method} gets one of its own`, async () => {
    const waited = nothingWaited();
    const send = reopening(closing(5), () => Promise.resolve(answer), waited);
    await send(wire('GET'));
    await send(wire('PUT'));
    expect(await send(wire(method))).toBe(answer);
    expect(waited.reopened).toBe(1);
  });

test('it is sent anew once, and what refuses a connection is not asked again', async () => {
  let asked = 0;
  const refusing: Channel = () => {
    asked++;
    return Promise.reject(closed);
  };
  await expect(reopening(refusing, refusing, nothingWaited())(wire('GET'))).rejects.toThrow('socket hang up');
  expect(asked).toBe(2);
  const down = new Error('connect ECONNREFUSED 127.0.0.1:9');
  await expect(reopening(() => Promise.reject(down), refusing, nothingWaited())(wire('GET'))).rejects.toThrow(
    'ECONNREFUSED',
  );
  expect(asked).toBe(2);
});
