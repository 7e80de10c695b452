/** What a person has left takes up no place on a page. API documentation as quoted by others: limit; follows from the Conversations page. */
import { byValues } from '../../fixtures/client/filter.ts';
import { idsFiltered } from '../../fixtures/lists/inbox.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'the first page after leaving the newest conversation',
  covers('INBOX-LIST-02'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('filters');
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const options = { with: [erin, bob], custom: { category: data.value() } };
    const [first, second] = [await given.conversation(options), await given.conversation(options)];
    await given.tick();
    const newest = await given.conversation(options);
    await given.left(newest, erin);

    await check('INBOX-LIST-02', 'a page for two has the two others', () =>
      eventually(async () => {
        const filter = byValues(options.custom);
        const page = await api.inbox.list(erin.id, { ...filter, orderBy: 'createdAt', limit: 2 });
        const ids = idsFiltered(page, [first.id, second.id, newest.id]);
        expect(ids.sort()).toEqual([first.id, second.id].sort());
      }),
    );
  },
);

test(
  "a person's list by creation, of conversations that the person joined in the opposite order",
  covers('INBOX-LIST-02'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('filters');
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const options = { with: [bob], custom: { category: data.value() } };
    const older = await given.conversation(options);
    await given.tick();
    const newer = await given.conversation(options);
    await given.joined(newer, erin);
    await given.tick();
    await given.joined(older, erin);

    await check('INBOX-LIST-02', 'the newer one comes first, though it was joined earlier', () =>
      eventually(async () => {
        const filter = byValues(options.custom);
        const page = await api.inbox.list(erin.id, { ...filter, orderBy: 'createdAt', limit: pageSize });
        expect(idsFiltered(page, [newer.id, older.id])).toEqual([newer.id, older.id]);
      }),
    );
  },
);
