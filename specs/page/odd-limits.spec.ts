/**
 * A limit that is no page size breaks nothing. API documentation: limit is 1 to 30, bad arguments are refused. What such a
 * limit answers is silent.
 */
import { refused, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { Violation } from '../../fixtures/scenario/outcome.ts';
import { covers, test } from '../../fixtures/test.ts';

/** No official source has ever known a page of more items than this. */
const largestPageEver = 100;

/** What stands for no number of items, so that the page has to be one of a valid size. */
const unbounded: Readonly<Record<string, string | readonly string[]>> = {
  'limit=0': '0',
  'limit=-1': '-1',
  'limit=abc': 'abc',
  'limit=1.5': '1.5',
  'limit without a value': '',
  'limit=1 and limit=2': ['1', '2'],
};

for (const limit of ['31', '1000'])
  test(`limit=${limit}`, covers('PAGE-LIMIT-03', 'PAGE-LIMIT-04'), async ({ api, given, check, survey }) => {
    await given.conversation();

    const answer = await api.call('listConversations', {}, { query: { limit }, deliberate: true });

    await check('PAGE-LIMIT-04', 'refused, or a page', () => {
      if (!refused(answer)) idsIn(answer);
    });
    await survey('PAGE-LIMIT-03', `limit=${limit}`, () => Promise.resolve(sizeOf(answer)));
  });

for (const [question, limit] of Object.entries(unbounded))
  test(question, covers('PAGE-LIMIT-03', 'PAGE-LIMIT-04'), async ({ api, check, survey, many }) => {
    const { narrow } = await many();

    const answer = await api.call('listConversations', {}, { query: { ...narrow, limit }, deliberate: true });

    await check('PAGE-LIMIT-04', 'refused, or a page of a valid size', async () => {
      if (refused(answer)) return;
      const items = idsIn(answer).length;
      if (items <= pageSize) return;
      // A server may still have the larger pages that older examples ask for: of so many items, or as many as it takes.
      const pageOf = (size: number): Promise<Exchange> =>
        api.call('listConversations', {}, { query: { ...narrow, limit: size }, deliberate: true });
      const largest = await pageOf(largestPageEver);
      const valid = refused(largest) ? pageSize : Math.min(largestPageEver, idsIn(largest).length);
      if (items <= valid || (!refused(await pageOf(items)) && refused(await pageOf(items + 1)))) return;
      throw new Violation(`a page of at most ${valid} items`, `${items} items`);
    });
    await survey('PAGE-LIMIT-03', question, () => Promise.resolve(sizeOf(answer)));
  });

test('no limit', covers('PAGE-LIMIT-03'), async ({ api, survey, many }) => {
  const { narrow } = await many();

  await survey('PAGE-LIMIT-03', 'the default page size', async () => {
    const page = await api.conversations.list({ ...narrow });
    return `${idsIn(page).length}`;
  });
});

/** How many items a page has, as far as that does not depend on how many conversations there are. */
function sizeOf(answer: Exchange): string {
  if (!succeeded(answer)) return answer.failure ?? String(answer.status);
  const size = idsIn(answer).length;
  const items = size <= 2 ? `${size} items` : size <= pageSize ? 'a page' : `more than ${pageSize} items`;
  return `${answer.status}, ${items}`;
}
