import { type Client, expect, filter, test } from './harness.ts';

/** Order, pages, offsets, bounds; one user's list. */

const CREATED = ['c0', 'c1', 'c2', 'c3', 'c4'];
/** The order in which the conversations got their message. */
const ACTIVE = ['c3', 'c0', 'c4', 'c1', 'c2'];

test.beforeEach(async ({ api }) => {
  for (const id of CREATED)
    await api.put(`conversations/${id}`, { participants: ['alice'], custom: { all: 'x' } });
  for (const id of ACTIVE) await api.say(id, 'alice');
});

const ORDERS: Record<string, string[]> = {
  '': ACTIVE.toReversed(),
  'orderBy=lastActivity': ACTIVE.toReversed(),
  'orderDirection=ASC': ACTIVE,
  'orderBy=lastActivity&orderDirection=DESC': ACTIVE.toReversed(),
  'orderBy=createdAt': CREATED.toReversed(),
  'orderBy=createdAt&orderDirection=ASC': CREATED,
};

async function walk(api: Client, path: string, limit: number): Promise<string[]> {
  const seen: string[] = [];
  for (let pages = 0; pages < 20; pages += 1) {
    const cursor = seen.length > 0 ? `&startingAfter=${seen.at(-1)}` : '';
    const page = await api.ids(`${path}&limit=${limit}${cursor}`);
    if (page.length === 0) return seen;
    seen.push(...page);
  }
  throw new Error('the walk does not end');
}

for (const [order, expected] of Object.entries(ORDERS)) {
  test(`order and pages of "${order}"`, async ({ api }) => {
    for (const path of [`conversations?${order}`, `users/alice/conversations?${order}`]) {
      expect(await api.ids(path)).toEqual(expected);
      for (const limit of [1, 2, 4, 5, 6, 30]) {
        expect(await walk(api, path, limit)).toEqual(expected);
        expect(await walk(api, `${path}&${filter({ custom: { all: ['==', 'x'] } })}`, limit)).toEqual(
          expected,
        );
      }
    }
  });

  test(`offsetTs under "${order}"`, async ({ api }) => {
    const items = (await api.get(`conversations?${order}`)).body['data'] as {
      createdAt: number;
      lastMessage: { createdAt: number };
    }[];
    const places = items.map((item) =>
      order.includes('createdAt') ? item.createdAt : item.lastMessage.createdAt,
    );
    const reached = (place: number, offset: number) =>
      order.includes('ASC') ? place >= offset : place <= offset;
    for (const offset of places.flatMap((place) => [place - 1, place, place + 1])) {
      const rest = expected.filter((_, index) => reached(places[index] ?? 0, offset));
      expect(await api.ids(`conversations?${order}&offsetTs=${offset}`)).toEqual(rest);
    }
  });
}

test('metadata, joining, reading and editing are no activity; a message is', async ({ api }) => {
  await api.put('conversations/c3', { subject: 'x', participants: ['bob'] });
  await api.patch('users/alice/conversations/c3', { isUnread: true });
  await api.put('conversations/c3/participants/carol');
  await api.delete('conversations/c3/participants/carol');
  expect(await api.ids('conversations')).toEqual(ACTIVE.toReversed());
  await api.say('c3', 'alice');
  expect((await api.ids('conversations'))[0]).toBe('c3');
  expect(await api.ids('conversations?orderBy=createdAt')).toEqual(CREATED.toReversed());
});

test('a conversation without messages stands by its creation and matches no bound', async ({ api }) => {
  await api.put('conversations/empty');
  expect((await api.ids('conversations'))[0]).toBe('empty');
  expect(await api.ids('conversations?lastMessageAfter=0')).not.toContain('empty');
  expect(await api.ids('conversations?lastMessageBefore=99999999999999')).not.toContain('empty');
});

