/**
 * A list is one list, however it is cut into pages. Conversations page: the list is ordered and paginated; lists all
 * conversations ever created.
 */
import { namesIn } from '../../fixtures/lists/answers.ts';
import { orderOf, orderOnOnePage, viewsOfSix, makeListView } from '../../fixtures/lists/list-view.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [name, order] of Object.entries(orders))
  test(
    `reading ${name} in pages of two`,
    covers('LIST-ORDER-07'),
    async ({ api, check, eventually, shared }) => {
      const six = await shared();
      const view = viewsOfSix.filtered(six, api);

      await check('LIST-ORDER-07', 'the order is that of one page', () =>
        eventually(async () => {
          const whole = await orderOnOnePage(view, order, six);
          const { seen, expected } = orderOf((await view.through(order, 2)).own(), whole);
          expect(namesIn(six, seen)).toEqual(namesIn(six, expected));
        }),
      );
    },
  );

for (const [name, order] of Object.entries(orders))
  test(
    `reading conversations of the same moment one by one, ${name}`,
    covers('LIST-ORDER-08'),
    async ({ api, given, check, eventually, data, shared }) => {
      const six = await shared();
      const { alice, bob } = six.people;
      const custom = { set: given.newId() };
      const create = () => given.conversation({ with: [alice, bob], custom });
      // The one to begin with, where a filter does not narrow the list, and four at once, of which a target that takes calls
      // at the same time gives some the same timestamp.
      const first = await create();
      await given.messages(first, { from: alice, text: data.text() });
      await six.tick();
      const atOnce = await Promise.all([create(), create(), create(), create()]);
      await Promise.all(atOnce.map((one) => given.messages(one, { from: alice, text: data.text() })));
      const ids = [first, ...atOnce].map(({ id }) => id);
      const view = makeListView(
        (query) => api.conversations.list(query),
        ids,
        six.narrowTo(custom),
        ({ orderDirection }) => (orderDirection === 'ASC' ? first.id : undefined),
      );

      await check('LIST-ORDER-08', 'each is listed once', () =>
        eventually(async () => {
          const through = (await view.through(order, 1)).own();
          // What is repeated may come after the last of them.
          const after = (await view.after(order, through.at(-1) ?? '', 1)).own();
          expect([...through, ...after].sort()).toEqual([...ids].sort());
        }),
      );
    },
  );
