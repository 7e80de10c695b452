/**
 * Parameters of a list count together, each as if it were alone. Conversations page: filters, bounds, limits and cursors
 * can be combined; startingAfter works with all sorting options. A cursor with offsetTs is left out: there it is silent.
 */
import { namesIn, needsCustom, needsFilter, ownInOrder } from '../../fixtures/lists/answers.ts';
import { valueOf } from '../../fixtures/lists/custom.ts';
import {
  answerTo,
  justAfterLastMessage,
  justBeforeLastMessage,
  queryOf,
  timeBeside,
  type Asked,
} from '../../fixtures/lists/expected.ts';
import type { Order, SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** A value of each parameter that leaves out some of the six shared conversations, or changes their order. */
const parameters: Readonly<Record<string, (six: SharedConversations, order: Order) => Asked>> = {
  orderBy: () => ({ orderBy: 'createdAt' }),
  orderDirection: () => ({ orderDirection: 'ASC' }),
  startingAfter: (six, order) => ({ startingAfter: six.inOrder(order)[1] ?? '' }),
  lastMessageAfter: ({ conversations }) => ({
    lastMessageAfter: justAfterLastMessage(conversations, 'second'),
  }),
  lastMessageBefore: ({ conversations }) => ({
    lastMessageBefore: justBeforeLastMessage(conversations, 'fifth'),
  }),
  'both bounds': ({ conversations }) => ({
    lastMessageAfter: justAfterLastMessage(conversations, 'first'),
    lastMessageBefore: justBeforeLastMessage(conversations, 'fifth'),
  }),
  filter: ({ marker }) => ({ custom: { size: valueOf(marker, 'big') } }),
  offsetTs: ({ conversations }, order) => ({ offsetTs: timeBeside(conversations, order, 'third', 'before') }),
  limit: () => ({ limit: 2 }),
};
const names = Object.keys(parameters);

/** Pairs that have no story here, and why. */
const leftOut: Readonly<Record<string, string>> = {
  'lastMessageAfter,both bounds': 'the second has the first in it',
  'lastMessageBefore,both bounds': 'the second has the first in it',
  'orderBy,orderDirection': 'judged in order.spec.ts',
  'orderBy,limit': 'judged by the walks of specs/page',
  'orderDirection,limit': 'judged by the walks of specs/page',
  'startingAfter,offsetTs': 'the documentation is silent',
};
const pairs = names
  .flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const))
  .filter((pair) => !(pair.join() in leftOut));

/** Pairs that are asked for in ascending order: in the default order one of the two would leave nothing for the other. */
const inAscendingOrder: readonly string[] = [
  'startingAfter,lastMessageBefore',
  'startingAfter,both bounds',
  'startingAfter,filter',
  'lastMessageAfter,limit',
  'lastMessageBefore,offsetTs',
];

/** The values of both parameters, and the order in which the list is asked for. */
function askedFor(six: SharedConversations, pair: readonly string[]): Asked {
  const isAscending = pair.includes('orderDirection') || inAscendingOrder.includes(pair.join());
  const order: Order = {
    ...(pair.includes('orderBy') ? { orderBy: 'createdAt' } : {}),
    ...(isAscending ? { orderDirection: 'ASC' } : {}),
  };
  return pair.reduce<Asked>((asked, name) => ({ ...asked, ...parameters[name]?.(six, order) }), order);
}

/**
 * Whether the six can be picked out of a list of all conversations: only of one that begins after a cursor, which is one of the
 * six, and has no filter, limit or offsetTs, which decide what is on the page.
 */
function canBePickedOut(pair: readonly string[]): boolean {
  return (
    pair.includes('startingAfter') && !pair.some((name) => ['filter', 'limit', 'offsetTs'].includes(name))
  );
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
      const query = { limit: pageSize, ...queryOf(asked, six.narrowTo) };
      const narrowed = async () =>
        namesIn(six, idsIn(await api.conversations.list({ ...six.narrow, ...query })));
      const pickedOut = () => ownInOrder(six, api.conversations.list, query, expected);
      const listed = canBePickedOut(pair) ? pickedOut : narrowed;

      await check('LIST-COMBINE-01', 'the list shows what both together ask for', async () => {
        if (listed === narrowed) needsFilter(six);
        await eventually(async () => expect(await listed()).toEqual(expected));
      });
    },
  );
