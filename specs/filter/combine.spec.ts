/**
 * A filter narrows a list that is bounded by timestamps as well. Conversations page: filter, beside the other parameters.
 * That it combines with limit, startingAfter and the orders is judged by the walks, all of which are filtered.
 */
import type { Query } from '../../fixtures/client/url.ts';
import { byCustom } from '../../fixtures/filter.ts';
import { idsIn } from '../../fixtures/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/walk.ts';
import { inOrder, type Order, type WorldConversation } from '../../fixtures/world.ts';
import { namesIn, needsCustom, patience, setOf } from '../../fixtures/world/answers.ts';
import { having, valueOf } from '../../fixtures/world/custom.ts';

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
  'a filter combines with bounds',
  covers('FILTER-COMBINE-02'),
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
