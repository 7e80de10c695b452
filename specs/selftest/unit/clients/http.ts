/** Three HTTP clients that have nothing in common: each sends its own headers and frames bodies in its own way. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import axios from 'axios';

export interface Answer {
  readonly status: number;
  /** Parsed JSON. */
  readonly body: unknown;
}

/** Sends one request and answers whatever came, 4xx and 5xx included. */
export type Http = (
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
) => Promise<Answer>;

export const clients: Readonly<Record<string, Http>> = {
  async fetch(method, url, headers, body) {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  },

  async axios(method, url, headers, body) {
    const response = await axios.request<unknown>({
      ...{ method, url, headers, validateStatus: () => true },
      ...(body === undefined ? {} : { data: body }),
    });
    return { status: response.status, body: response.data };
  },

  /** Without a length: the body goes out in chunks. */
  'node:http': (method, url, headers, body) =>
    new Promise((done, fail) => {
      const sent = request(url, { method, headers }, (response) => {
        text(response).then(
          (read) => done({ status: response.statusCode ?? 0, body: JSON.parse(read) }),
          fail,
        );
      });
      sent.on('error', fail);
      if (body !== undefined) sent.write(JSON.stringify(body));
      sent.end();
    }),
};
