/**
 * Filters that foreign conversations match as well: those that leave some out, and those that leave out nothing.
 * Conversations page: filter; JavaScript SDK reference: conversation filter.
 */
import { byCustom, filterBy } from '../../fixtures/client/filter.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { namesOf, needsCustom, ownIn } from '../../fixtures/lists/answers.ts';
import { flagKey, keyOf } from '../../fixtures/lists/custom.ts';
import { idsListed } from '../../fixtures/lists/listed.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { matching, testsFor, type TestsFor } from './asked.ts';

const filters: readonly (readonly [requirement: string, what: string, tests: TestsFor])[] = [
  ['FILTER-CUSTOM-02', 'another value than this one', (value) => ({ colour: ['!=', value('red')] })],
  [
    'FILTER-CUSTOM-03',
    'none of three values',
    (value) => ({ colour: ['!oneOf', ['red', 'redder', 'blue'].map(value)] }),
  ],
  ['FILTER-CUSTOM-03', 'none of one value', (value) => ({ colour: ['!oneOf', [value('red')]] })],
  ['FILTER-CUSTOM-04', 'a key that does not exist', (_, marker) => ({ [flagKey(marker)]: '!exists' })],
  // Objects have these by themselves in some languages.
  ['FILTER-CUSTOM-04', 'constructor as a key that exists', () => ({ constructor: 'exists' as const })],
  [
    'FILTER-CUSTOM-04',
    'constructor as a key that does not exist',
    () => ({ constructor: '!exists' as const }),
  ],
  ['FILTER-CUSTOM-04', 'toString as a key that exists', () => ({ toString: 'exists' as const })],
];

for (const [requirement, what, tests] of filters)
  test(`filtering by ${what}`, covers(requirement), async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    await needsCustom(six, given);
    const asked = testsFor(six, tests);
    const wanted = matching(six, asked);

    await check(requirement, 'all conversations that match, and no others', () =>
      eventually(async () =>
        expect(await ownIn(six, api.conversations.list, byCustom(asked), wanted)).toEqual(wanted),
      ),
    );
  });

test('filtering by nothing', covers('FILTER-CUSTOM-06'), async ({ api, check, eventually, shared }) => {
  const six = await shared();

  await check('FILTER-CUSTOM-06', '{} leaves nothing out', () =>
    eventually(async () => {
      const all = namesOf([...six.conversations.keys()]);
      expect(await ownIn(six, api.conversations.list, filterBy({}), all)).toEqual(all);
    }),
  );
});

for (const [requirement, what, asked] of [
  ['FILTER-CUSTOM-02', 'another value', ['!=', 'red']],
  ['FILTER-CUSTOM-02', 'another value than an empty one', ['!=', '']],
  ['FILTER-CUSTOM-03', 'none of several values', ['!oneOf', ['red', 'blue']]],
  ['FILTER-CUSTOM-03', 'none of several values, one of them empty', ['!oneOf', ['red', '']]],
  ['FILTER-CUSTOM-04', 'a key that does not exist', '!exists'],
] as const)
  test(
    `filtering by ${what}: a conversation without custom data`,
    covers(requirement),
    async ({ api, given, check, eventually }) => {
      const key = keyOf(given.newId());
      const { id } = await given.conversation();

      await check(requirement, 'it is found, since it has no such key', () =>
        eventually(async () => {
          const list = (page: Query) => api.conversations.list(page);
          const query = { ...byCustom({ [key]: asked }), orderBy: 'createdAt' };
          expect(await idsListed(list, [id], query)).toEqual([id]);
        }),
      );
    },
  );
