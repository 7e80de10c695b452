/**
 * limit says how many conversations a page has at most. Conversations page: filters can be combined with limits and
 * cursors. API documentation: 1 to 30.
 */
import { needsFilter } from '../../fixtures/lists/answers.ts';
import { timeBeside } from '../../fixtures/lists/expected.ts';
import { orders, type Order, type SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Six conversations match: 1, 2, one less than all, all, one more than all, and the documented maximum. */
for (const limit of [1, 2, 5, 6, 7, pageSize])
  test(
    `limit=${limit} with a filter that six match`,
    covers('PAGE-LIMIT-02'),
    async ({ api, given, check, eventually, shared }) => {
      given.unlessDisclaimed('filters');
      const six = await shared();

      await check('PAGE-LIMIT-02', 'as many items as asked for, or all', () => {
        needsFilter(six);
        return eventually(async () => {
          const page = await api.conversations.list({ ...six.narrow, limit });
          expect(idsIn(page)).toHaveLength(Math.min(limit, six.conversations.length));
        });
      });
    },
  );

for (const limit of [1, 2, 5, 6, 7])
  test(
    `limit=${limit} without a filter`,
    covers('PAGE-LIMIT-01'),
    async ({ api, check, eventually, shared }) => {
      // So that there are at least as many.
      await shared();

      await check('PAGE-LIMIT-01', 'as many items as asked for', () =>
        eventually(async () => expect(idsIn(await api.conversations.list({ limit }))).toHaveLength(limit)),
      );
    },
  );

test(
  `limit=${pageSize} of more conversations`,
  covers('PAGE-LIMIT-01'),
  async ({ api, check, eventually, many }) => {
    const { narrow } = await many();

    await check('PAGE-LIMIT-01', `a page of ${pageSize}`, () =>
      eventually(async () => {
        const page = await api.conversations.list({ ...narrow, limit: pageSize });
        expect(idsIn(page)).toHaveLength(pageSize);
      }),
    );
  },
);

/** What a limit of two is combined with; each leaves more than two conversations. */
const others: Readonly<Record<string, (six: SharedConversations) => Query>> = {
  ...Object.fromEntries(Object.entries(orders).map(([name, order]) => [name, () => order])),
  'startingAfter the third': (six) => ({ startingAfter: six.inOrder({})[2] }),
  'startingAfter, by creation': (six) => {
    const order: Order = orders['createdAt ASC'];
    return { ...order, startingAfter: six.inOrder(order)[2] };
  },
  'offsetTs before the third': ({ conversations }) => ({
    offsetTs: timeBeside(conversations, {}, 'third', 'before'),
  }),
};

for (const [what, queryOf] of Object.entries(others))
  test(`limit=2 with ${what}`, covers('PAGE-LIMIT-02'), async ({ api, check, eventually, shared }) => {
    const six = await shared();
    const query = { ...six.narrow, ...queryOf(six), limit: 2 };

    await check('PAGE-LIMIT-02', 'two items', () =>
      eventually(async () => expect(idsIn(await api.conversations.list(query))).toHaveLength(2)),
    );
  });
