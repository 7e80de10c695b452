/**
 * A filter narrows a list that is bounded by last messages as well. Conversations page: filter, beside the other parameters.
 * That it combines with limit, startingAfter, offsetTs and the orders is judged where pages are, which are filtered.
 */
import { byCustom } from '../../fixtures/client/filter.ts';
import { HarnessError } from '../../fixtures/scenario/outcome.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { inOrder, type SharedConversation } from '../../fixtures/lists/shared-lists.ts';
import { needsCustom, patience, setOf } from '../../fixtures/lists/answers.ts';
import { having, valueOf } from '../../fixtures/lists/custom.ts';

test(
  'a filter combines with bounds',
  covers('FILTER-COMBINE-02'),
  async ({ api, check, eventually, given, shared }) => {
    given.claimed('filters');
    given.claimed('messages');
    const six = await shared();
    await needsCustom(six, given);
    const round = having('shape', (word) => word === 'round').flatMap(
      (index) => six.conversations[index] ?? [],
    );
    const [early, middle, late] = inOrder(round, { orderDirection: 'ASC' });
    if (!early || !middle || !late) throw new HarnessError('three of the shared conversations are round');
    const names = (...conversations: readonly SharedConversation[]): string[] =>
      setOf(
        six,
        conversations.map(({ id }) => id),
      );

    // Between the bounds stands one that the filter leaves out as well.
    const bounds = { lastMessageAfter: early.lastMessageAt + 1, lastMessageBefore: late.lastMessageAt - 1 };
    const filter = byCustom({ shape: ['==', valueOf(six.marker, 'round')] });
    const answer = await lastReading(
      patience(six, eventually),
      () => api.conversations.list({ ...filter, ...bounds, limit: pageSize }),
      (reading) => expect(setOf(six, idsIn(reading))).toEqual(names(middle)),
    );

    for (const [bound, other] of [
      ['lastMessageAfter', late],
      ['lastMessageBefore', early],
    ] as const)
      await check('FILTER-COMBINE-02', `with ${bound}, beside another bound`, () => {
        // What is on the far side of the other bound is told by the other claim.
        const seen = setOf(
          six,
          idsIn(answer).filter((id) => id !== other.id),
        );
        expect(seen).toEqual(names(middle));
      });
  },
);
