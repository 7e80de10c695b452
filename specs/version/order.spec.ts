/** The order of lists under dated versions. Conversations page: ordering is available since API version 2021-02-09. */
import { refused, succeeded } from '../../fixtures/client/exchange.ts';
import { listedOf } from '../../fixtures/lists/listed.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
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

for (const query of asked)
  test(
    `asking for ${told(query)} under ${versions.first}`,
    covers('VERSION-ORDER-01'),
    async ({ api, given, check, eventually }) => {
      given.claimed('messages');
      await given.versions();
      const { alice } = await given.users('alice');
      const pair = await given.talkingInReverse(alice);
      const [createdFirst, createdLast] = pair.map(({ id }) => id);
      // What is answered under another version must make no difference.
      await listedOf(api.with({ apiVersion: versions.latest }), pair, query);

      await check('VERSION-ORDER-01', 'no other order than by creation, latest first', () =>
        eventually(async () => {
          const old = api.with({ apiVersion: versions.first });
          if (refused(await old.conversations.list({ ...query, limit: 1 }))) return;
          expect(await listedOf(old, pair, query)).toEqual([createdLast, createdFirst]);
        }),
      );
    },
  );

const orders = [
  [versions.sortable, {}, 'createdFirst'],
  [versions.leaving, {}, 'createdFirst'],
  [versions.sortable, { orderBy: 'createdAt' }, 'createdLast'],
  [versions.leaving, { orderBy: 'createdAt' }, 'createdLast'],
  [versions.sortable, { orderDirection: 'ASC' }, 'createdLast'],
  [versions.leaving, { orderDirection: 'ASC' }, 'createdLast'],
] as const;

for (const [apiVersion, query, first] of orders)
  test(
    `asking for ${told(query)} under ${apiVersion}`,
    covers('VERSION-ORDER-02'),
    async ({ api, given, check, eventually }) => {
      given.claimed('messages');
      await given.versions();
      const { alice } = await given.users('alice');
      const pair = await given.talkingInReverse(alice);
      const [createdFirst = '', createdLast = ''] = pair.map(({ id }) => id);

      await check('VERSION-ORDER-02', 'the order is that, by last activity and latest first by default', () =>
        eventually(async () => {
          const wanted = first === 'createdFirst' ? [createdFirst, createdLast] : [createdLast, createdFirst];
          expect(await listedOf(api.with({ apiVersion }), pair, query)).toEqual(wanted);
        }),
      );
    },
  );

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
