/** The order of a list, when it is asked for in part or not at all. Conversations page: ordering, with its defaults. */
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import type { Order } from '../../fixtures/lists/shared-lists.ts';
import { namesIn, setOf } from '../../fixtures/lists/answers.ts';
import {
  answerOf,
  listViewOf,
  misfits,
  orderOf,
  orderRead,
  type Sight,
} from '../../fixtures/lists/list-view.ts';

/** Orders that are asked for in part; what is left out is the default. */
const partial: readonly (readonly [row: string, claim: string, query: Order])[] = [
  ['LIST-ORDER-01', 'without parameters', {}],
  ['LIST-ORDER-02', 'orderBy=lastActivity alone', { orderBy: 'lastActivity' }],
  ['LIST-ORDER-02', 'orderDirection=DESC alone', { orderDirection: 'DESC' }],
  ['LIST-ORDER-04', 'orderBy=createdAt alone', { orderBy: 'createdAt' }],
  ['LIST-ORDER-04', 'orderDirection=ASC alone', { orderDirection: 'ASC' }],
];

const unknown: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'an unknown orderBy': { orderBy: 'subject', orderDirection: 'ASC' },
  'an unknown orderDirection': { orderBy: 'createdAt', orderDirection: 'UP' },
  'values in lower case': { orderBy: 'createdat', orderDirection: 'asc' },
};

test(
  'the default order',
  covers(
    ...['LIST-ORDER-01', 'LIST-ORDER-02', 'LIST-ORDER-04'],
    ...['PAGE-CURSOR-02', 'PAGE-LIMIT-01', 'PAGE-LIMIT-02', 'FILTER-COMBINE-01'],
  ),
  async ({ api, check, eventually, shared }) => {
    const six = await shared();
    const view = listViewOf(six, (query) => api.conversations.list(query));

    const size = `${pageSize} a page`;
    for (const [row, claim, query] of partial) {
      let sight: Sight | undefined;
      const seen = (): Sight => {
        if (!sight) throw new Blocked('the list could not be read');
        return sight;
      };
      await check(row, claim, () =>
        eventually(async () => {
          sight = await view.through(query, pageSize);
          const { seen, expected } = orderOf(sight.own(), six.inOrder(query));
          expect(namesIn(six, seen)).toEqual(namesIn(six, expected));
        }),
      );

      // All of them stand on one page of the documented maximum.
      await check('PAGE-CURSOR-02', `${claim}, ${size}`, () => {
        const asRead = orderRead(sight, six.inOrder(query));
        expect(namesIn(six, seen().own())).toEqual(namesIn(six, asRead));
      });
      await check('FILTER-COMBINE-01', `${claim}, ${size}`, () => {
        if (!view.alone) throw new Blocked('a filter does not narrow a list to the shared conversations');
        expect(setOf(six, seen().pages().flat())).toEqual(setOf(six, six.inOrder(query)));
      });
      const fitting = (): void => expect(misfits(seen().pages(), pageSize).first).toEqual([]);
      if (claim === partial[0]?.[1]) await check('PAGE-LIMIT-01', `limit=${pageSize}`, fitting);
      await check('PAGE-LIMIT-02', `limit=${pageSize}, ${claim}`, fitting);
    }
  },
);

test('orders that nobody has defined', covers('LIST-ORDER-09'), async ({ api, survey, shared }) => {
  const six = await shared();

  for (const [question, order] of Object.entries(unknown))
    await survey('LIST-ORDER-09', question, async () => {
      if (!six.narrows) return 'not asked, for lists cannot be narrowed';
      const query = { ...six.narrow, ...order, limit: pageSize };
      const answer = await api.call('listConversations', {}, { query, deliberate: true });
      const orders = six.orders.map(([name, known]) => [name, six.inOrder(known)] as const);
      return answerOf(answer, six.inOrder({}), Object.fromEntries(orders));
    });
});
