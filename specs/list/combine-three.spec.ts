/** Three parameters of a list count together, as any two do. Conversations page: filters, limits and cursors can be combined. */
import { namesIn, needsCustom, needsFilter } from '../../fixtures/lists/answers.ts';
import { valueOf } from '../../fixtures/lists/custom.ts';
import { answerTo, beside, queryOf, type Asked } from '../../fixtures/lists/expected.ts';
import type { Order, SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const ascending: Order = { orderDirection: 'ASC' };

/** Beside a filter that three of the six match. The cursor leaves out one of the three, the bound another: one is left. */
const questions: Readonly<Record<string, (six: SharedConversations) => Asked>> = {
  'startingAfter and lastMessageAfter': (six) => ({
    startingAfter: six.inOrder({})[2] ?? '',
    lastMessageAfter: beside(six.conversations, ascending, 0, 'after'),
  }),
  'startingAfter and lastMessageBefore': (six) => ({
    ...ascending,
    startingAfter: six.inOrder(ascending)[0] ?? '',
    lastMessageBefore: beside(six.conversations, ascending, 3, 'before'),
  }),
};

for (const [what, besideFilter] of Object.entries(questions))
  test(
    `listing with a filter, ${what}`,
    covers('LIST-COMBINE-01'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const asked = { ...besideFilter(six), custom: { shape: valueOf(six.marker, 'round') } };
      const expected = namesIn(six, answerTo(six.conversations, asked));

      await check('LIST-COMBINE-01', 'the one that all three let through', async () => {
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
    const bound = { lastMessageBefore: beside(six.conversations, ascending, 3, 'before') };
    const order: Order = { orderBy: 'createdAt' };
    // The latest created: the bound lets it through, but neither of the two after it.
    const [startingAfter = ''] = six.inOrder(order);
    const asked = { ...order, ...bound, startingAfter, limit: 1 };
    const expected = namesIn(six, answerTo(six.conversations, asked));

    await check('LIST-COMBINE-01', 'the next one within the bound', async () => {
      needsFilter(six);
      await eventually(async () =>
        expect(namesIn(six, idsIn(await api.conversations.list({ ...six.narrow, ...asked })))).toEqual(
          expected,
        ),
      );
    });
  },
);
