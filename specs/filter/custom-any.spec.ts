/**
 * A compound filter finds what any of its parts matches. JavaScript SDK reference: conversation filter, which the
 * Conversations page refers to.
 */
import type { Api } from '../../fixtures/client/api.ts';
import { refused, type Exchange } from '../../fixtures/client/exchange.ts';
import { byCustom } from '../../fixtures/client/filter.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { needsCustom, ownIn, setOf } from '../../fixtures/lists/answers.ts';
import { flagKey, keyOf } from '../../fixtures/lists/custom.ts';
import { answerTo, justBeforeLastMessage } from '../../fixtures/lists/expected.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize, walk } from '../../fixtures/reading/walk.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { matchesFilter, type FilterTest } from '../model/lists.ts';
import { anyOf, equal, matching, type Tests } from './asked.ts';

/**
 * Lists what any of these parts finds. A target may refuse compound filters, which the page does not name; where it takes
 * them, it has to go on with a cursor, as with every filter.
 */
function listing(api: Api, parts: readonly Tests[]) {
  return async (query: Query): Promise<Exchange> => {
    const answer = await api.conversations.list({ ...anyOf(parts), ...query });
    if (refused(answer) && query['startingAfter'] === undefined)
      throw new NotApplicable('the target refuses compound filters');
    return answer;
  };
}

/** Keys and words of a compound filter; nothing is oval, and nothing both square and blue. */
const compounds: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'two parts': [{ shape: 'round' }, { colour: 'RED' }],
  'two parts, of which nothing matches the first': [{ shape: 'oval' }, { colour: 'RED' }],
  'two parts, of which nothing matches the second': [{ colour: 'RED' }, { shape: 'oval' }],
  'three parts': [{ colour: 'blue' }, { colour: 'RED' }, { shape: 'square' }],
  'two parts, the first of which has two keys': [{ shape: 'round', size: 'big' }, { colour: 'RED' }],
  'two parts, the second of which has two keys': [{ colour: 'RED' }, { size: 'small', shape: 'round' }],
  'two parts, one of which has two keys that nothing matches together': [
    { shape: 'square', colour: 'blue' },
    { colour: 'RED' },
  ],
};

for (const [what, words] of Object.entries(compounds))
  test(
    `filtering by any of ${what}`,
    covers('FILTER-CUSTOM-08'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const parts = words.map((part) => equal(six, part));

      await check('FILTER-CUSTOM-08', 'exactly the conversations that match one of them', () =>
        eventually(async () => {
          const answer = await listing(api, parts)({ limit: pageSize });
          expect(setOf(six, idsIn(answer))).toEqual(matching(six, ...parts));
        }),
      );
    },
  );

/** What a first part asks of a key that three of the six have, as `yes`; and the requirement that judges it alone. */
const firstParts: Readonly<Record<string, { readonly asked: FilterTest; readonly requirement: string }>> = {
  '!=': { asked: ['!=', 'yes'], requirement: 'FILTER-CUSTOM-02' },
  '!oneOf': { asked: ['!oneOf', ['yes', 'no']], requirement: 'FILTER-CUSTOM-03' },
  '!exists': { asked: '!exists', requirement: 'FILTER-CUSTOM-04' },
};

for (const [operator, { asked, requirement }] of Object.entries(firstParts))
  test(
    `filtering by any of two parts, the first with ${operator}, where nothing matches the second`,
    covers('FILTER-CUSTOM-08'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      await needsCustom(six, given);
      const first: Tests = { [flagKey(six.marker)]: asked };
      const second = equal(six, { shape: 'oval' });
      const wanted = matching(six, first);
      await given.holds(
        'the first part alone finds what it has to',
        async () =>
          expect(await ownIn(six, given.api.conversations.list, byCustom(first), wanted)).toEqual(wanted),
        requirement,
      );

      await check('FILTER-CUSTOM-08', 'both together find exactly what the first finds alone', () =>
        eventually(async () =>
          expect(await ownIn(six, listing(api, [first, second]), {}, wanted)).toEqual(wanted),
        ),
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
        expect(idsIn(await listing(api, parts)({ limit: pageSize }))).toEqual([id]);
      }),
    );
  },
);

test(
  'filtering by any of two parts, with lastMessageAfter',
  covers('FILTER-CUSTOM-08'),
  async ({ api, given, check, eventually, shared }) => {
    given.unlessDisclaimed('messages');
    const six = await shared();
    await needsCustom(six, given);
    const parts = ['round', 'square'].map((shape) => equal(six, { shape }));
    const either = six.conversations.filter((one) => parts.some((part) => matchesFilter(one, part)));
    const lastMessageAfter = justBeforeLastMessage(either, 'third');
    const wanted = answerTo(either, { lastMessageAfter });

    await check('FILTER-CUSTOM-08', 'those of either part whose last message is later', () =>
      eventually(async () => {
        const answer = await listing(api, parts)({ lastMessageAfter, limit: pageSize });
        expect(setOf(six, idsIn(answer))).toEqual(setOf(six, wanted));
      }),
    );
  },
);

test(
  'walking through what any of two parts finds, one a page',
  covers('FILTER-CUSTOM-08'),
  async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    await needsCustom(six, given);
    const parts = ['round', 'square'].map((shape) => equal(six, { shape }));
    await given.holds(
      'each part can be walked through',
      async () => {
        for (const part of parts) {
          const { ids } = await walk(api.conversations.list, { ...byCustom(part), limit: 1 });
          expect(setOf(six, ids)).toEqual(matching(six, part));
        }
      },
      'FILTER-COMBINE-01',
    );

    await check('FILTER-CUSTOM-08', 'each match is visited once', () =>
      eventually(async () => {
        const walked = await walk(listing(api, parts), { limit: 1 });
        expect(setOf(six, walked.ids)).toEqual(matching(six, ...parts));
      }),
    );
  },
);
