/**
 * startingAfter starts a page right after the conversation it names, in the current sort order; after the last one
 * there is nothing. Conversations page: pagination by startingAfter.
 */
import { Blocked } from '../../fixtures/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { pageSize } from '../../fixtures/walk.ts';
import { orders } from '../../fixtures/world.ts';
import { namesIn } from '../../fixtures/world/answers.ts';
import { having, valueOf } from '../../fixtures/world/custom.ts';
import {
  answerOf,
  misfits,
  orderOf,
  orderRead,
  listViewOf,
  type Sight,
} from '../../fixtures/world/list-view.ts';

const places = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
/** The orders that are walked through by single items, one descending and one ascending. */
const stepwise: readonly string[] = ['lastActivity DESC', 'createdAt ASC'];
/** The cursors of the other orders. */
const few: readonly string[] = ['first', 'third'];

test(
  'starting after each conversation in each order',
  covers(
    ...['PAGE-CURSOR-01', 'PAGE-CURSOR-02', 'PAGE-CURSOR-03'],
    ...['PAGE-LIMIT-01', 'PAGE-LIMIT-02', 'LIST-ORDER-07'],
  ),
  async ({ api, check, eventually, world }) => {
    const six = await world();
    const view = listViewOf(six, (query) => api.conversations.list(query));
    const names = (ids: readonly string[]): string[] => namesIn(six, ids);

    const judged = new Set<number>();

    for (const [name, order] of six.orders) {
      const byTime = six.inOrder(order);
      const sights: { whole?: Sight; start?: Sight; end?: Sight } = {};
      const steps = stepwise.includes(name);
      const singles: Sight[] = [];

      await check('PAGE-CURSOR-02', `${name}, 6 a page`, () =>
        eventually(async () => {
          const { own } = (sights.whole = await view.through(order, 6));
          expect(names(own())).toEqual(names(orderRead(sights.whole, byTime)));
        }),
      );
      const asRead = orderRead(sights.whole, byTime);

      for (const [at, place] of places.entries()) {
        if (!steps && !few.includes(place)) continue;
        await check('PAGE-CURSOR-01', `${name}, after the ${place}`, () =>
          eventually(async () => {
            const [cursor = '', next = ''] = asRead.slice(at);
            const { own } = (singles[at] = await view.after(order, cursor, 1, next));
            expect(names(own().slice(0, 1))).toEqual(names([next]));
          }),
        );
      }
      if (steps) {
        let visited: string[] = [];
        await check('PAGE-CURSOR-02', `${name}, 1 a page`, () =>
          eventually(async () => {
            sights.start = await view.start(order, 1);
            const [first] = view.alone ? sights.start.own() : asRead;
            visited = [first, ...singles.map(({ own }) => own()[0])].map((id) => id ?? 'nothing');
            expect(names(visited)).toEqual(names(asRead));
          }),
        );
        await check('LIST-ORDER-07', `${name}, across pages of 1`, () => {
          const { seen, expected } = orderOf(visited, asRead);
          expect(names(seen)).toEqual(names(expected));
        });
      }

      await check('PAGE-CURSOR-03', `${name}, after the last`, () =>
        eventually(async () => {
          const { pages } = (sights.end = await view.end(order, asRead.at(-1) ?? '', 6));
          expect(pages()).toEqual([[]]);
        }),
      );
      await check('PAGE-CURSOR-01', `${name}, after the last`, () => {
        expect(names(read(sights.end).own())).toEqual([]);
      });

      for (const [limit, sight] of [
        ...(steps ? ([[1, 'start']] as const) : []),
        [6, 'whole'] as const,
      ].filter(([size]) => !judged.has(size))) {
        judged.add(limit);
        await check('PAGE-LIMIT-01', `limit=${limit}`, () => {
          const { pages } = read(sights[sight]);
          expect(misfits([...pages(), ...(limit === 1 ? [['more']] : [])], limit).first).toEqual([]);
        });
      }
      await check('PAGE-LIMIT-02', `${name}, limit=1 with startingAfter`, () => {
        const single = singles.filter((sight) => sight !== undefined);
        const pages = (view.alone || !steps ? single : [read(sights.start)]).flatMap((sight) =>
          sight.pages(),
        );
        // Where one is missing, the cursor is to blame.
        expect(pages.map((page) => page.length).filter((length) => length > 1)).toEqual([]);
      });
    }
  },
);

test('the edges of startingAfter', covers('PAGE-CURSOR-05'), async ({ api, given, survey, world }) => {
  const six = await world();
  const order = orders['createdAt ASC'];
  const all = six.inOrder(order);
  const own = (indexes: readonly number[]): string[] => indexes.flatMap((index) => all[index] ?? []);
  const ask = async (
    query: Query,
    readings: Readonly<Record<string, readonly string[]>>,
  ): Promise<string> => {
    if (!six.narrows) return 'not asked, for lists cannot be narrowed';
    const full = { ...six.narrow, ...order, limit: pageSize, ...query };
    const answer = await api.call('listConversations', {}, { query: full, deliberate: true });
    return answerOf(answer, all, { nothing: [], ...readings });
  };
  const round = own(having('shape', (word) => word === 'round'));
  const [outside = ''] = own(having('shape', (word) => word === 'square'));
  const beyond = round.filter((id) => all.indexOf(id) > all.indexOf(outside));
  const third = six.conversations[2]?.createdAt ?? 0;

  await survey('PAGE-CURSOR-05', 'startingAfter an unknown id', () =>
    ask({ startingAfter: given.newId() }, { 'from the start': all }),
  );
  await survey('PAGE-CURSOR-05', 'startingAfter without a value', () =>
    ask({ startingAfter: '' }, { 'from the start': all }),
  );
  await survey('PAGE-CURSOR-05', 'startingAfter a conversation that the filter excludes', () =>
    ask(
      { ...six.narrowTo({ shape: valueOf(six.marker, 'round') }), startingAfter: outside },
      { 'after its place': beyond, 'from the start': round },
    ),
  );
  await survey('PAGE-CURSOR-05', 'startingAfter a conversation that offsetTs excludes', () =>
    ask(
      { startingAfter: all[0], offsetTs: third - 1 },
      { 'startingAfter counts alone': all.slice(1), 'offsetTs counts': all.slice(2) },
    ),
  );
});

function read(sight: Sight | undefined): Sight {
  if (!sight) throw new Blocked('the list could not be read');
  return sight;
}
