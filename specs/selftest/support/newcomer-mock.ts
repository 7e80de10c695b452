/**
 * A mock server as somebody writes it in an hour who has read the Conversations page once: PUT replaces, lists are in the
 * order of creation, nothing is filtered, and there are neither messages nor read state.
 */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono, type Context } from 'hono';

interface Conversation {
  readonly id: string;
  readonly createdAt: number;
  readonly participants: Readonly<Record<string, object>>;
  readonly [attribute: string]: unknown;
}

export interface Mock {
  readonly url: string;
  readonly close: () => void;
}

const settings = { access: 'ReadWrite', notify: true, isUnread: false };

/** @param merges what has been mended: PUT keeps what it does not name */
export async function startNewcomerMock(secretKey: string, merges = false): Promise<Mock> {
  const conversations = new Map<string, Conversation>();
  const users = new Map<string, object>();
  const app = new Hono();
  const notFound = (context: Context) => context.json({ errorCode: 'NOT_FOUND', reasons: {} }, 404);
  const store = (conversation: Conversation): void => {
    conversations.set(conversation.id, conversation);
  };

  // What it did not think of ends in its framework's own answer.
  app.onError((_error, context) => context.text('Internal Server Error', 500));

  app.use(async (context, next) =>
    context.req.header('authorization') === `Bearer ${secretKey}`
      ? next()
      : context.json({ errorCode: 'UNAUTHORIZED', reasons: {} }, 401),
  );

  app.put('/v1/:app/conversations/:id', async (context) => {
    const id = context.req.param('id');
    const { participants = [], ...attributes } = await context.req.json<{ participants?: string[] }>();
    const named = Object.fromEntries(participants.map((one) => [one, settings]));
    const before = conversations.get(id);
    const empty = { subject: null, photoUrl: null, welcomeMessages: null, custom: {}, lastMessage: null };
    store({
      ...{ ...empty, id, topicId: null, createdAt: before?.createdAt ?? Date.now() },
      ...(merges ? before : {}),
      ...attributes,
      participants: { ...named, ...(merges ? before?.participants : {}) },
    });
    return context.json({});
  });

  app.get('/v1/:app/conversations/:id', (context) => {
    const conversation = conversations.get(context.req.param('id'));
    return conversation === undefined ? notFound(context) : context.json(conversation);
  });

  app.delete('/v1/:app/conversations/:id', (context) =>
    conversations.delete(context.req.param('id')) ? context.json({}) : notFound(context),
  );

  app.get('/v1/:app/conversations', (context) =>
    context.json({ data: [...conversations.values()].slice(0, Number(context.req.query('limit') ?? 10)) }),
  );

  app.on(['PUT', 'PATCH', 'DELETE'], '/v1/:app/conversations/:id/participants/:user', async (context) => {
    const { id, user } = context.req.param();
    const conversation = conversations.get(id);
    if (conversation === undefined || !users.has(user)) return notFound(context);
    const { [user]: own, ...others } = conversation.participants;
    const given = await context.req.json<object>().catch(() => ({}));
    const changed = { PUT: { ...settings, ...given }, PATCH: { ...own, ...given } }[context.req.method];
    store({ ...conversation, participants: { ...others, ...(changed && { [user]: changed }) } });
    return context.json({});
  });

  app.put('/v1/:app/users/:user', async (context) => {
    const id = context.req.param('user');
    users.set(id, { ...(await context.req.json<object>()), id });
    return context.json({});
  });

  app.get('/v1/:app/users/:user', (context) => {
    const user = users.get(context.req.param('user'));
    return user === undefined ? notFound(context) : context.json(user);
  });

  app.get('/v1/:app/users/:user/conversations', (context) => {
    const user = context.req.param('user');
    if (!users.has(user)) return notFound(context);
    return context.json({ data: [...conversations.values()].filter((one) => user in one.participants) });
  });

  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}
