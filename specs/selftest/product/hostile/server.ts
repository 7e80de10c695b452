/** What a target that misbehaves is made of: a handler for node's own HTTP server, in front of the reference server. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { BlockedCause } from '../../../../schemas/report/scenario-record.ts';

export interface Hostile {
  /** What the target does, as a title. */
  readonly does: string;
  /** Exit codes that are right for it. */
  readonly exitCodes: readonly number[];
  /** Ids of the MUSTs that it violates, where that is certain: no other one is told as violated. */
  readonly violates?: readonly string[];
  /** What keeps the rest from being judged, as programs are told. */
  readonly blockedBy?: BlockedCause['kind'];
  /** Most requests that are sent to it. */
  readonly mostRequests?: number;
  /** What is judged, where `HOSTILE=1` does not ask for everything. @default a few families */
  readonly only?: readonly string[];
  /** Longest time of the run, in seconds. @default 60 */
  readonly maxSeconds?: number;
  /** Tried with `HOSTILE=1` only. */
  readonly slow?: true;
  /** Tried by `npm test` already; the others by `npm run proof`. */
  readonly sample?: true;
  /** Handles every request; `forward` answers as the reference server does. */
  readonly handler: (request: IncomingMessage, response: ServerResponse, forward: Forward) => unknown;
}

export type Hostiles = Readonly<Record<string, Hostile>>;

/** Sends the request on to the reference server; the answer may be changed before it is passed on. */
export type Forward = (change?: (answer: Answer) => Answer) => Promise<void>;

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const json = { 'content-type': 'application/json' };
export const unreachable = [4];
export const incomplete = [1, 3];

/** Answers everything the same. */
export const answering =
  (status: number, body: string | Buffer, headers: Record<string, string> = json) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, headers).end(body);

/** Answers with these bytes, whether they are HTTP or not. */
export function raw(response: ServerResponse, text: string): void {
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
