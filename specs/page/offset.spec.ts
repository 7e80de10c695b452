/**
 * offsetTs offsets a list by a timestamp in the direction of its order: a descending one to what is not later, an
 * ascending one to what is not earlier. Conversations page: offsetTs. What happens on the very timestamp is silent.
 */
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pagesOf, pageSize } from '../../fixtures/reading/walk.ts';
import { inOrder, timeOf, type Order, type SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { namesIn } from '../../fixtures/lists/answers.ts';
import { answerOf } from '../../fixtures/lists/list-view.ts';

type Side = 'before' | 'after';

/** Where lists are offset to: 1 ms beside one of the conversations in the middle, and beside the last one. */
const middle = 2;
const last = 5;
const lastSides: readonly (readonly [order: string, side: Side])[] = [
  ['lastActivity ASC', 'after'],
  ['createdAt ASC', 'before'],
];
const dayMs = 24 * 60 * 60 * 1000;

/** The timestamp 1 ms before or after the one at this place of the order, seen in the direction of the order. */
function beside(shared: SharedConversations, order: Order, place: number, side: Side): number {
  const one = inOrder(shared.conversations, order)[place];
  if (!one) throw new Blocked('there are fewer conversations than that');
  const forwards = (order.orderDirection === 'ASC') === (side === 'after');
  return timeOf(one, order) + (forwards ? 1 : -1);
}

test(
  'offsetting each order by a timestamp',
  covers('PAGE-OFFSET-01', 'PAGE-OFFSET-02', 'PAGE-LIMIT-02', 'FILTER-COMBINE-02'),
  async ({ api, check, eventually, shared }) => {
    const six = await shared();
    const own = six.conversations.map(({ id }) => id);
    const ownIn = (pages: readonly Exchange[]): string[] =>
      pages.flatMap(idsIn).filter((id) => own.includes(id));
    const names = (ids: readonly string[]): string[] => namesIn(six, ids).sort();

    for (const [name, order] of six.orders)
      for (const [place, side, narrow] of [
        [middle, 'before', six.narrow],
        [middle, 'after', {}],
        ...lastSides.filter(([of]) => of === name).map(([, side]) => [last, side, six.narrow] as const),
      ] as const) {
        const expected = six.inOrder(order).slice(side === 'before' ? place : place + 1);
        const offsetTs = beside(six, order, place, side);
        // Foreign conversations may stand before the own ones, and between them.
        const all = (ids: readonly string[]): boolean => expected.every((id) => ids.includes(id));
        const pages = await lastReading(
          eventually,
          () => pagesOf((query) => api.conversations.list(query), { ...narrow, ...order, offsetTs }, all),
          (reading) => expect(names(ownIn(reading))).toEqual(names(expected)),
        );
        const where = `${name}${narrow === six.narrow ? '' : ', not filtered'}`;
        const claim = `${where}, 1 ms ${side} the ${place === last ? 'last' : 'third'}`;

        await check('PAGE-OFFSET-01', `${claim}: nothing from the other side`, () => {
          const seen = ownIn(pages);
          if (seen.length === 0 && expected.length > 0)
            throw new Blocked('the list shows none of either side');
          expect(names(seen.filter((id) => !expected.includes(id)))).toEqual([]);
        });
        if (narrow === six.narrow)
          await check('FILTER-COMBINE-02', `with offsetTs, ${claim}`, () => {
            if (!six.narrows)
              throw new Blocked('a filter does not narrow a list to the shared conversations');
            expect(names(pages.flatMap(idsIn))).toEqual(names(expected));
          });
        await check('PAGE-OFFSET-02', `${claim}: all of this side`, () => {
          const seen = ownIn(pages);
          // Where the list goes on after these pages, only the nearest of the own ones can be expected on them.
          const goesOn = pages.slice(-1).flatMap(idsIn).length >= pageSize;
          if (goesOn && seen.length === 0) throw new Blocked('foreign conversations fill the pages');
          const missing = expected
            .slice(0, goesOn ? seen.length : undefined)
            .filter((id) => !seen.includes(id));
          expect(names(missing)).toEqual([]);
        });
      }

    await check('PAGE-LIMIT-02', 'with offsetTs', async () => {
      const offsetTs = beside(six, { orderBy: 'createdAt' }, middle, 'before');
      const query = { ...six.narrow, orderBy: 'createdAt', offsetTs, limit: 2 };
      expect(idsIn(await api.conversations.list(query))).toHaveLength(2);
    });
  },
);

test('the edges of offsetTs', covers('PAGE-OFFSET-04'), async ({ api, survey, shared }) => {
  const six = await shared();
  const order = six.orders[0]?.[1] ?? {};
  const all = six.inOrder(order);
  const third = inOrder(six.conversations, order)[middle];
  const at = third ? timeOf(third, order) : 0;
  const questions: Record<string, string | number> = {
    'is offsetTs inclusive': at,
    'offsetTs a day in the future': at + dayMs,
    'offsetTs 0': 0,
    'offsetTs negative': -1,
    'offsetTs that is no number': 'abc',
    'offsetTs in seconds': Math.floor(at / 1000),
  };

  for (const [question, offsetTs] of Object.entries(questions))
    await survey('PAGE-OFFSET-04', question, async () => {
      if (!six.narrows) return 'not asked, for lists cannot be narrowed';
      const query = { ...six.narrow, ...order, offsetTs, limit: pageSize };
      const answer = await api.call('listConversations', {}, { query, deliberate: true });
      return answerOf(answer, all, {
        'from that one on': all.slice(middle),
        'from the next one on': all.slice(middle + 1),
        everything: all,
        nothing: [],
      });
    });
});
