/** The list of all conversations, without a filter. Conversations page: lists all conversations ever created, in order. */
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { Blocked, NotApplicable, Violation } from '../../fixtures/scenario/outcome.ts';
import { conversationsIn, fieldIn, idsIn, isObject } from '../../fixtures/reading/read.ts';
import { show } from '../../fixtures/reading/show.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pagesOf, pageSize } from '../../fixtures/reading/walk.ts';
import { namesIn } from '../../fixtures/lists/answers.ts';
import { sharedKey } from '../../fixtures/lists/custom.ts';
import { makeListView, misfits, type Sight } from '../../fixtures/lists/list-view.ts';
import { mustBeLike } from './item.ts';
import { orderRows } from './order-rows.ts';

/** The order that is read in pages which the other conversations of a target fill up, and their size. */
const smallPages = 'lastActivity DESC';
const smallPage = 6;

test(
  'the whole list in each order',
  covers(
    ...['LIST-ALL-01', 'LIST-ALL-02', 'LIST-ALL-03', 'PAGE-CURSOR-01', 'PAGE-LIMIT-01', 'PAGE-LIMIT-03'],
    ...['LIST-ORDER-01', 'LIST-ORDER-02', 'LIST-ORDER-03', 'LIST-ORDER-04'],
  ),
  async ({ api, check, eventually, survey, shared }) => {
    const six = await shared();
    const ids = six.conversations.map(({ id }) => id);
    const quiet = six.quiet.map(({ id }) => id);
    const list: Parameters<typeof makeListView>[0] = (query) => api.conversations.list(query);
    const names = (seen: readonly string[]): string[] => namesIn(six, seen);
    const ownIn = (seen: readonly string[]): string[] => seen.filter((id) => ids.includes(id));
    let sight: Sight | undefined;
    const sights: Sight[] = [];

    const asItComes = await api.conversations.list();
    await check('LIST-ALL-01', 'data is an array of conversations', () => {
      const data = fieldIn(asItComes, 'data');
      if (!Array.isArray(data) || data.length === 0 || !data.every(isConversation))
        throw new Violation('an object whose data is an array of conversations', show(asItComes.body));
    });
    await check('LIST-ORDER-01', 'the first page as it comes', () => {
      // Foreign conversations may fill that page; then there is nothing to compare.
      const own = [...new Set(ownIn(idsIn(asItComes)))];
      expect(names(own)).toEqual(names(six.inOrder({}).filter((id) => own.includes(id))));
    });

    for (const [name, order] of six.orders) {
      // By creation, those without messages have their place as well.
      const wanted = name === 'createdAt ASC' ? [...ids, ...quiet] : ids;
      const view = makeListView(list, wanted, {}, (query) => six.inOrder(query)[0]);
      const limit = name === smallPages ? smallPage : pageSize;
      sight = undefined;

      await check(orderRows[name] ?? '', `${name}, not filtered`, () =>
        eventually(async () => {
          sight = await view.through(order, limit);
          sights.push(sight);
          const own = [...new Set(ownIn(sight.own()))];
          expect(names(own)).toEqual(names(six.inOrder(order).filter((id) => own.includes(id))));
        }),
      );
      await check('PAGE-CURSOR-01', `${name}, not filtered, after the first`, () => {
        if (!sight) throw new Blocked('the list could not be read');
        const after = ownIn(sight.own()).slice(1);
        expect(names(after).sort()).toEqual(names(six.inOrder(order).slice(1)).sort());
      });
      if (name === smallPages)
        await check('PAGE-LIMIT-01', `limit=${smallPage}, not filtered`, () => {
          if (!sight) throw new Blocked('the list could not be read');
          expect(misfits(sight.pages(), smallPage).first).toEqual([]);
        });
    }

    const listed = (id: string): number => sight?.own().filter((one) => one === id).length ?? 0;
    const kinds = {
      'with messages': ids,
      'without messages': quiet.slice(0, 1),
      'without participants': quiet.slice(1),
    };
    for (const [kind, own] of Object.entries(kinds))
      await check('LIST-ALL-02', `by creation, ${kind}`, () => {
        const times = own.map((id) => [names([id])[0], listed(id)]);
        expect(Object.fromEntries(times), 'how often each is listed').toEqual(
          Object.fromEntries(times.map(([name]) => [name, 1])),
        );
      });
    await check('LIST-ALL-03', 'a conversation with nothing', async () => {
      const [, nothing = ''] = quiet;
      mustBeLike(sight?.item(nothing), await api.conversations.get(nothing));
    });
    await check('LIST-ALL-02', 'by last activity, without messages', () =>
      eventually(async () => {
        // On one page: where others move the one that a page starts after, the next page shows some once more.
        const times = (pages: readonly Exchange[]): number[] =>
          quiet.map((id) => Math.max(...pages.map((page) => idsIn(page).filter((one) => one === id).length)));
        const all = (seen: readonly string[]): boolean => quiet.every((id) => seen.includes(id));
        // Where they stand is not documented. The first page shows them, unless others fill it.
        if (!times([asItComes]).includes(0)) return expect(times([asItComes])).toEqual([1, 1]);
        const narrow = six.narrowTo({ [sharedKey]: `${six.marker}-quiet` });
        const pages = await pagesOf(list, narrow, all);
        const goesOn = pages.slice(-1).flatMap(idsIn).length >= pageSize;
        if (goesOn && times(pages).includes(0)) throw new NotApplicable('others fill the pages');
        expect(times(pages)).toEqual([1, 1]);
      }),
    );
    await survey('PAGE-LIMIT-03', 'the default page size', () => {
      const page = conversationsIn(asItComes);
      const newest = Math.max(...page.map(({ createdAt }) => Number(createdAt)));
      /** Whether a list shows one that was there already and is not on the page. */
      const showsMore = ({ pages, item }: Sight): boolean =>
        pages()
          .flat()
          .some((id) => !idsIn(asItComes).includes(id) && Number(item(id)?.['createdAt']) <= newest);
      return Promise.resolve(
        sights.some(showsMore) ? String(page.length) : 'not to be told, for there are few conversations',
      );
    });
  },
);

function isConversation(item: unknown): boolean {
  return isObject(item) && typeof item['id'] === 'string' && isObject(item['participants']);
}
