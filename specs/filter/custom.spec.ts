/** A filter by custom data answers the conversations that match, and no others. Conversations page: filter. */
import { byCustom } from '../../fixtures/client/filter.ts';
import { flagKey, keyOf, valueOf } from '../../fixtures/lists/custom.ts';
import { needsCustom, setOf } from '../../fixtures/lists/answers.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { matchesFilter, type FilterTest } from '../model/lists.ts';

/** Each value, or the key itself, is one that only the shared conversations have; fixtures/lists/custom.ts lists them. */
type Filter = (value: (word: string) => string, marker: string) => Readonly<Record<string, FilterTest>>;

/** More values than anybody looks for at once, none of which a conversation has. */
const others = Array.from({ length: 14 }, (_, index) => `colour ${index}`);

const filters: readonly (readonly [requirement: string, what: string, filter: Filter])[] = [
  ['FILTER-CUSTOM-01', 'a value', (value) => ({ colour: ['==', value('red')] })],
  ['FILTER-CUSTOM-01', 'a value in capitals', (value) => ({ colour: ['==', value('RED')] })],
  ['FILTER-CUSTOM-01', 'a value under a key in another case', (value) => ({ Colour: ['==', value('red')] })],
  [
    'FILTER-CUSTOM-03',
    'any of three values',
    (value) => ({ colour: ['oneOf', ['red', 'redder', 'blue'].map(value)] }),
  ],
  [
    'FILTER-CUSTOM-03',
    'any of fifteen values',
    (value) => ({ colour: ['oneOf', [...others.map(value), value('red')]] }),
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

for (const [requirement, what, filter] of filters)
  test(`filtering by ${what}`, covers(requirement), async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    await needsCustom(six, given);
    const asked = filter((word) => valueOf(six.marker, word), six.marker);
    const matching = six.conversations.filter((one) => matchesFilter(one, asked)).map(({ id }) => id);

    await check(requirement, 'exactly the conversations that match', () =>
      eventually(async () => {
        const answer = await api.conversations.list({ ...byCustom(asked), limit: pageSize });
        expect(setOf(six, idsIn(answer))).toEqual(setOf(six, matching));
      }),
    );
  });

/** Values that are easily taken for each other: the first is asked for. */
const lookAlikes: Readonly<
  Record<string, Readonly<Record<string, readonly [asked: string, other: string]>>>
> = {
  'values that could be patterns': {
    'an underscore': ['a_b', 'axb'],
    'a percent sign': ['a%b', 'a--b'],
    'an asterisk': ['a*b', 'a--b'],
    'a question mark': ['a?b', 'axb'],
    'a full stop': ['a.b', 'axb'],
  },
  'values that are almost the same': {
    'leading zeros': ['007', '7'],
    'digits after a point': ['7.0', '7'],
    'a space at the end': ['a ', 'a'],
    'a space in front': [' a', 'a'],
    'the word true': ['true', 'TRUE'],
  },
};

for (const [what, values] of Object.entries(lookAlikes))
  test(`filtering by ${what}`, covers('FILTER-CUSTOM-01'), async ({ api, given, check, eventually }) => {
    const stem = keyOf(given.newId());
    const entries = Object.entries(values).map(([name, pair], index) => ({
      name,
      pair,
      key: `${stem}x${index}`,
    }));
    const customOf = (which: 0 | 1) => Object.fromEntries(entries.map(({ key, pair }) => [key, pair[which]]));
    const { id } = await given.conversation({ custom: customOf(0) });
    await given.conversation({ custom: customOf(1) });

    for (const { name, key, pair } of entries)
      await check('FILTER-CUSTOM-01', `${name} stands for itself`, () =>
        eventually(async () => {
          const answer = await api.conversations.list(byCustom({ [key]: ['==', pair[0]] }));
          expect(idsIn(answer)).toEqual([id]);
        }),
      );
  });

test(
  'filtering by a key that exists with an empty value',
  covers('FILTER-CUSTOM-04'),
  async ({ api, given, check, eventually }) => {
    const key = keyOf(given.newId());
    const { id } = await given.conversation({ custom: { [key]: '' } });

    await check('FILTER-CUSTOM-04', 'the conversation with that key', () =>
      eventually(async () =>
        expect(idsIn(await api.conversations.list(byCustom({ [key]: 'exists' })))).toEqual([id]),
      ),
    );
  },
);

test(
  'filtering by any of several values that hold commas',
  covers('FILTER-CUSTOM-03'),
  async ({ api, given, check, eventually }) => {
    const key = keyOf(given.newId());
    const both = await given.conversation({ custom: { [key]: 'red,blue' } });
    await given.conversation({ custom: { [key]: 'red' } });

    await check('FILTER-CUSTOM-03', 'each value stands for itself', () =>
      eventually(async () => {
        const answer = await api.conversations.list(byCustom({ [key]: ['oneOf', ['red,blue', 'green']] }));
        expect(idsIn(answer)).toEqual([both.id]);
      }),
    );
  },
);
