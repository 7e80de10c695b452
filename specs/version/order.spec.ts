/** The order of lists under dated versions. Conversations page: ordering is available since API version 2021-02-09. */
import { refused, succeeded } from '../../fixtures/client/exchange.ts';
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import { listedOf } from '../../fixtures/lists/listed.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { versions } from '../../schemas/api-versions.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const asked = [
  {},
  { orderBy: 'lastActivity' },
  { orderDirection: 'ASC' },
  { orderBy: 'createdAt', orderDirection: 'ASC' },
] as const;

const told = (query: object): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join(' and ') || 'no order';

test(
  `lists under ${versions.first}`,
  covers('VERSION-ORDER-01'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    await given.versions();
    const { alice } = await given.users('alice');
    const pair = await given.twoWithMessagesInReverse(alice);
    const byCreation = pair.map(({ id }) => id).toReversed();
    const old = api.with({ apiVersion: versions.first });

    for (const query of asked)
      await check('VERSION-ORDER-01', `${told(query)}: none but by creation, latest first`, async () => {
        // What is answered under another version must make no difference.
        await listedOf(api.with({ apiVersion: versions.latest }), pair, query);
        await eventually(async () => {
          if (refused(await old.conversations.list({ ...query, limit: 1 }))) return;
          expect(await listedOf(old, pair, query)).toEqual(byCreation);
        });
      });
  },
);

test(
  `a person's list under ${versions.first}`,
  covers('VERSION-ORDER-01'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    await given.versions();
    const { erin } = await given.users('erin');
    await given.inbox(erin);
    const pair = (await given.twoWithMessagesInReverse(erin)).map(({ id }) => id);
    const old = api.with({ apiVersion: versions.first });

    await check('VERSION-ORDER-01', 'it is by creation, latest first', () =>
      eventually(async () => {
        const { ids } = await inboxOf(old, erin, {}, pair);
        expect([...new Set(ids)].filter((id) => pair.includes(id))).toEqual(pair.toReversed());
      }),
    );
  },
);

test(
  `a page of the list under ${versions.first}`,
  covers('VERSION-ORDER-01'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    await given.versions();
    const { alice } = await given.users('alice');
    const [createdFirst, createdLast] = await given.twoWithMessagesInReverse(alice);
    const old = api.with({ apiVersion: versions.first });

    await check('VERSION-ORDER-01', 'it begins after the cursor in the order by creation', () =>
      eventually(async () => {
        const page = await old.conversations.list({ startingAfter: createdLast.id, limit: pageSize });
        expect(idsIn(page)).toInclude([createdFirst.id]);
      }),
    );
  },
);

/** What is asked, and which of two that wrote in reverse comes first. */
const orders = [
  [{}, 'createdFirst'],
  [{ orderBy: 'createdAt' }, 'createdLast'],
  [{ orderDirection: 'ASC' }, 'createdLast'],
] as const;

for (const apiVersion of [versions.sortable, versions.leaving])
  test(`lists under ${apiVersion}`, covers('VERSION-ORDER-02'), async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    await given.versions();
    const { alice } = await given.users('alice');
    const pair = await given.twoWithMessagesInReverse(alice);
    const [createdFirst = '', createdLast = ''] = pair.map(({ id }) => id);

    for (const [query, first] of orders)
      await check(
        'VERSION-ORDER-02',
        `${told(query)}: that order, by default the latest activity first`,
        () =>
          eventually(async () => {
            const wanted =
              first === 'createdFirst' ? [createdFirst, createdLast] : [createdLast, createdFirst];
            expect(await listedOf(api.with({ apiVersion }), pair, query)).toEqual(wanted);
          }),
      );
  });

test(`offsetTs under ${versions.first}`, covers('VERSION-OFFSET-01'), async ({ api, given, survey }) => {
  await given.versions();
  const { id } = await given.conversation();

  await survey('VERSION-OFFSET-01', 'offsetTs=1, in a list that is by creation, latest first', async () => {
    const old = api.with({ apiVersion: versions.first });
    const answer = await old.conversations.list({ offsetTs: 1 });
    if (!succeeded(answer)) return String(answer.status);
    return idsIn(answer).includes(id) ? '200, ignored' : '200, applied';
  });
});
