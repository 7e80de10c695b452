/** What a target does with filters that the Conversations page refers to but does not show, or does not mention. */
import type { Query } from '../../fixtures/client/url.ts';
import { succeeded } from '../../fixtures/client/exchange.ts';
import { byCustom, filterBy } from '../../fixtures/client/filter.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { covers, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { inOrder } from '../../fixtures/lists/shared-lists.ts';
import { setOf } from '../../fixtures/lists/answers.ts';
import { having, valueOf, sharedKey } from '../../fixtures/lists/custom.ts';

interface Question {
  readonly about: string;
  readonly query: Query | string;
  /** What an answer means, by the names of the conversations in it. */
  readonly meanings: Readonly<Record<string, string>>;
}

test(
  'filters that are not documented here',
  covers('FILTER-SILENT-01'),
  async ({ api, given, survey, shared }) => {
    given.claimed('filters');
    const six = await shared();
    const custom = { [sharedKey]: ['==', six.marker] };
    const byCreation = inOrder(six.conversations, { orderBy: 'createdAt', orderDirection: 'ASC' });
    const byMessage = inOrder(six.conversations, { orderBy: 'lastActivity', orderDirection: 'ASC' });
    const created = (index: number): number => byCreation[index]?.createdAt ?? 0;
    const names = (conversations: readonly { readonly id: string }[]): string =>
      setOf(
        six,
        conversations.map(({ id }) => id),
      ).join(' ');
    const those = (indexes: readonly number[]): string =>
      names(indexes.flatMap((index) => six.conversations[index] ?? []));
    const everything = { [names(six.conversations)]: 'ignored' };
    const round = having('shape', (word) => word === 'round');
    const big = having('size', (word) => word === 'big');
    const [byRound, byBig] = [
      byCustom({ shape: ['==', valueOf(six.marker, 'round')] }).filter,
      byCustom({ size: ['==', valueOf(six.marker, 'big')] }).filter,
    ];
    const between = byCreation.slice(2, 4);

    const questions: readonly Question[] = [
      {
        about: 'subject',
        query: filterBy({ custom, subject: ['==', 'a subject of none of them'] }),
        meanings: { '': 'filtered', ...everything },
      },
      {
        about: 'createdAt',
        query: filterBy({ custom, createdAt: ['>', created(2)] }),
        meanings: { [names(byCreation.slice(3))]: 'filtered', ...everything },
      },
      {
        about: 'lastMessageTs',
        query: filterBy({ custom, lastMessageTs: ['>', byMessage[2]?.lastMessageAt] }),
        meanings: { [names(byMessage.slice(3))]: 'filtered', ...everything },
      },
      {
        about: 'hasMessages',
        query: filterBy({ custom, hasMessages: false }),
        meanings: { '': 'filtered', ...everything },
      },
      {
        about: '["any", [...]]',
        query: filterBy(['any', [JSON.parse(byRound), JSON.parse(byBig)]]),
        meanings: { [those([...new Set([...round, ...big])])]: 'filtered', ...everything },
      },
      {
        about: 'the bounds of between',
        query: filterBy({ custom, createdAt: ['between', [created(1), created(4)]] }),
        meanings: {
          [names(between)]: 'both exclusive',
          [names([...byCreation.slice(1, 2), ...between])]: 'lower inclusive, upper exclusive',
          [names([...between, ...byCreation.slice(4, 5)])]: 'lower exclusive, upper inclusive',
          [names(byCreation.slice(1, 5))]: 'both inclusive',
          ...everything,
        },
      },
      {
        about: 'oneOf []',
        query: filterBy({ custom: { ...custom, colour: ['oneOf', []] } }),
        meanings: { '': 'matches nothing', ...everything },
      },
      {
        about: 'an unknown field',
        query: filterBy({ custom, favouriteColour: ['==', 'red'] }),
        meanings: { '': 'matches nothing', ...everything },
      },
      {
        about: 'a filter given twice',
        query: { filter: [byRound, byBig] },
        meanings: {
          [those(round)]: 'the first counts',
          [those(big)]: 'the last counts',
          [those(round.filter((index) => big.includes(index)))]: 'both count',
          ...everything,
        },
      },
      {
        about: 'unencoded braces and quotes',
        query: `?filter=${filterBy({ custom }).filter}&limit=${pageSize}`,
        meanings: { [names(six.conversations)]: 'filtered' },
      },
    ];

    for (const { about, query, meanings } of questions)
      await survey('FILTER-SILENT-01', about, async () => {
        const sent =
          typeof query === 'string' ? { rawQuery: query } : { query: { ...query, limit: pageSize } };
        const answer = await api.call('listConversations', {}, { ...sent, deliberate: true });
        if (!succeeded(answer)) return String(answer.status);
        const seen = setOf(six, idsIn(answer)).join(' ');
        return `200, ${Object.hasOwn(meanings, seen) ? meanings[seen] : 'something else'}`;
      });
  },
);
