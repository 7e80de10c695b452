/**
 * limit says how many conversations a page has at most. API documentation: 1 to 30; bad arguments are refused. What a
 * limit outside of that answers is silent, but it breaks nothing.
 */
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { refused, succeeded } from '../../fixtures/client/exchange.ts';
import { Violation } from '../../fixtures/scenario/outcome.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { covers, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';

/** No official source has ever known a page of more items than this. */
const largestPageEver = 100;

/** What is asked for, by the name of the question. Only those with a bound may be judged by the size of the page. */
const oddLimits: Readonly<Record<string, { limit: string | readonly string[]; bounded: boolean }>> = {
  'limit=0': { limit: '0', bounded: true },
  'limit=-1': { limit: '-1', bounded: true },
  'limit=abc': { limit: 'abc', bounded: true },
  'limit=1.5': { limit: '1.5', bounded: true },
  'limit without a value': { limit: '', bounded: true },
  'limit=1 and limit=2': { limit: ['1', '2'], bounded: true },
  'limit=31': { limit: '31', bounded: false },
  'limit=1000': { limit: '1000', bounded: false },
};

test(
  'limits that are no page size',
  covers('PAGE-LIMIT-03', 'PAGE-LIMIT-04'),
  async ({ api, check, survey, shared }) => {
    await shared();

    for (const [question, { limit, bounded }] of Object.entries(oddLimits)) {
      const answer = await api.call('listConversations', {}, { query: { limit }, deliberate: true });

      await check('PAGE-LIMIT-04', question, () => {
        if (refused(answer)) return;
        const items = idsIn(answer).length;
        if (bounded && items > largestPageEver)
          throw new Violation('a page of a valid size', `${items} items`);
      });
      await survey('PAGE-LIMIT-03', question, () => Promise.resolve(sizeOf(answer)));
    }
  },
);

/** How many items a page has, as far as that does not depend on how many conversations there are. */
function sizeOf(answer: Exchange): string {
  if (!succeeded(answer)) return answer.failure ?? String(answer.status);
  const size = idsIn(answer).length;
  const items = size <= 2 ? `${size} items` : size <= pageSize ? 'a page' : `more than ${pageSize} items`;
  return `${answer.status}, ${items}`;
}
