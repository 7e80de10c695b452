/**
 * offsetTs offsets a list by a timestamp in the direction of its order: a descending one to what is not later, an
 * ascending one to what is not earlier. Conversations page: offsetTs. What happens on the very timestamp is silent.
 */
import { refused } from '../../fixtures/client/exchange.ts';
import { namesIn } from '../../fixtures/lists/answers.ts';
import { beside } from '../../fixtures/lists/expected.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { ownConversations } from '../../fixtures/lists/own.ts';
import { conversationIn, idsIn, timestamp } from '../../fixtures/reading/read.ts';
import { pagesOf, pageSize } from '../../fixtures/reading/walk.ts';
import { Blocked, NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Where lists are offset to: 1 ms beside one of the conversations. */
const sides = [
  ['before the third', 2, 'before', true],
  ['after the third', 2, 'after', true],
  ['after the third, without a filter', 2, 'after', false],
  ['before the last', 5, 'before', true],
  ['after the last', 5, 'after', true],
] as const;

/** Whether the last page is like an earlier one: the list starts where it started before. */
const repeats = (pages: readonly (readonly string[])[]): boolean =>
  new Set(pages.map((ids) => ids.join(' '))).size < pages.length;

for (const [name, order] of Object.entries(orders))
  for (const [where, place, side, isFiltered] of sides)
    test(
      `${name} offset to 1 ms ${where}`,
      covers('PAGE-OFFSET-01', 'PAGE-OFFSET-02'),
      async ({ api, check, eventually, shared }) => {
        const six = await shared();
        const own = six.conversations.map(({ id }) => id);
        const expected = six.inOrder(order).slice(side === 'before' ? place : place + 1);
        const offsetTs = beside(six.conversations, order, place, side);
        const query = { ...(isFiltered ? six.narrow : {}), ...order, offsetTs };
        const all = (ids: readonly string[]): boolean => expected.every((id) => ids.includes(id));
        const pages = async (): Promise<string[][]> => {
          const walked = await pagesOf((page) => api.conversations.list(page), query, all);
          // Whether offsetTs may stand beside startingAfter, and which of them counts then, is not documented.
          if (walked.slice(1).some(refused) || repeats(walked.map(idsIn)))
            throw new NotApplicable('the target does not go on by startingAfter with offsetTs');
          return walked.map(idsIn);
        };

        await check('PAGE-OFFSET-01', 'nothing from the other side', () =>
          eventually(async () => {
            const seen = (await pages()).flat().filter((id) => own.includes(id));
            if (seen.length === 0 && expected.length > 0) throw new Blocked('none of either side is listed');
            const others = seen.filter((id) => !expected.includes(id));
            expect(namesIn(six, others)).toEqual([]);
          }),
        );
        await check('PAGE-OFFSET-02', 'all of this side', () =>
          eventually(async () => {
            const walked = await pages();
            const seen = walked.flat().filter((id) => own.includes(id));
            // A full page at the end: the list goes on beyond what was looked through.
            if (!all(seen) && (walked.at(-1)?.length ?? 0) >= pageSize)
              throw new Blocked('foreign conversations fill the pages');
            expect(namesIn(six, seen)).toInclude(namesIn(six, expected));
          }),
        );
      },
    );

test(
  'walking by offsetTs while a conversation moves to the front',
  covers('PAGE-OFFSET-03'),
  async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    const { conversations, viewOf } = await ownConversations(3, six, { api, given });
    const [moving = '', staying = '', shown = ''] = conversations.map(({ id }) => id);
    const view = viewOf(moving, staying, shown);
    const lastShown = await given.holds(
      'a conversation shows when its last message was sent',
      async () =>
        timestamp(conversationIn(await api.conversations.get(shown)).lastMessage?.createdAt, 'createdAt'),
      'RETRIEVE-FOUND-07',
    );

    await six.tick();
    await given.messages({ id: moving }, { from: six.people.bob, text: 'News' });

    await check('PAGE-OFFSET-03', 'what has not moved is on the next page', () =>
      eventually(async () => {
        const query = { ...orders['lastActivity DESC'], offsetTs: lastShown - 1 };
        const next = await view.start(query, pageSize);
        expect(next.own()).toContain(staying);
      }),
    );
  },
);
