/** Three parameters of a list count together, as any two do. Conversations page: filters, limits and cursors can be combined. */
import { namesIn, needsCustom, needsFilter } from '../../fixtures/lists/answers.ts';
import { valueOf } from '../../fixtures/lists/custom.ts';
import {
  answerTo,
  justAfterLastMessage,
  justBeforeLastMessage,
  queryOf,
  type Asked,
} from '../../fixtures/lists/expected.ts';
import type { Order, SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const ascending: Order = { orderDirection: 'ASC' };

/**
 * A cursor and a bound that are asked for together with a filter. Three of the six shared conversations match the filter; the
 * cursor leaves out one of these, and the bound another, so that one is left.
 */
const cursorsAndBounds: Readonly<Record<string, (six: SharedConversations) => Asked>> = {
  'startingAfter and lastMessageAfter': (six) => ({
    startingAfter: six.inOrder({})[2] ?? '',
    lastMessageAfter: justAfterLastMessage(six.conversations, 'first'),
  }),
  'startingAfter and lastMessageBefore': (six) => ({
    ...ascending,
    startingAfter: six.inOrder(ascending)[0] ?? '',
    lastMessageBefore: justBeforeLastMessage(six.conversations, 'fourth'),
  }),
};

for (const [what, cursorAndBound] of Object.entries(cursorsAndBounds))
  test(
    `listing with a filter, and with ${what}`,
    covers('LIST-COMBINE-01'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const filter = { custom: { shape: valueOf(six.marker, 'round') } };
      const asked = { ...cursorAndBound(six), ...filter };
      const expected = namesIn(six, answerTo(six.conversations, asked));

      await check('LIST-COMBINE-01', 'it shows the one that is left', async () => {
        needsFilter(six);
        const query = { limit: pageSize, ...queryOf(asked, six.narrowTo) };
        await eventually(async () =>
          expect(namesIn(six, idsIn(await api.conversations.list(query)))).toEqual(expected),
        );
      });
    },
  );

test(
  'listing with startingAfter, lastMessageBefore and limit 1',
  covers('LIST-COMBINE-01'),
  async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    await needsCustom(six, given);
    const bound = { lastMessageBefore: justBeforeLastMessage(six.conversations, 'fourth') };
    const order: Order = { orderBy: 'createdAt' };
    // The page starts after the latest created. The next two are not within the bound; the one after them is.
    const [startingAfter = ''] = six.inOrder(order);
    const asked = { ...order, ...bound, startingAfter, limit: 1 };
    const expected = namesIn(six, answerTo(six.conversations, asked));

    await check('LIST-COMBINE-01', 'it shows the next conversation that is within the bound', async () => {
      needsFilter(six);
      await eventually(async () =>
        expect(namesIn(six, idsIn(await api.conversations.list({ ...six.narrow, ...asked })))).toEqual(
          expected,
        ),
      );
    });
  },
);
