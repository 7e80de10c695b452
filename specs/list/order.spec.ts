/** The order in which conversations are listed. Conversations page: orderBy and orderDirection, with their defaults. */
import { namesIn } from '../../fixtures/lists/answers.ts';
import { answerOf, orderOf, viewsOfSix } from '../../fixtures/lists/list-view.ts';
import { ownConversations } from '../../fixtures/lists/own.ts';
import { orders, type Order } from '../../fixtures/lists/shared-lists.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** What is left out is the default. */
const queries: readonly (readonly [row: string, query: Order, order: keyof typeof orders])[] = [
  ['LIST-ORDER-01', {}, 'lastActivity DESC'],
  ['LIST-ORDER-02', { orderBy: 'lastActivity' }, 'lastActivity DESC'],
  ['LIST-ORDER-02', { orderDirection: 'DESC' }, 'lastActivity DESC'],
  ['LIST-ORDER-02', { orderBy: 'lastActivity', orderDirection: 'DESC' }, 'lastActivity DESC'],
  ['LIST-ORDER-03', { orderBy: 'lastActivity', orderDirection: 'ASC' }, 'lastActivity ASC'],
  ['LIST-ORDER-04', { orderDirection: 'ASC' }, 'lastActivity ASC'],
  ['LIST-ORDER-04', { orderBy: 'createdAt' }, 'createdAt DESC'],
  ['LIST-ORDER-04', { orderBy: 'createdAt', orderDirection: 'DESC' }, 'createdAt DESC'],
  ['LIST-ORDER-04', { orderBy: 'createdAt', orderDirection: 'ASC' }, 'createdAt ASC'],
];

for (const [how, viewOf] of Object.entries(viewsOfSix))
  for (const [row, query, order] of queries)
    test(
      `listing ${how}, ${new URLSearchParams(query).toString() || 'no order'}`,
      covers(row),
      async ({ api, check, eventually, shared }) => {
        const six = await shared();
        const view = viewOf(six, api);

        await check(row, `the order is ${order}`, () =>
          eventually(async () => {
            const list = await view.through(query, pageSize);
            const { seen, expected } = orderOf(list.own(), six.inOrder(orders[order]));
            expect(namesIn(six, seen)).toEqual(namesIn(six, expected));
          }),
        );
      },
    );

test(
  'listing without any parameter',
  covers('LIST-ORDER-01'),
  async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    const { conversations, viewOf } = await ownConversations(2, six, { api, given });
    const [first = '', second = ''] = conversations.map(({ id }) => id);
    await six.tick();
    await given.messages({ id: first }, { from: six.people.alice, text: 'Anybody here?' });

    await check('LIST-ORDER-01', 'the later activity comes first', () =>
      eventually(async () => {
        const own = idsIn(await api.conversations.list()).filter((id) => id === first || id === second);
        // Foreign conversations may fill a page of that size, which is not documented.
        const seen = own.length === 2 ? own : (await viewOf(first, second).through({}, pageSize)).own();
        expect(seen).toEqual([first, second]);
      }),
    );
  },
);

const unknown: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'an unknown orderBy': { orderBy: 'subject', orderDirection: 'ASC' },
  'an unknown orderDirection': { orderBy: 'createdAt', orderDirection: 'UP' },
  'values in lower case': { orderBy: 'createdat', orderDirection: 'asc' },
};

for (const [question, order] of Object.entries(unknown))
  test(`listing with ${question}`, covers('LIST-ORDER-09'), async ({ api, survey, shared }) => {
    const six = await shared();

    await survey('LIST-ORDER-09', question, async () => {
      if (!six.narrows) return 'not asked, for lists cannot be narrowed';
      const query = { ...six.narrow, ...order, limit: pageSize };
      const answer = await api.call('listConversations', {}, { query, deliberate: true });
      const known = six.orders.map(([name, one]) => [name, six.inOrder(one)] as const);
      return answerOf(answer, six.inOrder({}), Object.fromEntries(known));
    });
  });

test(
  'listing one without messages by last activity',
  covers('LIST-ORDER-09'),
  async ({ api, given, survey, shared }) => {
    const own = await ownConversations(3, await shared(), { api, given });
    const late = await given.conversation({ custom: own.custom });
    const ids = own.conversations.map(({ id }) => id);

    await survey('LIST-ORDER-09', 'where is a conversation without messages', async () => {
      const list = await own.viewOf(...ids, late.id).through(orders['lastActivity DESC'], pageSize);
      const place = list.own().indexOf(late.id);
      return (
        ['before all others', 'among the others', 'among the others', 'after all others'][place] ?? 'nowhere'
      );
    });
  },
);
