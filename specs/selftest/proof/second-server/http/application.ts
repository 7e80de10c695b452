import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { Refusal } from '../refusal.ts';
import { Store } from '../store.ts';
import type { Choices } from '../switches/index.ts';
import { refuse, send } from './answer.ts';
import { checkCredentials } from './credentials.ts';
import type { App } from './credentials.ts';
import { checkRequest, delayed, Queue, RateLimit, readBody, WriteLock } from './gate.ts';
import { routesOf } from './routes.ts';
import type { Route } from './routes.ts';
import { readVersion } from './version.ts';

type Bindings = { Bindings: HttpBindings };
type HonoContext = Context<Bindings>;

interface Tenant {
  readonly app: App;
  readonly store: Store;
  readonly lock: WriteLock;
}

const pathOf = (url: string): string => url.slice(url.indexOf('/', 8)).replace(/[?#].*$/s, '');

const notFound = (c: HonoContext, version: string, choices: Choices): Response =>
  send(404, { json: 'Not found' }, c.req.raw, version, choices);

/** An unknown app was seen to answer text, before credentials are looked at (companion 6). */
const unknownApp = (c: HonoContext, version: string, choices: Choices): Response => {
  if (choices.unknownApp === 'text-404')
    return send(404, { text: 'Not found.' }, c.req.raw, version, choices);
  const status = choices.unknownApp === '401' ? 401 : 404;
  return refuse(new Refusal(status, 'APP_NOT_FOUND'), c.req.raw, version, choices);
};

const lockOf = async ({ lock }: Tenant, c: HonoContext, choices: Choices): Promise<() => void> => {
  if (choices.writeLock === 'none' || c.req.method === 'GET') return () => undefined;
  if (choices.writeLock === 'app') return lock.hold('', 429);
  return lock.hold(c.req.param('conversationId') ?? `user ${c.req.param('userId')}`, 409);
};

/** All that happens to one call once its route is known. */
const serve = async (c: HonoContext, route: Route, tenant: Tenant, standard: string, choices: Choices) => {
  await checkCredentials(c.req.header('authorization'), tenant.app, choices);
  const version = readVersion(c.req.header('talkjs-rest-version'), standard, choices);
  const body = await readBody(c.req.raw, route.bodyless === true, choices);
  await delayed(c.req.method, route.path.endsWith('/conversations'), choices);
  const release = await lockOf(tenant, c, choices);
  try {
    const answer = route.handler({
      store: tenant.store,
      choices,
      version,
      search: new URL(c.req.url).search,
      conversationId: c.req.param('conversationId') ?? '',
      userId: c.req.param('userId') ?? '',
      messageId: c.req.param('messageId') ?? '',
      body,
    });
    if (choices.latency === 'after' && route.method !== 'GET') await sleep(50);
    return send(200, { json: answer }, c.req.raw, version, choices);
  } finally {
    release();
  }
};

/** What no route matches: 404 in JSON (companion 6), or another refusal where that is the choice. */
const unrouted = async (
  c: HonoContext,
  routes: readonly Route[],
  tenants: ReadonlyMap<string, Tenant>,
  choices: Choices,
) => {
  const path = pathOf(c.req.url);
  const matches = (route: Route): boolean =>
    new RegExp(`^/v1/[^/]+${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path);
  const methods = routes.filter(matches).map(({ method }) => method);
  const tenant = tenants.get(path.split('/')[2] ?? '');
  if (c.req.method === 'OPTIONS' && choices.options === 204)
    return new Response(null, { status: 204, headers: { 'access-control-allow-methods': '*' } });
  if (c.req.method === 'DELETE' && /^\/v1\/[^/]+\/users\/[^/]+$/.test(path) && choices.userDeletion === 403)
    throw new Refusal(403, 'USERS_CANNOT_BE_DELETED');
  if (choices.unknownRoute === '401' && tenant)
    await checkCredentials(c.req.header('authorization'), tenant.app, choices);
  if (choices.unknownRoute === '405' && methods.length > 0)
    throw new Refusal(405, 'METHOD_NOT_ALLOWED', {}, { allow: methods.join(', ') });
  if (choices.trailingSlash === 'redirected' && path.endsWith('/'))
    return new Response(null, {
      status: 308,
      headers: { location: path.slice(0, -1) + new URL(c.req.url).search },
    });
  return notFound(c, '', choices);
};

/** The whole server as one fetch function: apps, routes, and choices where the documentation is silent. */
export const createApplication = (
  apps: readonly App[],
  standard: string,
  choices: Choices,
): Hono<Bindings> => {
  const tenants = new Map(
    apps.map((app) => [app.appId, { app, store: new Store(choices), lock: new WriteLock() }] as const),
  );
  const routes = routesOf(choices);
  const limit = new RateLimit(choices);
  const queue = new Queue(choices);
  const hono = new Hono<Bindings>({
    // Ids are decoded once, by hono, one by one: the path must not be decoded before it is split.
    getPath: ({ url }) =>
      choices.trailingSlash === 'ignored' ? pathOf(url).replace(/\/$/, '') : pathOf(url),
  });
  hono.use(async (c, next) => {
    if (choices.dateHeader === 'absent') c.env.outgoing.sendDate = false;
    limit.check();
    checkRequest(c.req.raw, choices);
    if (c.req.raw.method === 'HEAD' && choices.head !== 'served') throw new Refusal(choices.head, 'NO_HEAD');
    if (choices.informational === 'hints') c.env.outgoing.writeEarlyHints({ link: '</docs>; rel=help' });
    await queue.wait();
    await next();
  });
  for (const route of routes)
    hono.on(route.method, `/v1/:appId${route.path}`, (c) => {
      const tenant = tenants.get(c.req.param('appId') ?? '');
      return tenant ? serve(c, route, tenant, standard, choices) : unknownApp(c, standard, choices);
    });
  hono.notFound((c) => unrouted(c, routes, tenants, choices));
  hono.onError((error, c) => {
    if (error instanceof Refusal) return refuse(error, c.req.raw, standard, choices);
    console.error(error);
    return send(500, { json: { errorCode: 'INTERNAL' } }, c.req.raw, standard, choices);
  });
  return hono;
};