test('bounds look at the last message, exclusively', async ({ api }) => {
  const { body } = await api.get('conversations/c4');
  const { createdAt } = body['lastMessage'] as { createdAt: number };
  expect(await api.ids(`conversations?lastMessageAfter=${createdAt}`)).toEqual(['c2', 'c1']);
  expect(await api.ids(`conversations?lastMessageBefore=${createdAt}`)).toEqual(['c0', 'c3']);
  const both = `lastMessageAfter=${createdAt - 1}&lastMessageBefore=${createdAt + 1}`;
  expect(await api.ids(`conversations?${both}`)).toEqual(['c4']);
  expect(await api.ids(`conversations?lastMessageAfter=${createdAt + 9}&lastMessageBefore=1`)).toEqual([]);
});

test('a page has 10 conversations by default and 30 at most', async ({ api }) => {
  for (let index = 0; index < 30; index += 1) await api.put(`conversations/more-${index}`);
  expect(await api.ids('conversations')).toHaveLength(10);
  expect(await api.ids('conversations?limit=30')).toHaveLength(30);
});

test('bad parameters are refused', async ({ api }) => {
  const faults = ['limit=0', 'limit=-1', 'limit=31', 'limit=1.5', 'limit=', 'limit=abc', 'limit=1&limit=1'];
  faults.push(
    'orderBy=id',
    'orderDirection=asc',
    'startingAfter=none',
    'startingAfter=',
    'offsetTs=x',
    'offsetTs=',
  );
  faults.push('lastMessageAfter=x', 'lastMessageBefore=1e3', 'limit=%zz', '%=1');
  for (const fault of faults) expect((await api.get(`conversations?${fault}`)).status, fault).toBe(400);
  expect((await api.get('conversations?sortBy=x&&=')).status).toBe(200);
});

test('one user sees the own conversations, and unreadsOnly the unread ones', async ({ api }) => {
  await api.put('conversations/c1', { participants: ['bob'] });
  await api.put('conversations/c2', { participants: ['bob'] });
  expect(await api.ids('users/carol/conversations')).toEqual([]);
  expect((await api.ids('users/bob/conversations')).toSorted()).toEqual(['c1', 'c2']);
  await api.patch('users/bob/conversations/c1', { isUnread: false });
  expect(await api.ids('users/bob/conversations?unreadsOnly=true')).toEqual(['c2']);
  expect(await api.ids(`users/bob/conversations?${filter({ isUnread: false })}`)).toEqual(['c1']);
  expect((await api.get('users/nobody/conversations')).status).toBe(404);
});

test('dated versions order, offset, keep and miss as documented', async ({ api }) => {
  const version = (value: string) => api.with({ 'TalkJS-REST-Version': value });
  const first = version('2021-01-01');
  expect(await first.ids('conversations?orderBy=lastActivity&orderDirection=ASC&offsetTs=1')).toEqual(
    CREATED.toReversed(),
  );
  expect(await version('2021-02-09').ids('conversations')).toEqual(ACTIVE.toReversed());
  await api.put('conversations/c1', { subject: 'then', participants: ['bob'] });
  await api.delete('conversations/c1/participants/bob');
  await api.put('conversations/c1', { subject: 'now' });
  expect((await version('2021-02-09').get('users/bob/conversations')).body).toMatchObject({
    data: [{ subject: 'then' }],
  });
  expect(await version('2021-07-30').ids('users/bob/conversations')).toEqual([]);
  expect(await version('2021-07-30').ids('users/nobody/conversations')).toEqual([]);
  expect((await version('2024-01-01').get('users/nobody/conversations')).status).toBe(404);
  expect((await version('2000-01-01').get('conversations')).status).toBe(400);
});

test('the list of a user says what is unread for that user, and the list of all does not', async ({
  api,
}) => {
  await api.put('conversations/c0', { participants: ['bob'] });
  const shown = async (path: string) =>
    ((await api.get(path)).body['data'] as { id: string; isUnread?: boolean }[]).find(({ id }) => id === 'c0')
      ?.isUnread;
  expect(await shown('users/alice/conversations')).toBe(false);
  expect(await shown('users/bob/conversations')).toBe(true);
  await api.patch('users/bob/conversations/c0', { isUnread: false });
  expect(await shown('users/bob/conversations')).toBe(false);
  expect(await shown('conversations')).toBeUndefined();
});
