/** What a target does with bounds on the last message where the Conversations page is silent. */
import { succeeded } from '../../fixtures/client/exchange.ts';
import { byCustom } from '../../fixtures/client/filter.ts';
import { sharedKey } from '../../fixtures/lists/custom.ts';
import { inOrder } from '../../fixtures/lists/shared-lists.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, test } from '../../fixtures/test.ts';

test(
  'a bound that is met exactly',
  covers('FILTER-LASTMESSAGE-04'),
  async ({ api, given, survey, shared }) => {
    for (const need of ['filters', 'messages'] as const) given.unlessDisclaimed(need);
    const six = await shared();
    const [, low, , , high] = inOrder(six.conversations, { orderDirection: 'ASC' });

    await survey('FILTER-LASTMESSAGE-04', 'is a bound inclusive', async () => {
      const bounds = { lastMessageAfter: low?.lastMessageAt, lastMessageBefore: high?.lastMessageAt };
      const answer = await api.conversations.list({ ...bounds, ...six.narrow, limit: pageSize });
      if (!succeeded(answer)) return String(answer.status);
      const ids = idsIn(answer);
      const kind = (id = ''): string => (ids.includes(id) ? 'inclusive' : 'exclusive');
      return `lastMessageAfter ${kind(low?.id)}, lastMessageBefore ${kind(high?.id)}`;
    });
  },
);

for (const bound of ['lastMessageAfter', 'lastMessageBefore'] as const)
  test(
    `${bound} and conversations without messages`,
    covers('FILTER-LASTMESSAGE-04'),
    async ({ api, given, survey, shared }) => {
      for (const need of ['filters', 'messages'] as const) given.unlessDisclaimed(need);
      const six = await shared();
      const byLast = inOrder(six.conversations, { orderDirection: 'ASC' });

      await survey('FILTER-LASTMESSAGE-04', `a conversation without messages under ${bound}`, async () => {
        const time =
          bound === 'lastMessageAfter'
            ? (byLast[0]?.lastMessageAt ?? 0) - 1
            : (byLast.at(-1)?.lastMessageAt ?? 0) + 1;
        const quiet = byCustom({ [sharedKey]: ['==', `${six.marker}-quiet`] });
        const answer = await api.conversations.list({ [bound]: time, ...quiet, limit: pageSize });
        if (!succeeded(answer)) return String(answer.status);
        return six.quiet.some(({ id }) => idsIn(answer).includes(id)) ? 'listed' : 'not listed';
      });
    },
  );

test(
  'a bound that is not a number',
  covers('FILTER-LASTMESSAGE-04'),
  async ({ api, given, survey, shared }) => {
    for (const need of ['filters', 'messages'] as const) given.unlessDisclaimed(need);
    const six = await shared();

    await survey('FILTER-LASTMESSAGE-04', 'a bound that is not a number', async () => {
      const query = { lastMessageAfter: 'abc', ...six.narrow, limit: pageSize };
      const answer = await api.call('listConversations', {}, { query, deliberate: true });
      if (!succeeded(answer)) return String(answer.status);
      return idsIn(answer).length === 0 ? '200, matches nothing' : '200, ignored';
    });
  },
);
