/** A filter by custom data answers the conversations that match, and no others. Conversations page: filter. */
import { refused } from '../../fixtures/client/exchange.ts';
import { byCustom } from '../../fixtures/client/filter.ts';
import { flagKey } from '../../fixtures/lists/custom.ts';
import { needsCustom, setOf } from '../../fixtures/lists/answers.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { matching, testsFor, type Tests, type TestsFor } from './asked.ts';

const filters: readonly (readonly [requirement: string, what: string, tests: TestsFor])[] = [
  ['FILTER-CUSTOM-01', 'a value', (value) => ({ colour: ['==', value('red')] })],
  ['FILTER-CUSTOM-01', 'a value in capitals', (value) => ({ colour: ['==', value('RED')] })],
  ['FILTER-CUSTOM-01', 'a value under a key in another case', (value) => ({ Colour: ['==', value('red')] })],
  [
    'FILTER-CUSTOM-03',
    'any of three values',
    (value) => ({ colour: ['oneOf', ['red', 'redder', 'blue'].map(value)] }),
  ],
  ['FILTER-CUSTOM-03', 'any of one value', (value) => ({ colour: ['oneOf', [value('red')]] })],
  ['FILTER-CUSTOM-04', 'a key that exists', (_, marker) => ({ [flagKey(marker)]: 'exists' })],
  [
    'FILTER-CUSTOM-05',
    'two keys',
    (value) => ({ shape: ['==', value('round')], size: ['==', value('big')] }),
  ],
  [
    'FILTER-CUSTOM-05',
    'two keys, of which nothing has both',
    (value) => ({ colour: ['==', value('RED')], shape: ['==', value('round')] }),
  ],
  [
    'FILTER-CUSTOM-05',
    'three keys',
    (value) => ({
      shape: ['==', value('round')],
      size: ['==', value('big')],
      colour: ['==', value('blue')],
    }),
  ],
  ['FILTER-CUSTOM-06', 'a value that nothing has', (value) => ({ colour: ['==', value('green')] })],
];

for (const [requirement, what, tests] of filters)
  test(`filtering by ${what}`, covers(requirement), async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    await needsCustom(six, given);
    const asked = testsFor(six, tests);

    await check(requirement, 'exactly the conversations that match', () =>
      eventually(async () => {
        const answer = await api.conversations.list({ ...byCustom(asked), limit: pageSize });
        expect(setOf(six, idsIn(answer))).toEqual(matching(six, asked));
      }),
    );
  });

test(
  'filtering by any of fifteen values',
  covers('FILTER-CUSTOM-03'),
  async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    await needsCustom(six, given);
    const others = Array.from({ length: 14 }, (_, index) => `colour ${index}`);
    const asked = testsFor(six, (value): Tests => ({ colour: ['oneOf', [...others, 'red'].map(value)] }));

    await check('FILTER-CUSTOM-03', 'exactly the conversations that match', () =>
      eventually(async () => {
        const answer = await api.conversations.list({ ...byCustom(asked), limit: pageSize });
        // How many there may be is not documented.
        if (refused(answer)) throw new NotApplicable('the target refuses so many values');
        expect(setOf(six, idsIn(answer))).toEqual(matching(six, asked));
      }),
    );
  },
);
