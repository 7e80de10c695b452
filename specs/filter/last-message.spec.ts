/** Lists bounded by the time of the last message. Conversations page: lastMessageAfter and lastMessageBefore. */
import type { Query } from '../../fixtures/client/url.ts';
import { byCustom } from '../../fixtures/client/filter.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { conversationsIn, idsIn, isObject } from '../../fixtures/reading/read.ts';
import { succeeded } from '../../fixtures/client/exchange.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { inOrder } from '../../fixtures/lists/shared-lists.ts';
import { namesIn, ownIn, patience } from '../../fixtures/lists/answers.ts';
import { sharedKey } from '../../fixtures/lists/custom.ts';

/** Bounds in Unix ms. Nothing is ever judged on a bound itself: the documentation is silent about it. */
type Bounds = Readonly<Partial<Record<'lastMessageAfter' | 'lastMessageBefore', number>>>;

const needs = ['filters', 'messages'] as const;

test(
  'bounding a list by the last message',
  covers('FILTER-LASTMESSAGE-01', 'FILTER-LASTMESSAGE-02', 'FILTER-LASTMESSAGE-03'),
  async ({ api, check, eventually, given, shared }) => {
    for (const need of needs) given.claimed(need);
    const six = await shared();
    const patiently = patience(six, eventually);
    const byLast = inOrder(six.conversations, { orderBy: 'lastActivity', orderDirection: 'ASC' });
    /** Time of the last message of the conversation with this rank, 0 to 5, plus a margin in ms. */
    const at = (rank: number, margin: 1 | -1): number => (byLast[rank]?.lastMessageAt ?? 0) + margin;
    const within = ({ lastMessageAfter = 0, lastMessageBefore = Infinity }: Bounds): string[] =>
      six.conversations
        .filter(({ lastMessageAt }) => lastMessageAt > lastMessageAfter && lastMessageAt < lastMessageBefore)
        .map(({ id }) => id);
    const list = (query: Query) => api.conversations.list(query);
    /** What a bounded list shows, by the bounds; read for the first claim about it. */
    const shown = new Map<Bounds, string[]>();
    const bounded = async (bounds: Bounds): Promise<void> => {
      const wanted = namesIn(six, within(bounds)).sort();
      shown.set(bounds, await ownIn(six, list, { ...bounds }, wanted));
      expect(shown.get(bounds)).toEqual(wanted);
    };

    const late = { lastMessageAfter: at(3, -1) };
    const early = { lastMessageBefore: at(2, 1) };
    const claims: readonly (readonly [claim: string, bounds: Bounds])[] = [
      ['lastMessageAfter just before a message includes it', late],
      ['lastMessageAfter just after a message excludes it', { lastMessageAfter: at(3, 1) }],
      ['lastMessageBefore just after a message includes it', early],
      ['lastMessageBefore just before a message excludes it', { lastMessageBefore: at(2, -1) }],
      ['both bound both sides', { lastMessageAfter: at(1, -1), lastMessageBefore: at(4, -1) }],
    ];
    for (const [claim, bounds] of claims)
      await check('FILTER-LASTMESSAGE-01', claim, () => patiently(() => bounded(bounds)));

    // Before these bounds everything was created, and one had its first message; the last ones came later. What is
    // close to a bound is left to the claims above.
    const talkedLater = namesIn(
      six,
      [byLast[4], byLast[5]].map((each) => each?.id ?? ''),
    ).sort();
    for (const [name, bounds, wanted] of [
      ['lastMessageAfter', late, talkedLater],
      ['lastMessageBefore', early, []],
    ] as const)
      await check(
        'FILTER-LASTMESSAGE-02',
        `${name} looks at neither the creation nor the first message`,
        () => {
          const seen = shown.get(bounds);
          if (!seen) throw new Blocked('the list could not be read');
          expect(seen.filter((each) => talkedLater.includes(each))).toEqual(wanted);
        },
      );

    await check('FILTER-LASTMESSAGE-03', 'after later than before answers nothing that has a message', () =>
      patiently(async () => {
        const bounds = { lastMessageAfter: at(4, 1), lastMessageBefore: at(1, -1) };
        const answer = await list({ ...bounds, limit: pageSize });
        // Whether a bound excludes conversations without messages is not documented.
        const talking = conversationsIn(answer)
          .map((each) => ({
            name: namesIn(six, [String(each.id)]).join(),
            talks: isObject(each.lastMessage),
          }))
          .filter(({ name, talks }) => talks || name !== 'another');
        expect(talking.map(({ name }) => name)).toEqual([]);
      }),
    );
  },
);

test(
  'where the documentation of bounds is silent',
  covers('FILTER-LASTMESSAGE-04'),
  async ({ api, given, survey, shared }) => {
    for (const need of needs) given.claimed(need);
    const six = await shared();
    const byLast = inOrder(six.conversations, { orderBy: 'lastActivity', orderDirection: 'ASC' });
    const [low, high] = [byLast[1], byLast[4]];
    const [first, last] = [byLast[0]?.lastMessageAt ?? 0, byLast[5]?.lastMessageAt ?? 0];
    const list = (query: Query) => api.conversations.list(query);

    await survey('FILTER-LASTMESSAGE-04', 'is a bound inclusive', async () => {
      const bounds = { lastMessageAfter: low?.lastMessageAt, lastMessageBefore: high?.lastMessageAt };
      const answer = await list({ ...bounds, ...six.narrow, limit: pageSize });
      if (!succeeded(answer)) return String(answer.status);
      const ids = idsIn(answer);
      const kind = (id = ''): string => (ids.includes(id) ? 'inclusive' : 'exclusive');
      return `lastMessageAfter ${kind(low?.id)}, lastMessageBefore ${kind(high?.id)}`;
    });

    for (const [name, bound] of [
      ['lastMessageAfter', { lastMessageAfter: first - 1 }],
      ['lastMessageBefore', { lastMessageBefore: last + 1 }],
    ] as const)
      await survey('FILTER-LASTMESSAGE-04', `a conversation without messages under ${name}`, async () => {
        const quiet = byCustom({ [sharedKey]: ['==', `${six.marker}-quiet`] });
        const answer = await list({ ...bound, ...quiet, limit: pageSize });
        if (!succeeded(answer)) return String(answer.status);
        return six.quiet.some(({ id }) => idsIn(answer).includes(id)) ? 'listed' : 'not listed';
      });

    await survey('FILTER-LASTMESSAGE-04', 'a bound that is not a number', async () => {
      const query = { lastMessageAfter: 'abc', ...six.narrow, limit: pageSize };
      const answer = await api.call('listConversations', {}, { query, deliberate: true });
      if (!succeeded(answer)) return String(answer.status);
      return idsIn(answer).length === 0 ? '200, matches nothing' : '200, ignored';
    });
  },
);
