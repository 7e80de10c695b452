import { strict as assert } from 'node:assert';

import { expect, test as base } from '@playwright/test';

import {
  type AppOptions,
  type ReferenceServer,
  type ServerOptions,
  startReferenceServer,
} from '../../../../fixtures/server/index.ts';

export { expect };

export type Json = Record<string, unknown>;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The decoded body; undefined when it is not JSON. */
  readonly body: Json;
}

/** Calls one app; every body is sent as JSON unless it is already text. */
export class Client {
  readonly server: ReferenceServer;
  readonly app: AppOptions;
  readonly headers: Readonly<Record<string, string>>;

  constructor(server: ReferenceServer, app: AppOptions, headers: Readonly<Record<string, string>> = {}) {
    this.server = server;
    this.app = app;
    this.headers = { authorization: `Bearer ${app.secretKey}`, ...headers };
  }

  with(headers: Readonly<Record<string, string>>): Client {
    return new Client(this.server, this.app, { ...this.headers, ...headers });
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const typed = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${this.server.url}/v1/${this.app.appId}/${path}`, {
      method,
      headers: { ...this.headers, ...typed, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }

  get = (path: string) => this.call('GET', path);
  put = (path: string, body: unknown = {}) => this.call('PUT', path, body);
  post = (path: string, body: unknown) => this.call('POST', path, body);
  patch = (path: string, body: unknown) => this.call('PATCH', path, body);
  delete = (path: string) => this.call('DELETE', path);

  /** Creates the named users. */
  async users(...ids: string[]): Promise<void> {
    for (const id of ids) await this.put(`users/${id}`, { name: id });
  }

  /** Sends one UserMessage and returns its id. */
  async say(conversationId: string, sender: string, text = 'Hello'): Promise<string> {
    const reply = await this.post(`conversations/${conversationId}/messages`, [
      { type: 'UserMessage', sender, text },
    ]);
    answered200(reply);
    return (reply.body as unknown as { id: string }[])[0]?.id ?? '';
  }

  /** The ids of a list, in order. */
  async ids(path: string): Promise<string[]> {
    const reply = await this.get(path);
    answered200(reply);
    return (reply.body['data'] as { id: string }[]).map(({ id }) => id);
  }

  /** The participation of one person as GET shows it. */
  async participant(conversationId: string, userId: string): Promise<Json | undefined> {
    const { body } = await this.get(`conversations/${conversationId}`);
    return (body['participants'] as Record<string, Json>)[userId];
  }
}

interface Fixtures {
  /** An app of its own for this test, as a client; on a server of its own where that has options. */
  start: (app?: Partial<AppOptions>, options?: Omit<ServerOptions, 'apps'>) => Promise<Client>;
  /** A client of a clean app with the users alice, bob and carol. */
  api: Client;
}

interface Shared {
  /** Apps are isolated, so that the tests of a process can share a server. */
  server: ReferenceServer;
}

let apps = 0;

export const test = base.extend<Fixtures, Shared>({
  server: [
    async ({}, use) => {
      const server = await startReferenceServer({ apps: [] });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  start: async ({ server }, use) => {
    const own: ReferenceServer[] = [];
    await use(async (app = {}, options) => {
      const described = { appId: `test-${(apps += 1)}`, secretKey: 'sk_test_key', ...app };
      if (options === undefined) {
        server.addApp(described);
        return new Client(server, described);
      }
      const one = await startReferenceServer({ ...options, apps: [described] });
      own.push(one);
      return new Client(one, described);
    });
    await Promise.all(own.map((one) => one.close()));
  },
  api: async ({ start }, use) => {
    const api = await start();
    await api.users('alice', 'bob', 'carol');
    await use(api);
  },
});

/** A filter as a query parameter. */
export function filter(value: unknown): string {
  return `filter=${encodeURIComponent(JSON.stringify(value))}`;
}

/** Without the runner's `expect`, which notes where it stands, and would take most of the time of thousands of calls. */
function answered200({ status, text }: Reply): void {
  assert.equal(status, 200, text);
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined as unknown as Json;
  }
}
