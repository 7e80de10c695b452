/**
 * A filter combines with limits, cursors, bounds, orders and offsetTs. Conversations page: filters can be combined together
 * with limits and cursors. Every pair of parameters is judged in specs/list.
 */
import { byCustom } from '../../fixtures/client/filter.ts';
import { namesIn, needsCustom, needsFilter, setOf } from '../../fixtures/lists/answers.ts';
import { valueOf } from '../../fixtures/lists/custom.ts';
import { inOrder, orders, timeOf, type SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize, walk } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Three of the six conversations, with others between them in every order. */
function roundOnes({ conversations, marker }: SharedConversations) {
  const shape = valueOf(marker, 'round');
  const round = conversations.filter(({ custom }) => custom['shape'] === shape);
  return { round, filter: byCustom({ shape: ['==', shape] }) };
}

/** Page sizes for three matches. */
const sizes = {
  'lastActivity DESC': [2, 3],
  'lastActivity ASC': [2],
  'createdAt DESC': [1],
  'createdAt ASC': [2],
} as const;

for (const [name, order] of Object.entries(orders))
  for (const limit of sizes[name as keyof typeof sizes])
    test(
      `a filtered walk by ${name}, ${limit} a page`,
      covers('FILTER-COMBINE-01'),
      async ({ api, given, check, eventually, shared }) => {
        const six = await shared();
        await needsCustom(six, given);
        const { round, filter } = roundOnes(six);
        const wanted = round.map(({ id }) => id);

        await check('FILTER-COMBINE-01', 'each match is visited once', async () => {
          needsFilter(six);
          await eventually(async () => {
            const walked = await walk(api.conversations.list, { ...filter, ...order, limit });
            expect(setOf(six, walked.ids)).toEqual(setOf(six, wanted));
            expect(Math.max(...walked.pages.map(({ length }) => length))).toBeLessThanOrEqual(limit);
          });
        });
      },
    );

for (const [name, order] of Object.entries(orders))
  test(
    `a filter with orderBy and orderDirection, ${name}`,
    covers('FILTER-COMBINE-02'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const { round, filter } = roundOnes(six);
      const wanted = inOrder(round, order).map(({ id }) => id);

      await check('FILTER-COMBINE-02', 'the matches, in that order', () =>
        eventually(async () => {
          const answer = await api.conversations.list({ ...filter, ...order, limit: pageSize });
          expect(namesIn(six, idsIn(answer))).toEqual(namesIn(six, wanted));
        }),
      );
    },
  );

type Bounds = Readonly<Partial<Record<'lastMessageAfter' | 'lastMessageBefore', number>>>;
type Times = readonly [first: number, second: number, third: number];

/** Bounds beside the last messages of the three, none of them on a message. */
const bounds: Readonly<Record<string, (times: Times) => Bounds>> = {
  lastMessageAfter: ([first]) => ({ lastMessageAfter: first + 1 }),
  lastMessageBefore: ([, , third]) => ({ lastMessageBefore: third - 1 }),
  'both bounds': ([first, , third]) => ({ lastMessageAfter: first + 1, lastMessageBefore: third - 1 }),
};

for (const [what, boundsOf] of Object.entries(bounds))
  test(
    `a filter with ${what}`,
    covers('FILTER-COMBINE-02'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const { round, filter } = roundOnes(six);
      const [first = 0, second = 0, third = 0] = inOrder(round, { orderDirection: 'ASC' }).map(
        ({ lastMessageAt }) => lastMessageAt,
      );
      const asked = boundsOf([first, second, third]);
      const { lastMessageAfter = 0, lastMessageBefore = Infinity } = asked;
      const wanted = round.filter(
        ({ lastMessageAt }) => lastMessageAt > lastMessageAfter && lastMessageAt < lastMessageBefore,
      );

      await check('FILTER-COMBINE-02', 'the matches within the bounds, and no others', () =>
        eventually(async () => {
          const answer = await api.conversations.list({ ...filter, ...asked, limit: pageSize });
          const ids = wanted.map(({ id }) => id);
          expect(setOf(six, idsIn(answer))).toEqual(setOf(six, ids));
        }),
      );
    },
  );

for (const [name, order] of Object.entries(orders))
  test(
    `a filter with offsetTs, ${name}`,
    covers('FILTER-COMBINE-02'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const { round, filter } = roundOnes(six);
      const [first, ...wanted] = inOrder(round, order);
      const [second = first] = wanted;
      const time = second ? timeOf(second, order) : 0;
      const offsetTs = order.orderDirection === 'ASC' ? time - 1 : time + 1;

      await check('FILTER-COMBINE-02', 'the matches from there on, and no others', () =>
        eventually(async () => {
          const answer = await api.conversations.list({ ...filter, ...order, offsetTs, limit: pageSize });
          const ids = wanted.map(({ id }) => id);
          expect(setOf(six, idsIn(answer))).toEqual(setOf(six, ids));
        }),
      );
    },
  );
