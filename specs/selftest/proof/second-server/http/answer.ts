import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Refusal } from '../refusal.ts';
import type { Choices } from '../switches/index.ts';
import { refusalBody, toJson } from './json.ts';

const compressors = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync };

const extraHeaders = (kind: Choices['headers'], version: string, path: string): [string, string][] =>
  ({
    none: [],
    rate: [
      ['x-ratelimit-limit', '600'],
      ['x-ratelimit-remaining', '599'],
      ['x-ratelimit-reset', '1'],
    ],
    cors: [
      ['access-control-allow-origin', '*'],
      ['vary', 'Origin, Accept-Encoding'],
    ],
    cookies: [
      ['set-cookie', 'session=1; HttpOnly; Path=/'],
      ['set-cookie', 'node=b; Path=/'],
    ],
    version: [
      ['talkjs-rest-version', version],
      ['deprecation', 'false'],
    ],
    cache: [
      ['cache-control', 'no-store, max-age=0'],
      ['expires', '0'],
    ],
    odd: [
      ['alt-svc', 'h3=":443"; ma=60'],
      ['warning', '299 - "old"'],
      ['link', '<https://example.com/docs>; rel="help"'],
      ['x-trace', 'x'.repeat(4096)],
    ],
    location: [
      ['location', path],
      ['content-location', path],
    ],
  })[kind] as [string, string][];

async function* pieces(body: Buffer, framing: Choices['framing']): AsyncGenerator<Uint8Array> {
  const size = framing === 'slow' ? Math.ceil(body.length / 2) : 7;
  for (let start = 0; start < body.length; start += size) {
    if (framing === 'slow' && start > 0) await sleep(20);
    yield body.subarray(start, start + size);
  }
}

const stream = (body: Buffer, framing: Choices['framing']): ReadableStream<Uint8Array> => {
  const source = pieces(body, framing);
  return new ReadableStream({
    pull: async (controller) => {
      const next = await source.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
};

const dateHeader = (choices: Choices, headers: Headers): void => {
  if (choices.dateHeader === 'wrong') headers.set('date', 'Tue, 01 Jan 2019 00:00:00 GMT');
};

/** Sends JSON (or, for an unknown app, text) with the headers of this server. */
export const send = (
  status: number,
  content: { readonly json: unknown } | { readonly text: string },
  request: Request,
  version: string,
  choices: Choices,
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const text = 'text' in content ? content.text : toJson(content.json, choices);
  const all = new Headers(headers);
  if ('json' in content && !all.has('content-type')) all.set('content-type', choices.contentType);
  for (const [name, value] of extraHeaders(choices.headers, version, new URL(request.url).pathname))
    all.append(name, value);
  dateHeader(choices, all);
  if (choices.connection === 'close' || (choices.connection === 'errors' && status >= 400))
    all.set('connection', 'close');
  const etag = `W/"${createHash('sha1').update(text).digest('hex')}"`;
  if (choices.etag === 'weak') all.set('etag', etag);
  if (choices.etag === 'weak' && request.method === 'GET' && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: all });
  const coding = choices.compression;
  const compressed = coding !== 'none' && (request.headers.get('accept-encoding') ?? '').includes(coding);
  const body = compressed ? compressors[coding](text) : Buffer.from(text);
  if (compressed) all.set('content-encoding', coding);
  if (choices.framing !== 'length')
    return new Response(stream(body, choices.framing), { status, headers: all });
  all.set('content-length', String(body.length));
  return new Response(new Uint8Array(body), { status, headers: all });
};

/** Answers a refusal. */
export const refuse = (refusal: Refusal, request: Request, version: string, choices: Choices): Response => {
  const problem = choices.errorBody === 'problem' ? { 'content-type': 'application/problem+json' } : {};
  const headers = { ...problem, ...refusal.headers };
  return send(refusal.status, { json: refusalBody(refusal, choices) }, request, version, choices, headers);
};
