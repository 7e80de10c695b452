/**
 * Each key of a filter has an operator of its own, and each part of a compound filter counts. JavaScript SDK reference:
 * conversation filter, which the Conversations page refers to.
 */
import { refused } from '../../fixtures/client/exchange.ts';
import { byCustom, filterBy } from '../../fixtures/client/filter.ts';
import { needsCustom, setOf } from '../../fixtures/lists/answers.ts';
import { flagKey, keyOf, valueOf } from '../../fixtures/lists/custom.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { inOrder } from '../../fixtures/lists/shared-lists.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { matchesFilter, type FilterTest } from '../model/lists.ts';

type Tests = Readonly<Record<string, FilterTest>>;
/** Each value, or the key itself, is one that only the shared conversations have; fixtures/lists/custom.ts lists them. */
type Parts = (value: (word: string) => string, marker: string) => readonly [Tests, Tests];

const mixed: Readonly<Record<string, Parts>> = {
  'a value, and any of several': (value) => [
    { shape: ['==', value('round')] },
    { size: ['oneOf', [value('big'), value('middling')]] },
  ],
  'any of several values, and one': (value) => [
    { size: ['oneOf', [value('big'), value('middling')]] },
    { shape: ['==', value('round')] },
  ],
  'a key that exists, and a value': (value, marker) => [
    { [flagKey(marker)]: 'exists' },
    { size: ['==', value('big')] },
  ],
  'a value, and a key that exists': (value, marker) => [
    { size: ['==', value('big')] },
    { [flagKey(marker)]: 'exists' },
  ],
};

for (const [what, partsOf] of Object.entries(mixed))
  test(
    `filtering by ${what}`,
    covers('FILTER-CUSTOM-05'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const parts = partsOf((word) => valueOf(six.marker, word), six.marker);
      const list = (asked: Tests) => api.conversations.list({ ...byCustom(asked), limit: pageSize });
      const matching = (asked: Tests): string[] => {
        const ids = six.conversations.filter((one) => matchesFilter(one, asked)).map(({ id }) => id);
        return setOf(six, ids);
      };

      const alone = await Promise.all(parts.map(list));
      const both = { ...parts[0], ...parts[1] };
      const isRead = alone.every(
        (answer, part) =>
          !refused(answer) && setOf(six, idsIn(answer)).join() === matching(parts[part] ?? {}).join(),
      );

      await check('FILTER-CUSTOM-05', 'exactly the conversations that match both', async () => {
        if (!isRead) throw new NotApplicable('what the two answer alone is judged elsewhere');
        await eventually(async () => expect(setOf(six, idsIn(await list(both)))).toEqual(matching(both)));
      });
    },
  );

const leftOut = {
  'another value': ['!=', 'red'],
  'none of several values': ['!oneOf', ['red', 'blue']],
  'a key that does not exist': '!exists',
} as const;

for (const [what, test_] of Object.entries(leftOut))
  test(
    `filtering by ${what}, and a value: a conversation that has only the second key`,
    covers('FILTER-CUSTOM-05'),
    async ({ api, given, check, eventually }) => {
      const [absent, present] = [keyOf(given.newId()), keyOf(given.newId())];
      const { id } = await given.conversation({ custom: { [present]: 'round' } });

      await check('FILTER-CUSTOM-05', 'it is found, since it matches both', () =>
        eventually(async () => {
          const asked: Tests = { [absent]: test_, [present]: ['==', 'round'] };
          expect(idsIn(await api.conversations.list({ ...byCustom(asked), limit: pageSize }))).toEqual([id]);
        }),
      );
    },
  );

const words = {
  'two parts': ['round', 'RED'],
  'two parts, of which nothing matches the first': ['oval', 'RED'],
  'two parts, of which nothing matches the second': ['RED', 'oval'],
  'three parts': ['blue', 'RED', 'square'],
} as const;

for (const [what, some] of Object.entries(words))
  test(
    `filtering by any of ${what}`,
    covers('FILTER-CUSTOM-08'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const keyFor = (word: string) => (['round', 'square', 'oval'].includes(word) ? 'shape' : 'colour');
      const parts = some.map((word): Tests => ({ [keyFor(word)]: ['==', valueOf(six.marker, word)] }));
      const matching = six.conversations.filter((one) => parts.some((part) => matchesFilter(one, part)));

      await check('FILTER-CUSTOM-08', 'exactly the conversations that match one of them', () =>
        eventually(async () => {
          const filter = filterBy(['any', parts.map((custom) => ({ custom }))]);
          const answer = await api.conversations.list({ ...filter, limit: pageSize });
          if (refused(answer)) throw new NotApplicable('the target refuses compound filters');
          const ids = matching.map(({ id }) => id);
          expect(setOf(six, idsIn(answer))).toEqual(setOf(six, ids));
        }),
      );
    },
  );

test(
  'filtering by any of two parts that both match',
  covers('FILTER-CUSTOM-08'),
  async ({ api, given, check, eventually }) => {
    const [one, other] = [keyOf(given.newId()), keyOf(given.newId())];
    const { id } = await given.conversation({ custom: { [one]: 'red', [other]: 'round' } });

    await check('FILTER-CUSTOM-08', 'the conversation is listed once', () =>
      eventually(async () => {
        const parts: Tests[] = [{ [one]: ['==', 'red'] }, { [other]: ['==', 'round'] }];
        const filter = filterBy(['any', parts.map((custom) => ({ custom }))]);
        const answer = await api.conversations.list({ ...filter, limit: pageSize });
        if (refused(answer)) throw new NotApplicable('the target refuses compound filters');
        expect(idsIn(answer)).toEqual([id]);
      }),
    );
  },
);

test(
  'filtering by any of two parts, with lastMessageAfter',
  covers('FILTER-CUSTOM-08'),
  async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    await needsCustom(six, given);
    const parts = ['round', 'square'].map((word): Tests => ({ shape: ['==', valueOf(six.marker, word)] }));
    const either = six.conversations.filter((one) => parts.some((part) => matchesFilter(one, part)));
    const [, , third] = inOrder(either, { orderDirection: 'ASC' });
    const lastMessageAfter = (third?.lastMessageAt ?? 0) - 1;
    const wanted = either.filter(({ lastMessageAt }) => lastMessageAt > lastMessageAfter);

    await check('FILTER-CUSTOM-08', 'those of either part whose last message is later', () =>
      eventually(async () => {
        const filter = filterBy(['any', parts.map((custom) => ({ custom }))]);
        const answer = await api.conversations.list({ ...filter, lastMessageAfter, limit: pageSize });
        if (refused(answer)) throw new NotApplicable('the target refuses compound filters');
        const ids = wanted.map(({ id }) => id);
        expect(setOf(six, idsIn(answer))).toEqual(setOf(six, ids));
      }),
    );
  },
);
