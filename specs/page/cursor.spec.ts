/**
 * startingAfter begins right after the conversation that it names. Conversations page: results start with the conversation
 * right after the selected one in the current sort order.
 */
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { namesIn } from '../../fixtures/lists/answers.ts';
import { orderOnOnePage, viewsOfSix } from '../../fixtures/lists/list-view.ts';
import { ownConversations, viewOfOwn } from '../../fixtures/lists/own.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const places = { first: 0, third: 2, fifth: 4, last: 5 } as const;

for (const [name, order] of Object.entries(orders))
  test(
    `starting after conversations of ${name}`,
    covers('PAGE-CURSOR-01'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      const view = viewsOfSix.filtered(six, api);
      const whole = await given.holds(
        'the list can be read',
        () => orderOnOnePage(view, order, six),
        'LIST-ALL-01',
      );

      for (const [place, at] of Object.entries(places))
        await check('PAGE-CURSOR-01', `after the ${place}`, () =>
          eventually(async () => {
            const rest = whole.slice(at + 1);
            const after = (await view.after(order, whole[at] ?? '', 6, rest.at(-1))).own();
            expect(namesIn(six, after)).toEqual(namesIn(six, rest));
          }),
        );
    },
  );

for (const [name, order] of Object.entries(orders))
  test(
    `starting after the third of ${name}, without a filter`,
    covers('PAGE-CURSOR-01'),
    async ({ api, check, eventually, shared }) => {
      const six = await shared();
      const whole = six.inOrder(order);
      const view = viewsOfSix['not filtered'](six, api);

      await check('PAGE-CURSOR-01', 'what stands after it, and nothing else', () =>
        eventually(async () => {
          const after = (await view.after(order, whole[2] ?? '', pageSize, whole[5])).own();
          expect(namesIn(six, after)).toEqual(namesIn(six, whole.slice(3)));
        }),
      );
    },
  );

for (const [name, order] of Object.entries(orders))
  test(
    `starting after the last of ${name}`,
    covers('PAGE-CURSOR-03'),
    async ({ api, check, eventually, shared }) => {
      const six = await shared();
      const view = viewsOfSix.filtered(six, api);

      await check('PAGE-CURSOR-03', 'the page is empty', () =>
        eventually(async () => {
          const whole = await orderOnOnePage(view, order, six);
          const end = await view.end(order, whole[5] ?? '', 6);
          expect(end.pages()).toEqual([[]]);
        }),
      );
    },
  );

test(
  'starting after a conversation that has moved to the front since it was listed',
  covers('PAGE-CURSOR-01'),
  async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    const { conversations, viewOf } = await ownConversations(3, six, { api, given });
    const [first = '', second = '', third = ''] = conversations.map(({ id }) => id);
    const view = viewOf(first, second, third);
    const order = orders['lastActivity DESC'];
    const listed = async (): Promise<string[]> => (await view.through(order, pageSize)).own();
    await given.holds(
      'the latest activity comes first',
      async () => expect(await listed()).toEqual([third, second, first]),
      'LIST-ORDER-01',
    );

    await six.tick();
    await given.messages({ id: first }, { from: six.people.alice, text: 'Anybody here?' });

    await check('PAGE-CURSOR-01', 'what stands after its new place', () =>
      eventually(async () =>
        expect((await view.after(order, first, pageSize, second)).own()).toEqual([third, second]),
      ),
    );
  },
);

/** The ends of two ids, of which the first is easily taken for the second. */
const hardIds: Readonly<Record<string, readonly [end: string, lookAlike: string]>> = {
  'letter case': ['-Order', '-order'],
  'a plus sign': ['-a+b', '-a b'],
  'a slash': ['-a/b', '-a'],
  'a percent sign': ['-a%20b', '-a b'],
  'an ampersand': ['-a&b', '-a'],
  'a letter beyond ASCII': ['-caf\u00e9', '-cafe'],
};

for (const [what, [end, lookAlike]] of Object.entries(hardIds))
  test(
    `starting after an id with ${what}, and after one that is easily taken for it`,
    covers('PAGE-CURSOR-06'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      const set = given.newId();
      const ids = [`${set}${end}`, `${set}${lookAlike}`];
      const puts: Exchange[] = [];
      for (const id of ids) puts.push(await given.api.conversations.put(id, { custom: { set } }));
      // Which ids are allowed is not documented.
      given.unlessRefused(puts, 'the target refuses such ids');
      const view = viewOfOwn(api, six, { set }, ids);
      const order = orders['createdAt DESC'];
      const listed = async (): Promise<string[]> => (await view.through(order, pageSize)).own();
      // Whether the two are kept apart is a requirement of its own, and weaker (RETRIEVE-ID-02).
      await given.applicableIf(
        async () => expect(await listed()).toHaveLength(2),
        'the list does not show both once',
      );

      await check('PAGE-CURSOR-06', 'what stands after each of them', () =>
        eventually(async () => {
          const whole = await listed();
          for (const [place, id] of whole.entries()) {
            const after = (await view.after(order, id, pageSize)).own();
            expect(after).toEqual(whole.slice(place + 1));
          }
        }),
      );
    },
  );
