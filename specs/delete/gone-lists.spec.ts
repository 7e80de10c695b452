/** A deleted conversation is not listed. Conversations page: all the data linked to the conversation is deleted. */
import { byValues } from '../../fixtures/client/filter.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { idsListed } from '../../fixtures/lists/listed.ts';
import { sinceCreationOf } from '../../fixtures/reading/read.ts';
import type { ReadConversation } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Three conversations with the same custom data, each with a message. */
interface Three {
  readonly custom: { readonly category: string };
  readonly oldest: ReadConversation;
  readonly newest: ReadConversation;
}

interface List {
  /** The capability without which a target does not have this list, or nothing to show in it. */
  readonly needs?: 'messages' | 'filters';
  readonly queryFor: (three: Three) => Query;
}

/** A time before all three, so that a list in ascending order need not be read from its very beginning. */
const sinceAllThree = ({ oldest }: Three) => sinceCreationOf(oldest.before);

/** Lists that show the two older ones of the three. */
const lists: Readonly<Record<string, List>> = {
  'the default order': { needs: 'messages', queryFor: () => ({}) },
  'the order of creation': { queryFor: () => ({ orderBy: 'createdAt' }) },
  'the page after a newer one': {
    queryFor: ({ newest }) => ({ orderBy: 'createdAt', startingAfter: newest.id }),
  },
  'the ascending order of creation': {
    needs: 'messages',
    queryFor: (three) => ({ orderBy: 'createdAt', orderDirection: 'ASC', ...sinceAllThree(three) }),
  },
  'the ascending order of last activity': {
    needs: 'messages',
    queryFor: (three) => ({ orderDirection: 'ASC', ...sinceAllThree(three) }),
  },
  'what lastMessageAfter finds': { needs: 'messages', queryFor: sinceAllThree },
  'what a custom filter finds': { needs: 'filters', queryFor: ({ custom }) => byValues(custom) },
};

test(
  'deleting a conversation that is listed between an older and a newer one',
  covers('DELETE-GONE-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const custom = { category: data.value() };
    const create = async () => {
      const conversation = await given.conversation({ with: [alice], custom });
      // Where the target has no messages, the lists that need none can be judged all the same.
      await given.optional(() => given.messages(conversation, { from: alice, text: data.text() }));
      await given.tick();
      return conversation;
    };
    const [oldest, { id }, newest] = [await create(), await create(), await create()];
    const listed = (list: List, until: readonly string[]) => {
      if (list.needs) given.unlessDisclaimed(list.needs);
      const query = list.queryFor({ custom, oldest, newest });
      return idsListed((page) => api.conversations.list(page), [oldest.id, id], query, until);
    };
    const listsBefore = await given.eachShows(lists, async (list) =>
      expect(await listed(list, [oldest.id, id])).toInclude([oldest.id, id]),
    );

    const deleted = await api.conversations.remove(id);

    for (const [name, listBefore] of listsBefore)
      await check(
        'DELETE-GONE-02',
        `it is not in ${name} any more, and the oldest one still is`,
        async () => {
          const list = listBefore();
          expect(deleted).toSucceed();
          await eventually(async () => expect(await listed(list, [oldest.id])).toEqual([oldest.id]));
        },
      );
  },
);
