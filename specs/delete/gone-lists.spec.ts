/** A deleted conversation is not listed. Conversations page: all the data linked to the conversation is deleted. */
import { byCustom } from '../../fixtures/client/filter.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { idsListed } from '../../fixtures/lists/listed.ts';
import { timestamp } from '../../fixtures/reading/read.ts';
import type { ReadConversation } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** What narrows a list to three conversations, and the one that was created last. */
interface Three {
  readonly since: number;
  readonly category: string;
  readonly newest: string;
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
    const all = three.map((one) => one.id);
    const [older = '', id = '', newest = ''] = all;
    const places = await Promise.all(
      lists.map(async ([name, needs, query]) => {
        const list = (sought: string[]) => {
          const since = timestamp(three[0]?.before.createdAt, 'createdAt') - 1;
          const asked = query({ since, category, newest });
          return idsListed((page) => api.conversations.list(page), all, asked, sought);
        };
        const wasListed = await given.optional(async () => {
          if (needs) given.unlessDisclaimed(needs);
          const both = async () => expect(await list([older, id])).toInclude([older, id]);
          await given.holds(`it is in ${name}`, both);
        });
        return { name, list, wasListed };
      }),
    );

    const deleted = await api.conversations.remove(id);

    for (const { name, list, wasListed } of places)
      await check('DELETE-GONE-02', `it is not in ${name} any more`, async () => {
        wasListed();
        expect(deleted).toSucceed();
        await eventually(async () => expect(await list([older])).not.toContain(id));
      });
  },
);
