/**
 * The list of a person orders, pages and filters by last message like the list of all, for conversations that were joined
 * before their messages were sent. Users page: conversations of a user; API changelog page: version 2021-02-09.
 */
import { inboxOf, inboxPage } from '../../fixtures/lists/inbox.ts';
import { idsIn, timestamp } from '../../fixtures/reading/read.ts';
import { pageSize, walk } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { lists } from './lists.ts';

test(
  "a person's list in the default order",
  covers('INBOX-LIST-02'),
  async ({ api, given, check, eventually }) => {
    const { erin } = await given.users('erin');
    await given.inbox(erin);
    const pair = (await given.twoWithMessagesInReverse(erin)).map(({ id }) => id);

    await check('INBOX-LIST-02', 'by last message, latest first', () =>
      eventually(async () => {
        const { ids } = await inboxOf(api, erin, {}, pair);
        expect(ids.filter((id) => pair.includes(id))).toEqual(pair);
      }),
    );
  },
);

test(
  "walking through more than two full pages of a person's list",
  covers('INBOX-LIST-02'),
  async ({ api, given, check, eventually, many }) => {
    const { ids, person } = await many();
    await given.inbox(person);

    await check('INBOX-LIST-02', 'every conversation is in it', () =>
      eventually(async () => {
        const walked = await inboxOf(api, person, {}, ids);
        expect(ids.filter((id) => !walked.ids.includes(id))).toEqual([]);
      }),
    );
  },
);

test(
  "walking through a person's list in pages of two",
  covers('INBOX-LIST-02', 'INBOX-LIST-03'),
  async ({ api, given, check, eventually }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const three = await Promise.all([1, 2, 3].map(() => given.conversation({ with: [erin, bob] })));
    await Promise.all(three.map((one) => given.messages(one, { from: bob, text: 'Hello' })));
    const wanted = three.map(({ id }) => id).sort();

    for (const [list, { requirement, query }] of Object.entries(lists))
      await check(requirement, `each conversation is on one page of ${list}`, () =>
        eventually(async () => {
          const done = (ids: readonly string[]): boolean => wanted.every((id) => ids.includes(id));
          const { ids, pages } = await walk(
            (page) => inboxPage(api, erin, page),
            { ...query, limit: 2 },
            { done },
          );
          const own = ids.filter((id) => wanted.includes(id)).sort();
          // Where other scenarios change the list meanwhile, what a page starts after moves, and some are seen once more.
          const areAlone = own.length === ids.length;
          expect(areAlone ? own : [...new Set(own)]).toEqual(wanted);
          expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(2);
        }),
      );
  },
);

/** Bounds between two last messages: 1 ms later than that of the older conversation, 1 ms earlier than that of the newer. */
const bounds = {
  lastMessageAfter: { beside: 'older', ms: 1, listed: 'newer' },
  lastMessageBefore: { beside: 'newer', ms: -1, listed: 'older' },
} as const;

for (const [bound, { beside, ms, listed }] of Object.entries(bounds))
  test(
    `a person's list with ${bound} between the last messages of two conversations`,
    covers('INBOX-LIST-02', 'INBOX-LIST-03'),
    async ({ api, given, check, eventually }) => {
      const { erin, bob } = await given.users('erin', 'bob');
      await given.inbox(erin);
      const [older, newer] = await given.twoWithMessages(bob, erin);
      // The two messages may be 1 ms apart, and the bound would be the time of the other one: after one message more, it is not.
      await given.messages(newer, { from: bob, text: 'Hello again' });
      const two = { older, newer };
      const { lastMessage } = await given.read(two[beside]);
      const time = timestamp(lastMessage?.createdAt, 'createdAt') + ms;

      for (const [list, { requirement, query }] of Object.entries(lists))
        await check(requirement, `${list} has the ${listed} one, and not the other`, () =>
          eventually(async () => {
            const { ids } = await inboxOf(api, erin, { ...query, [bound]: time }, [two[listed].id]);
            expect(ids.filter((id) => id === older.id || id === newer.id)).toEqual([two[listed].id]);
          }),
        );
    },
  );

test(
  "a person's list with offsetTs between the last messages of two conversations",
  covers('INBOX-LIST-02'),
  async ({ api, given, check, eventually }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const [older, newer] = await given.twoWithMessages(bob, erin);
    const { lastMessage } = await given.read(older);
    await given.tick();
    // 1 ms after the older message the newer one may have come: one message more makes it later.
    await given.messages(newer, { from: bob, text: 'Hello again' });
    const offsetTs = timestamp(lastMessage?.createdAt, 'createdAt') + 1;

    await check('INBOX-LIST-02', 'it lists the older one, and not the newer one', () =>
      eventually(async () => {
        const page = await inboxPage(api, erin, { orderBy: 'lastActivity', offsetTs, limit: pageSize });
        const ids = idsIn(page);
        expect(ids.filter((id) => id === older.id || id === newer.id)).toEqual([older.id]);
      }),
    );
  },
);
