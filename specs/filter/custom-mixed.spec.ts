/**
 * Each key of a filter has an operator of its own. JavaScript SDK reference: conversation filter, which the Conversations
 * page refers to.
 */
import { refused } from '../../fixtures/client/exchange.ts';
import { byCustom } from '../../fixtures/client/filter.ts';
import { needsCustom, setOf } from '../../fixtures/lists/answers.ts';
import { flagKey, keyOf } from '../../fixtures/lists/custom.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import type { FilterTest } from '../model/lists.ts';
import { matching, testsFor, type Tests, type TestsFor } from './asked.ts';

const mixed: Readonly<Record<string, TestsFor<readonly [Tests, Tests]>>> = {
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

for (const [what, partsFor] of Object.entries(mixed))
  test(
    `filtering by ${what}`,
    covers('FILTER-CUSTOM-05'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const parts = testsFor(six, partsFor);
      const list = (asked: Tests) => api.conversations.list({ ...byCustom(asked), limit: pageSize });
      // What each of the two answers alone is judged elsewhere; where one of them does not work, this is not.
      const alone = await Promise.all(parts.map(list));
      const work = alone.map(
        (answer, part) =>
          !refused(answer) && setOf(six, idsIn(answer)).join() === matching(six, parts[part] ?? {}).join(),
      );

      const both = { ...parts[0], ...parts[1] };
      await check('FILTER-CUSTOM-05', 'exactly the conversations that match both', async () => {
        if (work.includes(false)) throw new NotApplicable('one of the two alone does not work');
        await eventually(async () =>
          expect(setOf(six, idsIn(await list(both)))).toEqual(matching(six, both)),
        );
      });
    },
  );

/** What a filter may ask of a key so that a conversation without that key matches. */
const matchedWithoutKey: Readonly<Record<string, FilterTest>> = {
  'another value': ['!=', 'red'],
  'none of several values': ['!oneOf', ['red', 'blue']],
  'a key that does not exist': '!exists',
};

for (const [what, asked] of Object.entries(matchedWithoutKey))
  test(
    `filtering by ${what}, and by the value of another key, where a conversation has only that other key`,
    covers('FILTER-CUSTOM-05'),
    async ({ api, given, check, eventually }) => {
      const [missingKey, key] = [keyOf(given.newId()), keyOf(given.newId())];
      const { id } = await given.conversation({ custom: { [key]: 'round' } });
      const found = async (filter: Tests) =>
        idsIn(await api.conversations.list({ ...byCustom(filter), orderBy: 'createdAt', limit: pageSize }));
      // That a conversation without the key matches is judged elsewhere, and is no MUST.
      await given.applicableIf(
        async () => expect(await found({ [missingKey]: asked })).toContain(id),
        `filtering by ${what} alone does not find it`,
      );

      await check('FILTER-CUSTOM-05', 'it is found, since it matches both', () =>
        eventually(async () =>
          expect(await found({ [missingKey]: asked, [key]: ['==', 'round'] })).toEqual([id]),
        ),
      );
    },
  );

test('filtering by five keys', covers('FILTER-CUSTOM-05'), async ({ api, given, check, eventually }) => {
  const keys = [1, 2, 3, 4, 5].map(() => keyOf(given.newId()));
  const custom = Object.fromEntries(keys.map((key) => [key, 'red']));
  const { id } = await given.conversationIfTaken({ custom }, 'so many keys');
  await given.holds(
    'a filter finds it by one of them',
    async () =>
      expect(idsIn(await api.conversations.list(byCustom({ [String(keys[0])]: ['==', 'red'] })))).toEqual([
        id,
      ]),
    'FILTER-CUSTOM-01',
  );
  const found = async (mismatchedKey?: string) => {
    const tests = keys.map((key): [string, FilterTest] => [
      key,
      ['==', key === mismatchedKey ? 'blue' : 'red'],
    ]);
    const answer = await api.conversations.list(byCustom(Object.fromEntries(tests)));
    // How many keys a filter may have is not documented.
    if (refused(answer)) throw new NotApplicable('the target refuses so many keys in a filter');
    return idsIn(answer);
  };

  await check('FILTER-CUSTOM-05', 'a conversation that has all five values is found', () =>
    eventually(async () => expect(await found()).toEqual([id])),
  );
  for (const [index, key] of keys.entries())
    await check('FILTER-CUSTOM-05', `none is found by another value of key ${index + 1}`, () =>
      eventually(async () => expect(await found(key)).toEqual([])),
    );
});

test(
  'filtering by two keys, each with !=',
  covers('FILTER-CUSTOM-05'),
  async ({ api, given, check, eventually }) => {
    const [mark, colour, shape] = [1, 2, 3].map(() => keyOf(given.newId()));
    if (!mark || !colour || !shape) throw new Error('three keys');
    const create = (colourValue: string, shapeValue: string) =>
      given.conversation({ custom: { [mark]: 'here', [colour]: colourValue, [shape]: shapeValue } });
    const matching = await create('blue', 'round');
    const redOne = await create('red', 'round');
    const squareOne = await create('blue', 'square');
    const found = async (asked: Tests) =>
      idsIn(await api.conversations.list(byCustom({ [mark]: ['==', 'here'], ...asked })));
    // That filters know != is no MUST.
    for (const [asked, other] of [
      [{ [colour]: ['!=', 'red'] }, squareOne],
      [{ [shape]: ['!=', 'square'] }, redOne],
    ] as const)
      await given.applicableIf(
        async () => expect((await found(asked)).sort()).toEqual([matching.id, other.id].sort()),
        'filtering by != alone does not work',
      );

    await check('FILTER-CUSTOM-05', 'exactly the conversation that has neither value', () =>
      eventually(async () =>
        expect(await found({ [colour]: ['!=', 'red'], [shape]: ['!=', 'square'] })).toEqual([matching.id]),
      ),
    );
  },
);
