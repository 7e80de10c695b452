/** A value of a filter stands for itself, and for nothing that looks alike. Conversations page: filter. */
import { refused } from '../../fixtures/client/exchange.ts';
import { byCustom } from '../../fixtures/client/filter.ts';
import { keyOf } from '../../fixtures/lists/custom.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Values that are easily taken for each other. */
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
    const { id } = await given.conversationIfTaken({ custom: { [key]: '' } }, 'an empty value');

    await check('FILTER-CUSTOM-04', 'the conversation with that key', () =>
      eventually(async () =>
        expect(idsIn(await api.conversations.list(byCustom({ [key]: 'exists' })))).toEqual([id]),
      ),
    );
  },
);

test(
  'filtering by any of several values, one of them empty',
  covers('FILTER-CUSTOM-03'),
  async ({ api, given, check, eventually }) => {
    const key = keyOf(given.newId());
    const red = await given.conversation({ custom: { [key]: 'red' } });
    await given.conversation();

    await check('FILTER-CUSTOM-03', 'conversations without the key are left out', () =>
      eventually(async () => {
        const answer = await api.conversations.list(byCustom({ [key]: ['oneOf', ['', 'red']] }));
        if (refused(answer)) throw new NotApplicable('the target refuses an empty value');
        expect(idsIn(answer)).toEqual([red.id]);
      }),
    );
  },
);

test('filtering by an empty value', covers('FILTER-CUSTOM-01'), async ({ api, given, check, eventually }) => {
  const key = keyOf(given.newId());
  const red = await given.conversation({ custom: { [key]: 'red' } });
  await given.conversation();
  const found = (value: string) => api.conversations.list(byCustom({ [key]: ['==', value] }));
  await given.holds(
    'it is found by its value',
    async () => expect(idsIn(await found('red'))).toEqual([red.id]),
    'FILTER-CUSTOM-01',
  );

  await check('FILTER-CUSTOM-01', 'neither a value nor a missing key is empty', () =>
    eventually(async () => {
      const answer = await found('');
      // Whether a value may be empty is not documented.
      if (refused(answer)) throw new NotApplicable('the target refuses an empty value');
      expect(idsIn(answer)).toEqual([]);
    }),
  );
});

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

for (const attribute of ['subject', 'photoUrl', 'id'] as const)
  test(
    `filtering by a key of custom that is named like the attribute ${attribute}`,
    covers('FILTER-CUSTOM-01'),
    async ({ api, given, check, eventually, data }) => {
      // A subject that nothing else has.
      const other = await given.conversation({ subject: given.newId(), photoUrl: data.photoUrl() });
      const value = String(other.before[attribute]);
      const { id } = await given.conversationIfTaken({ custom: { [attribute]: value } }, 'such keys');
      const list = () =>
        api.conversations.list({ ...byCustom({ [attribute]: ['==', value] }), orderBy: 'createdAt' });

      await check(
        'FILTER-CUSTOM-01',
        `the one with that value in custom, not the one with that ${attribute}`,
        () =>
          eventually(async () => {
            const answer = await list();
            // Which keys are allowed is not documented.
            if (refused(answer)) throw new NotApplicable('the target refuses such keys');
            const ids = idsIn(answer);
            expect(ids).toContain(id);
            expect(ids).not.toContain(other.id);
          }),
      );
    },
  );
