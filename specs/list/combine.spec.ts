/**
 * Parameters of a list count together, each as if it were alone. Conversations page: filters, bounds, limits and cursors
 * can be combined; startingAfter works with all sorting options. A cursor with offsetTs is left out: there it is silent.
 */
import { namesIn, needsCustom, needsFilter, ownInOrder } from '../../fixtures/lists/answers.ts';
import { valueOf } from '../../fixtures/lists/custom.ts';
import { answerTo, beside, queryOf, type Asked } from '../../fixtures/lists/expected.ts';
import type { Order, SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** A value of each parameter that leaves out something, or moves it; some depend on the order. */
const parameters: Readonly<Record<string, (six: SharedConversations, order: Order) => Asked>> = {
  orderBy: () => ({ orderBy: 'createdAt' }),
  orderDirection: () => ({ orderDirection: 'ASC' }),
  startingAfter: (six, order) => ({ startingAfter: six.inOrder(order)[1] ?? '' }),
  lastMessageAfter: ({ conversations }) => ({
    lastMessageAfter: beside(conversations, { orderDirection: 'ASC' }, 1, 'after'),
  }),
  lastMessageBefore: ({ conversations }) => ({
    lastMessageBefore: beside(conversations, { orderDirection: 'ASC' }, 4, 'before'),
  }),
  'both bounds': ({ conversations }) => ({
    lastMessageAfter: beside(conversations, { orderDirection: 'ASC' }, 0, 'after'),
    lastMessageBefore: beside(conversations, { orderDirection: 'ASC' }, 4, 'before'),
  }),
  filter: ({ marker }) => ({ custom: { size: valueOf(marker, 'big') } }),
  offsetTs: ({ conversations }, order) => ({ offsetTs: beside(conversations, order, 2, 'before') }),
  limit: () => ({ limit: 2 }),
};
const names = Object.keys(parameters);
/** Pairs that have no story here, and why. */
const leftOut: Readonly<Record<string, string>> = {
  'lastMessageAfter,both bounds': 'the second has the first in it',
  'lastMessageBefore,both bounds': 'the second has the first in it',
  'orderBy,orderDirection': 'told by order.spec.ts',
  'orderBy,limit': 'told by the walks of specs/page',
  'orderDirection,limit': 'told by the walks of specs/page',
  'startingAfter,offsetTs': 'the documentation is silent',
};
const pairs = names
  .flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const))
  .filter((pair) => !(pair.join() in leftOut));

/** Pairs that are asked for in ascending order: in the default order one of the two would leave nothing for the other. */
const ascending: readonly string[] = [
  'startingAfter,lastMessageBefore',
  'startingAfter,both bounds',
  'startingAfter,filter',
  'lastMessageAfter,limit',
  'lastMessageBefore,offsetTs',
];
/**
 * A cursor leads to the shared conversations, and a page from there shows them. Without one, or where one of these moves or
 * cuts that page, a filter has to narrow the list to them.
 */
const needNarrowing: readonly string[] = ['filter', 'limit', 'offsetTs'];

/** Both of a pair, and the order in which they are asked for. */
function askedFor(six: SharedConversations, pair: readonly string[]): Asked {
  const order: Order = {
    ...(pair.includes('orderBy') ? { orderBy: 'createdAt' } : {}),
    ...(pair.includes('orderDirection') || ascending.includes(pair.join()) ? { orderDirection: 'ASC' } : {}),
  };
  return pair.reduce<Asked>((asked, name) => ({ ...asked, ...parameters[name]?.(six, order) }), order);
}

for (const pair of pairs)
  test(
    `listing with ${pair.join(' and ')}`,
    covers('LIST-COMBINE-01'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      if (pair.includes('filter')) await needsCustom(six, given);
      const asked = askedFor(six, pair);
      const expected = namesIn(six, answerTo(six.conversations, asked));
      const isNarrowed = !pair.includes('startingAfter') || pair.some((name) => needNarrowing.includes(name));

      await check('LIST-COMBINE-01', 'each of them counts', async () => {
        if (isNarrowed) needsFilter(six);
        const query = { limit: pageSize, ...queryOf(asked, six.narrowTo) };
        await eventually(async () => {
          const seen = isNarrowed
            ? namesIn(six, idsIn(await api.conversations.list({ ...six.narrow, ...query })))
            : await ownInOrder(six, (page) => api.conversations.list(page), query, expected);
          expect(seen).toEqual(expected);
        });
      });
    },
  );
