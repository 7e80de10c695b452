/** A filter narrows whatever else a list is asked for. Conversations page: filters, limits and cursors combine. */
import type { Query } from '../../fixtures/client/url.ts';
import { byCustom } from '../../fixtures/filter.ts';
import { same } from '../../fixtures/matchers.ts';
import { idsIn } from '../../fixtures/read.ts';
import { lastReading } from '../../fixtures/reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize, walk } from '../../fixtures/walk.ts';
import { inOrder, type Order, type WorldConversation } from '../../fixtures/world.ts';
import { namesIn, needsCustom, ownInOrder, patience, setOf } from '../../fixtures/world/answers.ts';
import { having, valueOf } from '../../fixtures/world/custom.ts';

/** A walk by single items takes the word that fewer have: each item costs a request. */
const single = { limit: 1, shape: 'square' };
const double = { limit: 2, shape: 'round' };
/** The walk in small pages through each order: each size goes once down and once up. */
const walks: Readonly<Record<string, typeof single>> = {
  'lastActivity DESC': double,
  'lastActivity ASC': single,
  'createdAt DESC': single,
  'createdAt ASC': double,
};

/** Parameters beside the filter, and which of the conversations that match it remain. */
interface Combination {
  readonly claim: string;
  readonly query: Query & Order;
  readonly keeps: (conversation: WorldConversation) => boolean;
}

/** Bounds between which the conversation created first stands, with a margin of 1 ms. */
function combinations({ createdAt }: WorldConversation, { lastMessageAt }: WorldConversation): Combination[] {
  return [
    {
      claim: 'lastMessageAfter',
      query: { lastMessageAfter: lastMessageAt - 1 },
      keeps: (each) => each.lastMessageAt >= lastMessageAt,
    },
    {
      claim: 'lastMessageBefore',
      query: { lastMessageBefore: lastMessageAt + 1 },
      keeps: (each) => each.lastMessageAt <= lastMessageAt,
    },
    {
      claim: 'offsetTs',
      query: { offsetTs: createdAt - 1, orderBy: 'createdAt', orderDirection: 'ASC' },
      keeps: (each) => each.createdAt >= createdAt,
    },
  ];
}

test(
  'a filter combines with pages, orders and bounds',
  covers('FILTER-COMBINE-01', 'FILTER-COMBINE-02'),
  async ({ api, check, eventually, given, world }) => {
    given.claimed('filters');
    given.claimed('messages');
    const six = await world();
    await needsCustom(six, given);
    const patiently = patience(six, eventually);
    const list = (query: Query) => api.conversations.list(query);
    const byShape = (shape: string): Query => byCustom({ shape: ['==', valueOf(six.marker, shape)] });
    const shaped = (shape: string): WorldConversation[] =>
      having('shape', (each) => each === shape).flatMap((index) => six.conversations[index] ?? []);
    const namesOf = (conversations: readonly WorldConversation[], order: Order): string[] =>
      namesIn(
        six,
        inOrder(conversations, order).map(({ id }) => id),
      );

    for (const [name, order] of six.orders) {
      const expected = namesOf(shaped('round'), order);
      const whole = await lastReading(
        patiently,
        () => list({ ...byShape('round'), ...order, limit: pageSize }),
        (answer) => expect(namesIn(six, idsIn(answer))).toEqual(expected),
      );

      await check('FILTER-COMBINE-02', `with orderBy and orderDirection, ${name}`, async () => {
        const seen = namesIn(six, idsIn(whole));
        if (same([...seen].sort(), [...expected].sort()) && !same(seen, expected)) {
          // Without a filter as well? Then it is a matter of the order, which is judged elsewhere.
          const all = namesIn(six, six.inOrder(order));
          const unfiltered = await ownInOrder(six, list, order, all);
          expect(seen).toEqual(unfiltered.filter((each) => seen.includes(each)));
        } else expect(seen).toEqual(expected);
      });

      await check('FILTER-COMBINE-01', `a walk in pages of ${pageSize}, ${name}`, () => {
        expect(setOf(six, idsIn(whole))).toEqual([...expected].sort());
      });

      const { limit, shape } = walks[name] ?? double;
      await check('FILTER-COMBINE-01', `a walk in pages of ${limit}, ${name}`, () =>
        patiently(async () => {
          const { ids, ended } = await walk(list, { ...byShape(shape), ...order, limit }, { most: 5 });
          const matches = namesOf(shaped(shape), order).sort();
          expect({ visited: setOf(six, ids), ended }).toEqual({ visited: matches, ended: true });
        }),
      );
    }

    const [first, , middle] = inOrder(shaped('round'), { orderBy: 'createdAt', orderDirection: 'ASC' });
    for (const { claim, query, keeps } of first && middle ? combinations(middle, first) : [])
      await check('FILTER-COMBINE-02', `with ${claim}`, () =>
        patiently(async () => {
          const answer = await list({ ...byShape('round'), ...query, limit: pageSize });
          expect(setOf(six, idsIn(answer))).toEqual(namesOf(shaped('round').filter(keeps), query).sort());
        }),
      );
  },
);
