/** Targets with which no complete HTTP exchange comes about. */
import { gzipSync } from 'node:zlib';
import { answering, incomplete, json, raw, unreachable, type Hostiles } from './server.ts';

const megabyte = 'x'.repeat(1024 * 1024);
const bomb = gzipSync(`"${'x'.repeat(200 * 1024 * 1024)}"`);

export const connections: Hostiles = {
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
    sample: true,
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
  'endless-body': {
    does: 'sends a body that never ends',
    exitCodes: [1, 3, 4],
    handler: (_request, response) => {
      response.writeHead(200, json).write('["');
      const more = (): void => {
        while (!response.destroyed && response.write(megabyte));
      };
      response.on('drain', more);
      more();
    },
  },
  'gzip-bomb': {
    does: 'sends 200 MB of JSON packed into 200 kB',
    exitCodes: [1, 3, 4],
    handler: answering(200, bomb, { ...json, 'content-encoding': 'gzip' }),
  },
  dies: {
    does: 'never answers again after 30 calls',
    exitCodes: incomplete,
    handler: (() => {
      let count = 0;
      return (_request, _response, forward) => (++count > 30 ? undefined : forward());
    })(),
  },
};
