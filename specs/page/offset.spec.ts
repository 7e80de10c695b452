/**
 * offsetTs offsets a list by a timestamp in the direction of its order: a descending one to what is not later, an
 * ascending one to what is not earlier. Conversations page: offsetTs. What happens on the very timestamp is silent.
 */
import type { Api } from '../../fixtures/client/api.ts';
import { refused, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { namesIn } from '../../fixtures/lists/answers.ts';
import { timeBeside } from '../../fixtures/lists/expected.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { ownConversations } from '../../fixtures/lists/own.ts';
import { conversationIn, idsIn, timestamp } from '../../fixtures/reading/read.ts';
import { pagesOf, pageSize } from '../../fixtures/reading/walk.ts';
import { Blocked, NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** 1 ms beside one of the six shared conversations, and how many of the six come earlier in the order. */
const offsets = [
  { where: 'before the third', place: 'third', side: 'before', earlier: 2, isFiltered: true },
  { where: 'after the third', place: 'third', side: 'after', earlier: 3, isFiltered: true },
  {
    where: 'after the third, without a filter',
    place: 'third',
    side: 'after',
    earlier: 3,
    isFiltered: false,
  },
  { where: 'before the last', place: 'sixth', side: 'before', earlier: 5, isFiltered: true },
  { where: 'after the last', place: 'sixth', side: 'after', earlier: 6, isFiltered: true },
] as const;

const includesAll = (ids: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((id) => ids.includes(id));

/** Whether one of the pages is the same as an earlier one: the list began again. */
const beginsAgain = (pages: readonly (readonly string[])[]): boolean =>
  new Set(pages.map((ids) => ids.join(' '))).size < pages.length;

/**
 * Ids page by page, until all that are wanted were seen or the list ends. The query has an offsetTs, before which those left out
 * stand.
 */
async function readPages(
  api: Api,
  query: Query,
  wanted: readonly string[],
  leftOut: readonly string[],
): Promise<string[][]> {
  const pages = await pagesOf(
    (page) => api.conversations.list(page),
    query,
    (ids) => includesAll(ids, wanted),
  );
  // Whether offsetTs may stand beside startingAfter, and which of them counts then, is not documented.
  const isOffset = (page: Exchange): boolean => !idsIn(page).some((id) => leftOut.includes(id));
  const [first, ...later] = pages;
  if (
    later.some(refused) ||
    beginsAgain(pages.map(idsIn)) ||
    (first && isOffset(first) && !later.every(isOffset))
  )
    throw new NotApplicable('the target does not go on by startingAfter with offsetTs');
  return pages.map(idsIn);
}

for (const [name, order] of Object.entries(orders))
  for (const { where, place, side, earlier, isFiltered } of offsets)
    test(
      `${name}, with an offsetTs 1 ms ${where}`,
      covers('PAGE-OFFSET-01', 'PAGE-OFFSET-02'),
      async ({ api, check, eventually, shared }) => {
        const six = await shared();
        const leftOut = six.inOrder(order).slice(0, earlier);
        const listed = six.inOrder(order).slice(earlier);
        const offsetTs = timeBeside(six.conversations, order, place, side);
        const query = { ...(isFiltered ? six.narrow : {}), ...order, offsetTs };

        await check('PAGE-OFFSET-01', 'what stands before offsetTs in the order is not listed', () =>
          eventually(async () => {
            const seen = (await readPages(api, query, listed, leftOut)).flat();
            const isNothingSeen = ![...leftOut, ...listed].some((id) => seen.includes(id));
            if (isNothingSeen && listed.length > 0) throw new Blocked('none of the six is listed');
            const seenWrongly = seen.filter((id) => leftOut.includes(id));
            expect(namesIn(six, seenWrongly)).toEqual([]);
          }),
        );
        await check('PAGE-OFFSET-02', 'what stands after offsetTs in the order is listed', () =>
          eventually(async () => {
            const pages = await readPages(api, query, listed, leftOut);
            const seen = pages.flat();
            const endsWithFullPage = (pages.at(-1)?.length ?? 0) >= pageSize;
            // The list goes on after a full page, further than a scenario reads.
            if (!includesAll(seen, listed) && endsWithFullPage)
              throw new Blocked('foreign conversations fill the pages');
            expect(namesIn(six, seen)).toInclude(namesIn(six, listed));
          }),
        );
      },
    );

for (const name of ['lastActivity DESC', 'createdAt DESC'] as const)
  test(
    `${name} offset to 0, which is easily taken for none`,
    covers('PAGE-OFFSET-01'),
    async ({ api, check, eventually, shared }) => {
      const six = await shared();
      const query = { ...six.narrow, ...orders[name], offsetTs: 0, limit: pageSize };

      await check('PAGE-OFFSET-01', 'nothing is that old', () =>
        eventually(async () => {
          const page = await api.conversations.list(query);
          // Whether a target takes a time before there was anything to list is not documented.
          if (refused(page)) throw new NotApplicable('the target refuses a timestamp of 0');
          const own = six.conversations.map(({ id }) => id);
          expect(
            namesIn(
              six,
              idsIn(page).filter((id) => own.includes(id)),
            ),
          ).toEqual([]);
        }),
      );
    },
  );

test(
  'reading on by offsetTs, after a conversation of the next page has moved to the front',
  covers('PAGE-OFFSET-03'),
  async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    const { conversations, viewOf } = await ownConversations(3, six, { api, given });
    const [moving = '', staying = '', onFirstPage = ''] = conversations.map(({ id }) => id);
    const view = viewOf(moving, staying, onFirstPage);
    const readUpTo = await given.holds(
      'a conversation shows when its last message was sent',
      async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(onFirstPage));
        return timestamp(lastMessage?.createdAt, 'createdAt');
      },
      'RETRIEVE-FOUND-07',
    );

    await six.tick();
    await given.messages({ id: moving }, { from: six.people.bob, text: 'News' });

    await check('PAGE-OFFSET-03', 'what has not moved is on the next page', () =>
      eventually(async () => {
        const query = { ...orders['lastActivity DESC'], offsetTs: readUpTo - 1 };
        const nextPage = await view.start(query, pageSize);
        expect(nextPage.own()).toContain(staying);
      }),
    );
  },
);
