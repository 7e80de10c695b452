/**
 * A walk visits every conversation once, in order, whatever the page size. Conversations page: the list is ordered and
 * paginated, and startingAfter works with all sorting options.
 */
import { Blocked } from '../../fixtures/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { namesIn } from '../../fixtures/world/answers.ts';
import { misfits, orderOf, orderRead, listViewOf, type Sight } from '../../fixtures/world/list-view.ts';
import { orderRows } from '../list/order-rows.ts';

/**
 * Page sizes for n = 6 conversations: the documented maximum, which shows all of them at once in every order; n+1, n-1
 * and 2 in two orders each, one descending and one ascending. The sizes 1 and n belong to the cursors.
 */
const sizesOf: Readonly<Record<string, readonly number[]>> = {
  'lastActivity DESC': [30, 7],
  'lastActivity ASC': [30, 5, 2],
  'createdAt DESC': [30, 5, 2],
  'createdAt ASC': [30, 7],
};

test(
  'walking through each order in pages of several sizes',
  covers(
    ...['LIST-ORDER-02', 'LIST-ORDER-03', 'LIST-ORDER-04', 'LIST-ORDER-07'],
    ...['PAGE-CURSOR-02', 'PAGE-LIMIT-01', 'PAGE-LIMIT-02'],
  ),
  async ({ api, check, eventually, world }) => {
    const six = await world();
    const view = listViewOf(six, (query) => api.conversations.list(query));
    const names = (ids: readonly string[]): string[] => namesIn(six, ids);

    const judged = new Set<number>();

    for (const [name, order] of six.orders) {
      const sizes = sizesOf[name] ?? [];
      const byTime = six.inOrder(order);
      const sights = new Map<number, Sight>();
      const through = async (limit: number): Promise<Sight> => {
        const sight = await view.through(order, limit);
        sights.set(limit, sight);
        return sight;
      };

      await check(orderRows[name] ?? '', `${name}, both parameters given`, () =>
        eventually(async () => {
          const { seen, expected } = orderOf((await through(30)).own(), byTime);
          expect(names(seen)).toEqual(names(expected));
        }),
      );
      const asRead = orderRead(sights.get(30), byTime);

      for (const limit of sizes)
        await check('PAGE-CURSOR-02', `${name}, ${limit} a page`, () =>
          eventually(async () => {
            const { own } = limit === 30 ? readAt(sights, 30) : await through(limit);
            expect(names(own())).toEqual(names(asRead));
          }),
        );

      if (sizes.includes(2))
        await check('LIST-ORDER-07', `${name}, across pages of 2`, () => {
          const { seen, expected } = orderOf(readAt(sights, 2).own(), asRead);
          expect(names(seen)).toEqual(names(expected));
        });

      for (const limit of sizes.filter((size) => !judged.has(size))) {
        judged.add(limit);
        await check('PAGE-LIMIT-01', `limit=${limit}`, () => {
          expect(misfits(readAt(sights, limit).pages(), limit).first).toEqual([]);
        });
      }
      await check('PAGE-LIMIT-02', `${name}${view.alone ? ', with a filter' : ''}`, () => {
        expect(sizes.flatMap((limit) => misfits(readAt(sights, limit).pages(), limit).first)).toEqual([]);
      });
      if (sizes.includes(2))
        await check('PAGE-LIMIT-02', `${name}, with startingAfter`, () => {
          expect(sizes.flatMap((limit) => misfits(readAt(sights, limit).pages(), limit).later)).toEqual([]);
        });
    }
  },
);

function readAt(sights: ReadonlyMap<number, Sight>, limit: number): Sight {
  const sight = sights.get(limit);
  if (!sight) throw new Blocked('the list could not be read');
  return sight;
}
