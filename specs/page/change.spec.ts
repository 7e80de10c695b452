/**
 * What happens between two pages disturbs no walk by creation. Conversations page: ordering by creation date is for stable
 * sorting.
 */
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { ownConversations, type OwnConversations } from '../../fixtures/lists/own.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { answerOf } from '../../fixtures/lists/list-view.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Conversations in the order of the list: the page ends with the second, and the third is next. */
interface Walk {
  readonly api: Api;
  readonly own: OwnConversations;
  readonly newId: () => string;
  readonly sender: string;
  readonly first: string;
  readonly third: string;
}

const events: Readonly<Record<string, (walk: Walk) => Promise<Exchange>>> = {
  'a message arrives in the next conversation': ({ api, third, sender }) =>
    api.messages.send(third, [{ type: 'UserMessage', sender, text: 'News' }]),
  'a conversation is created': ({ api, own, newId }) =>
    api.conversations.put(newId(), { custom: { ...own.custom } }),
  'a conversation of the first page is deleted': ({ api, first }) => api.conversations.remove(first),
};

for (const name of ['createdAt DESC', 'createdAt ASC'] as const)
  for (const [event, happen] of Object.entries(events))
    test(
      `${event} between two pages, ${name}`,
      covers('PAGE-CURSOR-04'),
      async ({ api, given, check, eventually, shared }) => {
        const six = await shared();
        const own = await ownConversations(3, six, { api, given });
        const order = orders[name];
        const view = own.viewOf(...own.conversations.map(({ id }) => id));
        const [first = '', second = '', third = ''] = await given.holds(
          'the list shows three new conversations',
          async () => {
            const seen = (await view.through(order, pageSize)).own();
            expect(seen).toHaveLength(3);
            return seen;
          },
          'LIST-ALL-02',
        );

        await six.tick();
        const sender = six.people.bob.id;
        const happened = await happen({ api, own, newId: () => given.newId(), sender, first, third });

        await check('PAGE-CURSOR-04', 'the next page starts with the third', async () => {
          expect(happened).toSucceed();
          await eventually(async () => {
            const after = (await view.after(order, second, 1, third)).own();
            expect(after.slice(0, 1)).toEqual([third]);
          });
        });
      },
    );

test(
  'starting after a conversation that was deleted',
  covers('PAGE-CURSOR-05'),
  async ({ api, given, survey, shared }) => {
    const six = await shared();
    const custom = { set: given.newId() };
    const ids: string[] = [];
    for (let made = 0; made < 3; made++) {
      await six.tick();
      ids.push((await given.conversation({ custom })).id);
    }
    const [before = '', deleted = '', after = ''] = ids;
    await given.deleted({ id: deleted });

    await survey('PAGE-CURSOR-05', 'startingAfter a deleted conversation', async () => {
      if (!six.narrows) return 'not asked, for lists cannot be narrowed';
      const query = {
        ...six.narrowTo(custom),
        ...orders['createdAt ASC'],
        limit: pageSize,
        startingAfter: deleted,
      };
      const answer = await api.call('listConversations', {}, { query, deliberate: true });
      const readings = { 'after its place': [after], 'from the start': [before, after], nothing: [] };
      return answerOf(answer, ids, readings);
    });
  },
);
