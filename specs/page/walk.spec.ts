/**
 * A walk visits every conversation once, in order, and ends, whatever the page size. Conversations page: startingAfter,
 * which works with all sorting options.
 */
import { namesIn } from '../../fixtures/lists/answers.ts';
import { orderOnOnePage, viewsOfSix } from '../../fixtures/lists/list-view.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** All of them in six conversations: 1, 2, one less than all, all, one more than all, and the documented maximum. */
const sizes: Readonly<Record<keyof typeof orders, readonly number[]>> = {
  'lastActivity DESC': [2, 5, 6, 7, pageSize],
  'lastActivity ASC': [2, 5, 6, 7, pageSize],
  'createdAt DESC': [2, 5, 6, 7, pageSize],
  'createdAt ASC': [1, 5, 6, 7, pageSize],
};

for (const [name, order] of Object.entries(orders))
  test(
    `walking through six conversations, ${name}`,
    covers('PAGE-CURSOR-02'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      const view = viewsOfSix.filtered(six, api);
      const whole = await given.holds(
        'the list can be read',
        () => orderOnOnePage(view, order, six),
        'LIST-ALL-01',
      );

      for (const size of sizes[name as keyof typeof orders])
        await check('PAGE-CURSOR-02', `in pages of ${size}`, () =>
          eventually(async () => {
            const walked = (await view.through(order, size)).own();
            expect(namesIn(six, walked)).toEqual(namesIn(six, whole));
          }),
        );
    },
  );
