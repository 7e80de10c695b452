/** Targets that answer as documented most of the time, and then do not. */
import type { IncomingMessage } from 'node:http';
import { escapedForJson } from '../../support/secrets.ts';
import { incomplete, json, type Hostile, type Hostiles } from './server.ts';

/** Markup, terminal escapes, null, directions, a file path, CDATA's end. */
export const poison =
  '<script>alert(1)</script>"\'\u001b[31mred\u001b]0;title\u0007\u0000\u202e../../etc/passwd]]>\r\n';

const isWrite = ({ method }: IncomingMessage): boolean => method !== 'GET';
const isList = ({ url = '' }: IncomingMessage): boolean => /\/conversations(\?|$)/.test(url);
const lists = ['LIST-ALL', 'PAGE-CURSOR', 'FILTER-CUSTOM'];

/** Counts the requests of one server. */
function counting(
  decide: (count: number) => boolean,
  otherwise: { status: number; headers?: Record<string, string> },
): Hostile['handler'] {
  let count = 0;
  return (_request, response, forward) =>
    decide(++count)
      ? response.writeHead(otherwise.status, { ...json, ...otherwise.headers }).end('{"errorCode":"X"}')
      : forward();
}

/** The body with every spelling of a credential in the fields that scenarios compare. */
function withEcho(body: string, credential: string): string {
  const base64 = ['', 'a', 'ab'].map((prefix) => Buffer.from(`${prefix}${credential} `).toString('base64'));
  const hex = Buffer.from(credential).toString('hex');
  const spelled = [credential, encodeURIComponent(credential), ...base64, hex];
  // Not by way of objects: the escapes have to reach the target's reader as they are.
  const values = [...spelled.map((one) => JSON.stringify(one)), `"${escapedForJson(credential)}"`];
  const next = (): string => (values.push(values.shift() ?? ''), values[0] ?? '""');
  return body
    .replace(/"(subject|text|photoUrl)":("(\\.|[^"\\])*"|null)/g, (_all, name) => `"${name}":${next()}`)
    .replace(/"custom":\{/g, () => `"custom":{${next()}:"x","echo":${next()},`)
    .replace(/,\}/g, '}')
    .replace(/"participants":\{/g, () => `"participants":{${next()}:{"access":${next()},"notify":true},`)
    .replace(/,\}/g, '}');
}

export const behaviours: Hostiles = {
  'failing-writes': {
    does: 'answers 500 to every write',
    exitCodes: incomplete,
    handler: (request, response, forward) =>
      isWrite(request) ? response.writeHead(500, json).end('{"errorCode":"X"}') : forward(),
  },
  'flaky-503': {
    does: 'answers 503 to a fifth of the calls',
    exitCodes: [1],
    only: ['PUT-MERGE-01', 'RETRIEVE-FOUND', 'MESSAGE-SEND', 'TRANSPORT-STATUS-03'],
    handler: counting((count) => count % 5 === 4, { status: 503 }),
  },
  'expiring-401': {
    does: 'answers 401 after 50 calls',
    exitCodes: incomplete,
    handler: counting((count) => count > 20, { status: 401 }),
  },
  'endless-429': {
    does: 'answers 429 for ever and says nothing about when to come back',
    exitCodes: [3],
    maxSeconds: 30,
    slow: true,
    handler: counting((count) => count > 20, { status: 429 }),
  },
  'endless-429-later': {
    does: 'answers 429 for ever and asks to come back in an hour',
    exitCodes: [3],
    handler: counting((count) => count > 20, { status: 429, headers: { 'retry-after': '3600' } }),
  },
  'credential-revoked': {
    does: 'answers 401 to everything after 20 calls',
    exitCodes: [3],
    maxSeconds: 120,
    violates: [],
    blockedBy: 'credential',
    mostRequests: 40,
    only: ['PUT-MERGE-03', 'PARTICIPANT-JOIN'],
    handler: counting((count) => count > 20, { status: 401 }),
  },
  'unavailable-at-times': {
    does: 'answers 503 to every fifth call',
    exitCodes: [1],
    maxSeconds: 120,
    violates: ['TRANSPORT-STATUS-03'],
    only: ['PUT-MERGE-03', 'MESSAGE-SEND-02', 'TRANSPORT-STATUS-03'],
    handler: counting((count) => count % 5 === 0, { status: 503 }),
  },
  'endless-list': {
    does: 'answers the first page of the list to every cursor',
    exitCodes: [1],
    only: lists,
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
  'echo-in-fields': {
    sample: true,
    does: 'echoes the credential in subject, custom data, texts and participants, and drops connections of DELETE',
    exitCodes: [1],
    handler: (() => {
      let count = 0;
      return (request, response, forward) => {
        const credential = request.headers.authorization ?? '';
        if (request.method === 'DELETE' && count++ % 3 === 0) return response.destroy();
        return forward((answer) => ({ ...answer, body: withEcho(answer.body, credential) }));
      };
    })(),
  },
  'ever-new-list': {
    does: 'answers every page of a list full of conversations never seen before',
    exitCodes: incomplete,
    only: lists,
    handler: (request, _response, forward) =>
      forward((answer) => {
        if (!isList(request) || request.method !== 'GET' || answer.status !== 200) return answer;
        const limit = Number(/[?&]limit=(\d+)/.exec(request.url ?? '')?.[1] ?? 30);
        const [sample = {}] = (JSON.parse(answer.body) as { data: object[] }).data;
        const data = Array.from({ length: Math.min(limit, 30) }, () => ({
          ...sample,
          custom: { filler: 'x'.repeat(400) },
          id: `new-${Math.random()}`,
        }));
        return { ...answer, body: JSON.stringify({ data }) };
      }),
  },
};
