/** Targets that misbehave, from silence to malice. Each is a handler for node's own HTTP server. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Hostile {
  /** What the target does, as a title. */
  readonly does: string;
  /** Exit codes that are right for it. */
  readonly exitCodes: readonly number[];
  /** Handles every request; `forward` answers as the reference server does. */
  readonly handler: (request: IncomingMessage, response: ServerResponse, forward: Forward) => unknown;
}

/** Sends the request on to the reference server; the answer may be changed before it is passed on. */
export type Forward = (change?: (answer: Answer) => Answer) => Promise<void>;

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const json = { 'content-type': 'application/json' };
const unreachable = [4];
const incomplete = [1, 3];

/** Markup, terminal escapes, null, directions, a file path, CDATA's end. */
export const poison =
  '<script>alert(1)</script>"\'\u001b[31mred\u001b]0;title\u0007\u0000\u202e../../etc/passwd]]>\r\n';

const answering =
  (status: number, body: string | Buffer, headers: Record<string, string> = json) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, headers).end(body);

const isWrite = ({ method }: IncomingMessage): boolean => method !== 'GET';
const isList = ({ url = '' }: IncomingMessage): boolean => /\/conversations(\?|$)/.test(url);
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Counts the requests of one server. */
function counting(decide: (count: number) => boolean, otherwise: { status: number }): Hostile['handler'] {
  let count = 0;
  return (_request, response, forward) =>
    decide(++count) ? response.writeHead(otherwise.status, json).end('{"errorCode":"X"}') : forward();
}

