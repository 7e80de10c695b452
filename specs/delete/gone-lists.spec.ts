/** A deleted conversation is not listed. Conversations page: all the data linked to the conversation is deleted. */
import { byCustom } from '../../fixtures/client/filter.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { idsListed } from '../../fixtures/lists/listed.ts';
import { timestamp } from '../../fixtures/reading/read.ts';
import type { ReadConversation } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Three conversations, the oldest first, and what they are found by. */
interface Three {
  readonly category: string;
  readonly newest: string;
  /** Before the first of their messages, in Unix ms. */
  readonly since: number;
}

/** Lists that show the one in the middle, and the capability that they take. */
const lists: readonly [name: string, needs: 'messages' | 'filters' | undefined, (three: Three) => Query][] = [
  ['the default order', 'messages', () => ({})],
  ['the order of creation', undefined, () => ({ orderBy: 'createdAt' })],
  [
    'the page after a newer one',
    undefined,
    ({ newest }) => ({ orderBy: 'createdAt', startingAfter: newest }),
  ],
  [
    'the ascending order of creation',
    'messages',
    ({ since }) => ({ orderBy: 'createdAt', orderDirection: 'ASC', lastMessageAfter: since }),
  ],
  [
    'the ascending order of last activity',
    'messages',
    ({ since }) => ({ orderDirection: 'ASC', lastMessageAfter: since }),
  ],
  ['what lastMessageAfter finds', 'messages', ({ since }) => ({ lastMessageAfter: since })],
  ['what a custom filter finds', 'filters', ({ category }) => byCustom({ category: ['==', category] })],
];

test(
  'deleting a conversation that is listed',
  covers('DELETE-GONE-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const category = data.value();
    const three: ReadConversation[] = [];
    for (const text of [data.text(), data.text(), data.text()]) {
      const conversation = await given.conversation({ with: [alice], custom: { category } });
      await given.optional(() => given.messages(conversation, { from: alice, text }));
      three.push(conversation);
      await given.tick();
    }
    const [older = '', id = '', newest = ''] = three.map((one) => one.id);
    const asking =
      (needs: 'messages' | 'filters' | undefined, queryOf: (three: Three) => Query) =>
      (until = [older, id]) => {
        if (needs) given.unlessDisclaimed(needs);
        const since = timestamp(three[0]?.before.createdAt, 'createdAt') - 1;
        const query = queryOf({ category, newest, since });
        return idsListed((page) => api.conversations.list(page), [older, id], query, until);
      };
    const asked = Object.fromEntries(lists.map(([name, needs, queryOf]) => [name, asking(needs, queryOf)]));
    const listing = await given.eachShows(asked, async (list) => expect(await list()).toInclude([older, id]));

    const deleted = await api.conversations.remove(id);

    for (const [name, listBefore] of listing)
      await check('DELETE-GONE-02', `it is not in ${name} any more, and an older one still is`, async () => {
        const list = listBefore();
        expect(deleted).toSucceed();
        await eventually(async () => expect(await list([older])).toEqual([older]));
      });
  },
);
