import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApplication } from './http/application.ts';
import type { App } from './http/credentials.ts';
import { versions } from './http/version.ts';
import { choose } from './switches/index.ts';

export { compatible, switches, type ListedSwitch } from './switches/index.ts';

export interface SecondServerOptions {
  /** Port on 127.0.0.1; 0 takes any that is free. */
  readonly port: number;
  readonly apps: readonly App[];
  /** Names of switches: see `switches`. */
  readonly switches: readonly string[];
  /** The API version of calls without a version header; the latest by default. */
  readonly defaultVersion?: string;
}

export interface SecondServer {
  /** Beginning of all URLs, without `/v1`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a second, independent server of the API, which conforms whatever switches it has: nobody may accuse it.
 * It keeps an append-only log of events for each app and computes from it what it answers.
 *
 * @throws Error for an unknown switch or version, for switches that exclude each other, and for a port in use.
 * @example
 * const server = await startSecondServer({
 *   port: 0,
 *   apps: [{ appId: 'shop', secretKey: 'sk_test' }],
 *   switches: ['ties-by-id'],
 * });
 */
export const startSecondServer = async (options: SecondServerOptions): Promise<SecondServer> => {
  const choices = choose(options.switches);
  const standard = options.defaultVersion ?? versions[3];
  if (!versions.some((version) => version === standard))
    throw new Error(`There is no API version "${standard}"; known are ${versions.join(', ')}.`);
  const application = createApplication(options.apps, standard, choices);
  const server = createAdaptorServer({ fetch: application.fetch }) as Server;
  if (choices.connection === 'ten') server.maxRequestsPerSocket = 10;
  if (choices.connection === 'idle') server.keepAliveTimeout = 50;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
};
