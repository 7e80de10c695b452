/**
 * A filter combines with limits, cursors, bounds, orders and offsetTs. Conversations page: filters can be combined together
 * with limits and cursors. Every pair of parameters is judged in specs/list.
 */
import { byValues } from '../../fixtures/client/filter.ts';
import { namesIn, needsCustom, needsFilter, setOf } from '../../fixtures/lists/answers.ts';
import { valueOf } from '../../fixtures/lists/custom.ts';
import {
  answerTo,
  justAfterLastMessage,
  justBeforeLastMessage,
  timeBeside,
  type Asked,
} from '../../fixtures/lists/expected.ts';
import {
  orders,
  type SharedConversation,
  type SharedConversations,
} from '../../fixtures/lists/shared-lists.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize, walk } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** What three of the six conversations are found by, which have others between them in every order. */
function roundOnes({ conversations, marker }: SharedConversations) {
  const custom = { shape: valueOf(marker, 'round') };
  return { custom, round: conversations.filter((one) => one.custom['shape'] === custom.shape) };
}

/** Orders, and page sizes for three matches. */
for (const [name, limit] of [
  ['lastActivity DESC', 2],
  ['lastActivity DESC', 3],
  ['lastActivity ASC', 2],
  ['createdAt DESC', 1],
  ['createdAt ASC', 2],
] as const)
  test(
    `walking through what a filter finds by ${name}, ${limit} a page`,
    covers('FILTER-COMBINE-01'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const { custom } = roundOnes(six);
      const query = { ...byValues(custom), ...orders[name], limit };
      const wanted = answerTo(six.conversations, { custom });

      await check('FILTER-COMBINE-01', 'each match is visited once', async () => {
        needsFilter(six);
        await eventually(async () => {
          const walked = await walk(api.conversations.list, query);
          expect(setOf(six, walked.ids)).toEqual(setOf(six, wanted));
          expect(Math.max(...walked.pages.map(({ length }) => length))).toBeLessThanOrEqual(limit);
        });
      });
    },
  );

for (const [name, order] of Object.entries(orders))
  test(
    `a filter with orderBy and orderDirection, ${name}`,
    covers('FILTER-COMBINE-02'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const { custom } = roundOnes(six);
      const wanted = answerTo(six.conversations, { custom, ...order });

      await check('FILTER-COMBINE-02', 'the matches, in that order', () =>
        eventually(async () => {
          const answer = await api.conversations.list({ ...byValues(custom), ...order, limit: pageSize });
          expect(namesIn(six, idsIn(answer))).toEqual(namesIn(six, wanted));
        }),
      );
    },
  );

type Bounds = Pick<Asked, 'lastMessageAfter' | 'lastMessageBefore'>;

/** After the last message of the first of three, before that of the third, and both. */
const bounds: Readonly<Record<string, (three: readonly SharedConversation[]) => Bounds>> = {
  lastMessageAfter: (three) => ({ lastMessageAfter: justAfterLastMessage(three, 'first') }),
  lastMessageBefore: (three) => ({
    lastMessageBefore: justBeforeLastMessage(three, 'third'),
  }),
  'both bounds': (three) => ({
    ...bounds['lastMessageAfter']?.(three),
    ...bounds['lastMessageBefore']?.(three),
  }),
};

for (const [what, boundsOf] of Object.entries(bounds))
  test(
    `a filter with ${what}`,
    covers('FILTER-COMBINE-02'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const { custom, round } = roundOnes(six);
      const within = boundsOf(round);
      const wanted = answerTo(six.conversations, { custom, ...within });

      await check('FILTER-COMBINE-02', 'the matches within the bounds, and no others', () =>
        eventually(async () => {
          const answer = await api.conversations.list({ ...byValues(custom), ...within, limit: pageSize });
          expect(setOf(six, idsIn(answer))).toEqual(setOf(six, wanted));
        }),
      );
    },
  );

for (const [name, order] of Object.entries(orders))
  test(
    `a filter with offsetTs, ${name}`,
    covers('FILTER-COMBINE-02'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const { custom, round } = roundOnes(six);
      const from = { ...order, offsetTs: timeBeside(round, order, 'second', 'before') };
      const wanted = answerTo(six.conversations, { custom, ...from });

      await check('FILTER-COMBINE-02', 'the matches from there on, and no others', () =>
        eventually(async () => {
          const answer = await api.conversations.list({ ...byValues(custom), ...from, limit: pageSize });
          expect(setOf(six, idsIn(answer))).toEqual(setOf(six, wanted));
        }),
      );
    },
  );
