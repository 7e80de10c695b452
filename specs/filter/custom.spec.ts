/** A filter by custom data answers the conversations that match, and no others. Conversations page: filter. */
import type { Query } from '../../fixtures/client/url.ts';
import { byCustom, filterBy, type CustomTest } from '../../fixtures/client/filter.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { namesOf, needsCustom, ownIn, patience, setOf } from '../../fixtures/lists/answers.ts';
import { flagged, flagKey, having, valueOf } from '../../fixtures/lists/custom.ts';

interface Case {
  readonly requirement: string;
  readonly claim: string;
  readonly custom: Readonly<Record<string, CustomTest>>;
  /** Positions of the conversations that match. */
  readonly matches: readonly number[];
}

const all = [0, 1, 2, 3, 4, 5];
const withFlag = all.filter((index) => flagged[index]);

/** Filters that no conversation outside the shared can match: each value, or the key itself, names the shared. */
function ownCases(marker: string): readonly Case[] {
  const value = (word: string): string => valueOf(marker, word);
  const some = ['red', 'redder', 'blue'];
  return [
    ...['red', 'RED', 'redder'].map((word) => ({
      requirement: 'FILTER-CUSTOM-01',
      claim: `== ${word} answers exactly the conversation with that value`,
      custom: { colour: ['==', value(word)] as const },
      matches: having('colour', (each) => each === word),
    })),
    {
      requirement: 'FILTER-CUSTOM-03',
      claim: 'oneOf answers those with the first, the middle and the last of the values',
      custom: { colour: ['oneOf', some.map(value)] },
      matches: having('colour', (each) => each !== undefined && some.includes(each)),
    },
    {
      requirement: 'FILTER-CUSTOM-04',
      claim: 'exists answers those with the key',
      custom: { [flagKey(marker)]: 'exists' },
      matches: withFlag,
    },
    {
      requirement: 'FILTER-CUSTOM-05',
      claim: 'two keys must both match',
      custom: { shape: ['==', value('round')], size: ['==', value('big')] },
      matches: having('shape', (each) => each === 'round').filter((index) =>
        having('size', (each) => each === 'big').includes(index),
      ),
    },
    {
      requirement: 'FILTER-CUSTOM-06',
      claim: 'a value that nothing has is answered with an empty list',
      custom: { colour: ['==', value('green')] },
      matches: [],
    },
  ];
}

/** Filters that foreign conversations match as well. */
function sharedCases(marker: string): readonly Case[] {
  const value = (word: string): string => valueOf(marker, word);
  const none = ['red', 'redder', 'blue'];
  return [
    {
      requirement: 'FILTER-CUSTOM-02',
      claim: '!= answers those with another value and those without the key',
      custom: { colour: ['!=', value('red')] },
      matches: having('colour', (each) => each !== 'red'),
    },
    {
      requirement: 'FILTER-CUSTOM-03',
      claim: '!oneOf answers those with none of the values and those without the key',
      custom: { colour: ['!oneOf', none.map(value)] },
      matches: having('colour', (each) => each === undefined || !none.includes(each)),
    },
    {
      requirement: 'FILTER-CUSTOM-04',
      claim: '!exists answers those without the key',
      custom: { [flagKey(marker)]: '!exists' },
      matches: all.filter((index) => !withFlag.includes(index)),
    },
  ];
}

const rows = ['01', '02', '03', '04', '05', '06'].map((number) => `FILTER-CUSTOM-${number}`);

test('filtering by custom data', covers(...rows), async ({ api, check, eventually, given, shared }) => {
  given.claimed('filters');
  const six = await shared();
  await needsCustom(six, given);
  const patiently = patience(six, eventually);
  const list = (query: Query) => api.conversations.list(query);

  for (const { requirement, claim, custom, matches } of ownCases(six.marker))
    await check(requirement, claim, () =>
      patiently(async () => {
        const answer = await list({ ...byCustom(custom), limit: pageSize });
        expect(setOf(six, idsIn(answer))).toEqual(namesOf(matches));
      }),
    );

  for (const { requirement, claim, custom, matches } of sharedCases(six.marker))
    await check(requirement, claim, () =>
      patiently(async () => {
        const wanted = namesOf(matches);
        expect(await ownIn(six, list, byCustom(custom), wanted)).toEqual(wanted);
      }),
    );

  await check('FILTER-CUSTOM-06', '{} filters nothing', () =>
    patiently(async () => {
      expect(await ownIn(six, list, filterBy({}), namesOf(all))).toEqual(namesOf(all));
    }),
  );
});
