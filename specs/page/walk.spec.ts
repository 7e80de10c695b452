/**
 * A walk visits every conversation once, in order, whatever the page size; each page starts right after the conversation
 * that startingAfter names, and after the last one there is nothing. Conversations page: the list is ordered and
 * paginated, startingAfter works with all sorting options, and both combine with a filter.
 */
import { covers, test } from '../../fixtures/test.ts';
import { orderRows } from '../list/order-rows.ts';
import { judgeEnd, judgeSteps, judgeWalk, judgeWhole } from './leg.ts';

/**
 * Page sizes for n = 6 conversations: n, n+1, 2 and 1 in two orders each, one descending and one ascending, and n-1 in
 * one. The documented maximum belongs to the scenarios about orders. The first cursor of each order is also judged by the whole
 * list, without a filter.
 */
const plans: Readonly<Record<string, { whole: number; walks: readonly number[] }>> = {
  'lastActivity DESC': { whole: 6, walks: [] },
  'lastActivity ASC': { whole: 7, walks: [5, 2] },
  'createdAt DESC': { whole: 7, walks: [2] },
  'createdAt ASC': { whole: 6, walks: [] },
};

test(
  'walking through each order in pages of several sizes',
  covers(
    ...['LIST-ORDER-02', 'LIST-ORDER-03', 'LIST-ORDER-04', 'LIST-ORDER-07'],
    ...['PAGE-CURSOR-01', 'PAGE-CURSOR-02', 'PAGE-CURSOR-03', 'PAGE-LIMIT-01', 'PAGE-LIMIT-02'],
    ...['FILTER-COMBINE-01', 'FILTER-COMBINE-02'],
  ),
  async ({ api, check, eventually, shared }) => {
    const six = await shared();
    const tools = { api, check, eventually, six, judged: new Set<number>() };

    for (const named of six.orders) {
      const [name] = named;
      const { whole = 6, walks = [] } = plans[name] ?? {};
      const leg = await judgeWhole(tools, named, whole, orderRows[name] ?? '');
      for (const size of walks) await judgeWalk(tools, leg, size);
      // An order that is not walked through in larger steps is walked through in steps of one.
      if (walks.length === 0) await judgeSteps(tools, leg);
      await judgeEnd(tools, leg);
    }
  },
);
