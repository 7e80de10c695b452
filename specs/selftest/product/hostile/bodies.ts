/** Targets whose answers are HTTP, but not what was asked for. */
import { answering, incomplete, type Hostiles } from './server.ts';

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

export const bodies: Hostiles = {
  'invalid-json': {
    sample: true,
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
    // On a busy machine not within the time limit of a request, like a body that never ends.
    exitCodes: [1, 3, 4],
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
};
