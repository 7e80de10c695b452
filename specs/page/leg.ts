/** Judges one order of the list of the shared conversations: pages of several sizes, and what stands after a cursor. */
import type { Api } from '../../fixtures/client/api.ts';
import type { Check } from '../../fixtures/scenario/check.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import { expect, same } from '../../fixtures/scenario/matchers.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import type { Order, SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { namesIn, ownInOrder } from '../../fixtures/lists/answers.ts';
import {
  listViewOf,
  misfits,
  orderOf,
  orderRead,
  type ListView,
  type Sight,
} from '../../fixtures/lists/list-view.ts';

const places = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

export interface Tools {
  readonly api: Api;
  readonly check: Check;
  readonly eventually: Eventually;
  readonly six: SharedConversations;
  /** Page sizes whose first page has been judged. */
  readonly judged: Set<number>;
}

/** One order, with the order in which it was read: so a wrong order is told once, by the requirements about orders. */
export interface Leg {
  readonly name: string;
  readonly order: Order;
  readonly view: ListView;
  readonly asRead: readonly string[];
  readonly names: (ids: readonly string[]) => string[];
}

/** All six on one page. */
export async function judgeWhole(
  { api, check, eventually, six, judged }: Tools,
  [name, order]: SharedConversations['orders'][number],
  size: number,
  orderRow: string,
): Promise<Leg> {
  const view = listViewOf(six, (query) => api.conversations.list(query));
  const names = (ids: readonly string[]): string[] => namesIn(six, ids);
  const byTime = six.inOrder(order);
  let whole: Sight | undefined;

  await check(orderRow, `${name}, both parameters given`, () =>
    eventually(async () => {
      whole = await view.through(order, size);
      const { seen, expected } = orderOf(whole.own(), byTime);
      expect(names(seen)).toEqual(names(expected));
    }),
  );
  const leg = { name, order, view, asRead: orderRead(whole, byTime), names };
  await check('FILTER-COMBINE-02', `with orderBy and orderDirection, ${name}`, async () => {
    const seen = names(needed(whole).pages().flat());
    const expected = names(byTime);
    requireAlone(view);
    if (!same(seen, expected) && same(seen.toSorted(), expected.toSorted())) {
      // Without a filter as well? Then it is a matter of the order, which is judged elsewhere.
      const unfiltered = await ownInOrder(six, (query) => api.conversations.list(query), order, expected);
      expect(seen).toEqual(unfiltered);
    } else expect(seen).toEqual(expected);
  });
  await check('PAGE-CURSOR-02', `${name}, ${size} a page`, () => {
    expect(names(needed(whole).own())).toEqual(names(leg.asRead));
  });
  await judgeSizes({ check, judged }, leg, size, whole);
  return leg;
}

/** A walk in pages of this size, and the cursors on which its pages end. */
export async function judgeWalk(tools: Tools, leg: Leg, size: number): Promise<void> {
  const { check, eventually } = tools;
  const { name, order, view, asRead, names } = leg;
  let walk: Sight | undefined;

  await check('PAGE-CURSOR-02', `${name}, ${size} a page`, () =>
    eventually(async () => {
      walk = await view.through(order, size);
      expect(names(walk.own())).toEqual(names(asRead));
    }),
  );
  await check('LIST-ORDER-07', `${name}, across pages of ${size}`, () => {
    const { seen, expected } = orderOf(needed(walk).own(), asRead);
    expect(names(seen)).toEqual(names(expected));
  });
  for (const [at, place] of places.entries())
    if ((at + 1) % size === 0)
      await check('PAGE-CURSOR-01', `${name}, after the ${place}`, async () => {
        const [cursor = '', next = ''] = asRead.slice(at);
        const after = view.alone
          ? pageAfter(needed(walk), cursor)
          : (await view.after(order, cursor, size, next)).own();
        expect(names(after.slice(0, 1))).toEqual(names([next]));
      });
  await judgeSizes(tools, leg, size, walk);
  await check('PAGE-LIMIT-02', `${name}, limit=${size} with startingAfter`, () => {
    expect(misfits(needed(walk).pages(), size).later).toEqual([]);
  });
}

/** One by one, each after the one before. */
export async function judgeSteps(tools: Tools, leg: Leg): Promise<void> {
  const { check, eventually, judged } = tools;
  const { name, order, view, asRead, names } = leg;
  const steps: Sight[] = [];
  let start: Sight | undefined;

  for (const [at, place] of places.entries())
    await check('PAGE-CURSOR-01', `${name}, after the ${place}`, () =>
      eventually(async () => {
        const [cursor = '', next = ''] = asRead.slice(at);
        const { own } = (steps[at] = await view.after(order, cursor, 1, next));
        expect(names(own().slice(0, 1))).toEqual(names([next]));
      }),
    );
  let visited: string[] = [];
  await check('PAGE-CURSOR-02', `${name}, 1 a page`, () =>
    eventually(async () => {
      start = await view.start(order, 1);
      const [first] = view.alone ? start.own() : asRead;
      visited = [first, ...steps.map(({ own }) => own()[0])].map((id) => id ?? 'nothing');
      expect(names(visited)).toEqual(names(asRead));
    }),
  );
  await check('LIST-ORDER-07', `${name}, across pages of 1`, () => {
    const { seen, expected } = orderOf(visited, asRead);
    expect(names(seen)).toEqual(names(expected));
  });
  await check('FILTER-COMBINE-01', `${name}, 1 a page`, () => {
    requireAlone(view);
    expect(names([start, ...steps].flatMap((sight) => needed(sight).pages().flat()))).toEqual(names(asRead));
  });
  if (!judged.has(1))
    await check('PAGE-LIMIT-01', 'limit=1', () => {
      expect(misfits([...needed(start).pages(), ['more']], 1).first).toEqual([]);
    });
  judged.add(1);
  await check('PAGE-LIMIT-02', `${name}, limit=1 with startingAfter`, () => {
    const pages = (view.alone ? steps : [needed(start)]).flatMap((sight) => sight.pages());
    // Where one is missing, the cursor is to blame.
    expect(pages.map((page) => page.length).filter((length) => length > 1)).toEqual([]);
  });
}

/** After the last there is nothing. */
export async function judgeEnd({ check, eventually }: Tools, leg: Leg): Promise<void> {
  const { name, order, view, asRead, names } = leg;
  let end: Sight | undefined;

  await check('PAGE-CURSOR-03', `${name}, after the last`, () =>
    eventually(async () => {
      const { pages } = (end = await view.end(order, asRead.at(-1) ?? '', 6));
      expect(pages()).toEqual([[]]);
    }),
  );
  await check('PAGE-CURSOR-01', `${name}, after the last`, () => {
    expect(names(needed(end).own())).toEqual([]);
  });
}

/** How many a page has, and that a filtered walk in such pages visits each match once. */
async function judgeSizes(
  { check, judged }: Pick<Tools, 'check' | 'judged'>,
  { name, view, asRead, names }: Leg,
  size: number,
  sight: Sight | undefined,
): Promise<void> {
  await check('FILTER-COMBINE-01', `${name}, ${size} a page`, () => {
    requireAlone(view);
    const pages = needed(sight).pages();
    const visited = names(pages.flat()).sort();
    const tooLarge = pages.map(({ length }) => length).filter((length) => length > size);
    expect({ visited, tooLarge }).toEqual({ visited: names(asRead).sort(), tooLarge: [] });
  });
  if (!judged.has(size))
    await check('PAGE-LIMIT-01', `limit=${size}`, () => {
      expect(misfits(needed(sight).pages(), size).first).toEqual([]);
    });
  judged.add(size);
  await check('PAGE-LIMIT-02', `${name}, limit=${size}${view.alone ? ' with a filter' : ''}`, () => {
    expect(misfits(needed(sight).pages(), size).first).toEqual([]);
  });
}

/** The page that was asked for after this one. */
function pageAfter(walk: Sight, cursor: string): string[] {
  const pages = walk.pages();
  const before = pages.findIndex((page) => page.at(-1) === cursor);
  const page = pages[before + 1];
  if (before === -1 || !page) throw new Blocked('no page of the walk was to start after it');
  return page;
}

function requireAlone(view: ListView): void {
  if (!view.alone) throw new Blocked('a filter does not narrow a list to the shared conversations');
}

function needed(sight: Sight | undefined): Sight {
  if (!sight) throw new Blocked('the list could not be read');
  return sight;
}