export const hostiles: Readonly<Record<string, Hostile>> = {
  silence: { does: 'never answers', exitCodes: unreachable, handler: () => undefined },
  'headers-then-silence': {
    does: 'sends headers, then nothing',
    exitCodes: unreachable,
    handler: (_request, response) => response.writeHead(200, json).flushHeaders(),
  },
  drip: {
    does: 'sends one byte a second',
    exitCodes: unreachable,
    handler: (_request, response) => {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write(' '), 1000);
      response.on('close', () => clearInterval(timer));
    },
  },
  'cut-off': {
    does: 'closes the connection in the middle of the body',
    exitCodes: unreachable,
    handler: (_request, response) => {
      response.writeHead(200, { ...json, 'content-length': '1000' }).write('{"id":');
      setTimeout(() => response.destroy(), 5);
    },
  },
  reset: {
    does: 'resets every connection',
    exitCodes: unreachable,
    handler: (request) => request.socket.resetAndDestroy(),
  },
  'short-length': {
    does: 'states a content length that is too short',
    exitCodes: [1, 3, 4],
    handler: (_request, response) =>
      raw(
        response,
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{"id":"x"}',
      ),
  },
  'garbage-gzip': {
    does: 'sends garbage as gzip',
    exitCodes: [1, 3, 4],
    handler: answering(200, Buffer.from('not gzip at all'), { ...json, 'content-encoding': 'gzip' }),
  },
  'no-http': {
    does: 'does not speak HTTP',
    exitCodes: unreachable,
    handler: (_request, response) => raw(response, 'SSH-2.0-x\r\n'),
  },
  'invalid-json': {
    does: 'answers invalid JSON',
    exitCodes: incomplete,
    handler: answering(200, '{id: 1,}'),
  },
  'truncated-json': {
    does: 'answers truncated JSON',
    exitCodes: incomplete,
    handler: answering(200, '{"id": "x", "cust'),
  },
  'large-json': {
    does: 'answers 50 MB of JSON',
    exitCodes: incomplete,
    handler: answering(200, `"${'x'.repeat(50 * 1024 * 1024)}"`),
  },
  'deep-json': {
    does: 'answers JSON 100,000 levels deep',
    exitCodes: incomplete,
    handler: answering(200, deep(100_000)),
  },
  html: {
    does: 'answers HTML with 200',
    exitCodes: incomplete,
    handler: answering(200, '<h1>Welcome</h1>', { 'content-type': 'text/html' }),
  },
  empty: { does: 'answers an empty body', exitCodes: incomplete, handler: answering(200, '') },
  'invalid-utf-8': {
    does: 'answers invalid UTF-8',
    exitCodes: incomplete,
    handler: answering(200, Buffer.from([0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22])),
  },
  'redirect-loop': {
    does: 'redirects to itself for ever',
    exitCodes: incomplete,
    handler: (request, response) => response.writeHead(302, { location: request.url ?? '/' }).end(),
  },
  'duplicate-keys': {
    does: 'answers duplicate keys and __proto__',
    exitCodes: [0, 1],
    handler: (_request, _response, forward) =>
      forward((answer) => ({
        ...answer,
        body: answer.body.replace(/^\{/, '{"id":"first","__proto__":{"polluted":true},'),
      })),
  },
  'failing-writes': {
    does: 'answers 500 to every write',
    exitCodes: incomplete,
    handler: (request, response, forward) =>
      isWrite(request) ? response.writeHead(500, json).end('{"errorCode":"X"}') : forward(),
  },
  'flaky-503': {
    does: 'answers 503 to a fifth of the calls',
    exitCodes: [1],
    handler: counting((count) => count % 5 === 4, { status: 503 }),
  },
  'expiring-401': {
    does: 'answers 401 after 50 calls',
    exitCodes: incomplete,
    handler: counting((count) => count > 50, { status: 401 }),
  },
  'endless-429': {
    does: 'answers 429 for ever',
    exitCodes: incomplete,
    handler: counting((count) => count > 20, { status: 429 }),
  },
  'endless-list': {
    does: 'answers the first page of the list to every cursor',
    exitCodes: [1],
    handler: (request, _response, forward) => {
      if (isList(request)) request.url = (request.url ?? '').replace(/([?&])startingAfter=[^&]*/, '$1');
      return forward();
    },
  },
  'poisoned-strings': {
    does: 'puts markup, terminal escapes and nulls into every error and some fields',
    exitCodes: [0, 1],
    handler: (_request, _response, forward) =>
      forward(({ status, body, headers }) => ({
        status,
        headers: { ...headers, 'x-poison': encodeURIComponent(poison) },
        body:
          status >= 400
            ? JSON.stringify({ errorCode: poison })
            : body.replace(
                /^\{/,
                `{${JSON.stringify(poison)}:${JSON.stringify(poison)}${body === '{}' ? '' : ','}`,
              ),
      })),
  },
  'poisoned-subjects': {
    does: 'answers markup and terminal escapes for every subject',
    exitCodes: [1],
    handler: (_request, _response, forward) =>
      forward((answer) => ({
        ...answer,
        body: answer.body.replace(/"subject":("(\\.|[^"\\])*"|null)/g, `"subject":${JSON.stringify(poison)}`),
      })),
  },
  echo: {
    does: 'echoes the credential in bodies and headers',
    exitCodes: [0, 1],
    handler: (request, _response, forward) => {
      const credential = request.headers.authorization ?? '';
      const base64 = Buffer.from(`x:${credential}`).toString('base64');
      return forward(({ status, body, headers }) => ({
        status,
        headers: { ...headers, 'x-echo': credential, 'x-encoded': base64 },
        body:
          status >= 400
            ? JSON.stringify({ errorCode: credential, encoded: encodeURIComponent(credential), base64 })
            : body,
      }));
    },
  },
};

function raw(response: ServerResponse, text: string): void {
  const socket = response.socket as Socket;
  socket.end(text);
}

/** Listens in front of the reference server at `upstream`. */
export async function startHostile(
  hostile: Hostile,
  upstream: string,
): Promise<{ url: string; close: () => void }> {
  const listener: RequestListener = (request, response) => {
    void Promise.resolve(
      hostile.handler(request, response, (change) => pass(request, response, upstream, change)),
    ).catch(() => response.destroy());
  };
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  upstream: string,
  change: (answer: Answer) => Answer = (answer) => answer,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const forwarded = ['authorization', 'content-type', 'talkjs-rest-version'].flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const answer = await fetch(`${upstream}${request.url ?? ''}`, {
    method: request.method ?? 'GET',
    headers: Object.fromEntries(forwarded),
    ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
  });
  const type = answer.headers.get('content-type') ?? 'application/json';
  const changed = change({
    status: answer.status,
    body: await answer.text(),
    headers: { 'content-type': type },
  });
  response.writeHead(changed.status, changed.headers).end(changed.body);
}
