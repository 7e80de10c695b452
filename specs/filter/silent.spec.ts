/** What a target does with filters that the Conversations page refers to but does not show, or does not mention. */
import { succeeded } from '../../fixtures/client/exchange.ts';
import { byCustom, filterBy } from '../../fixtures/client/filter.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { setOf } from '../../fixtures/lists/answers.ts';
import { sharedKey, valueOf } from '../../fixtures/lists/custom.ts';
import {
  inOrder,
  type SharedConversation,
  type SharedConversations,
} from '../../fixtures/lists/shared-lists.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, test } from '../../fixtures/test.ts';

/** The shared conversations in two orders, and what they are found by. */
interface Known extends SharedConversations {
  readonly byCreation: readonly SharedConversation[];
  readonly byMessage: readonly SharedConversation[];
  /** The custom data that all six have. */
  readonly custom: Readonly<Record<string, readonly [string, string]>>;
  readonly round: (one: SharedConversation) => boolean;
  readonly big: (one: SharedConversation) => boolean;
}

interface Question {
  readonly query: Query | string;
  /** What an answer means, by the conversations in it. All six mean that the filter was ignored. */
  readonly meanings: Readonly<Record<string, readonly SharedConversation[]>>;
}

const questions: Readonly<Record<string, (known: Known) => Question>> = {
  subject: ({ custom }) => ({
    query: filterBy({ custom, subject: ['==', 'a subject of none of them'] }),
    meanings: { filtered: [] },
  }),
  createdAt: ({ custom, byCreation }) => ({
    query: filterBy({ custom, createdAt: ['>', byCreation[2]?.createdAt] }),
    meanings: { filtered: byCreation.slice(3) },
  }),
  lastMessageTs: ({ custom, byMessage }) => ({
    query: filterBy({ custom, lastMessageTs: ['>', byMessage[2]?.lastMessageAt] }),
    meanings: { filtered: byMessage.slice(3) },
  }),
  hasMessages: ({ custom }) => ({
    query: filterBy({ custom, hasMessages: false }),
    meanings: { filtered: [] },
  }),
  'createdAt between two others': ({ custom, byCreation }) => ({
    query: filterBy({
      custom,
      createdAt: ['between', [byCreation[1]?.createdAt, byCreation[4]?.createdAt]],
    }),
    meanings: {
      'both exclusive': byCreation.slice(2, 4),
      'lower inclusive, upper exclusive': byCreation.slice(1, 4),
      'lower exclusive, upper inclusive': byCreation.slice(2, 5),
      'both inclusive': byCreation.slice(1, 5),
    },
  }),
  'any of no values': ({ custom }) => ({
    query: filterBy({ custom: { ...custom, colour: ['oneOf', []] } }),
    meanings: { 'matches nothing': [] },
  }),
  'an unknown field': ({ custom }) => ({
    query: filterBy({ custom, favouriteColour: ['==', 'red'] }),
    meanings: { 'matches nothing': [] },
  }),
  'a filter given twice': ({ conversations, marker, round, big }) => ({
    query: {
      filter: [
        byCustom({ shape: ['==', valueOf(marker, 'round')] }).filter,
        byCustom({ size: ['==', valueOf(marker, 'big')] }).filter,
      ],
    },
    meanings: {
      'the first counts': conversations.filter(round),
      'the last counts': conversations.filter(big),
      'both count': conversations.filter((one) => round(one) && big(one)),
    },
  }),
  'unencoded braces and quotes': ({ custom, conversations }) => ({
    query: `?filter=${filterBy({ custom }).filter}&limit=${pageSize}`,
    meanings: { filtered: conversations },
  }),
};

for (const [about, questionOf] of Object.entries(questions))
  test(`a filter by ${about}`, covers('FILTER-SILENT-01'), async ({ api, given, survey, shared }) => {
    given.unlessDisclaimed('filters');
    const six = await shared();
    const { query, meanings } = questionOf({
      ...six,
      byCreation: inOrder(six.conversations, { orderBy: 'createdAt', orderDirection: 'ASC' }),
      byMessage: inOrder(six.conversations, { orderDirection: 'ASC' }),
      custom: { [sharedKey]: ['==', six.marker] },
      round: ({ custom }) => custom['shape'] === valueOf(six.marker, 'round'),
      big: ({ custom }) => custom['size'] === valueOf(six.marker, 'big'),
    });

    await survey('FILTER-SILENT-01', about, async () => {
      const sent = typeof query === 'string' ? { rawQuery: query } : { query: { ...query, limit: pageSize } };
      const answer = await api.call('listConversations', {}, { ...sent, deliberate: true });
      if (!succeeded(answer)) return String(answer.status);
      const namesOf = (ids: readonly string[]): string => setOf(six, ids).join();
      const seen = namesOf(idsIn(answer));
      const [meaning = 'something else'] =
        Object.entries({ ...meanings, ignored: six.conversations }).find(
          ([, those]) => namesOf(those.map(({ id }) => id)) === seen,
        ) ?? [];
      return `200, ${meaning}`;
    });
  });
