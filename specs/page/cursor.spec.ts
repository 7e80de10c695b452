/** Where the documentation of startingAfter is silent. What it says is judged by the walks. */
import { covers, test } from '../../fixtures/test.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { having, valueOf } from '../../fixtures/lists/custom.ts';
import { answerOf } from '../../fixtures/lists/list-view.ts';

test('the edges of startingAfter', covers('PAGE-CURSOR-05'), async ({ api, given, survey, shared }) => {
  const six = await shared();
  const order = orders['createdAt ASC'];
  const all = six.inOrder(order);
  const own = (indexes: readonly number[]): string[] => indexes.flatMap((index) => all[index] ?? []);
  const ask = async (
    query: Query,
    readings: Readonly<Record<string, readonly string[]>>,
  ): Promise<string> => {
    if (!six.narrows) return 'not asked, for lists cannot be narrowed';
    const full = { ...six.narrow, ...order, limit: pageSize, ...query };
    const answer = await api.call('listConversations', {}, { query: full, deliberate: true });
    return answerOf(answer, all, { nothing: [], ...readings });
  };
  const round = own(having('shape', (word) => word === 'round'));
  const [outside = ''] = own(having('shape', (word) => word === 'square'));
  const beyond = round.filter((id) => all.indexOf(id) > all.indexOf(outside));
  const third = six.conversations[2]?.createdAt ?? 0;

  await survey('PAGE-CURSOR-05', 'startingAfter an unknown id', () =>
    ask({ startingAfter: given.newId() }, { 'from the start': all }),
  );
  await survey('PAGE-CURSOR-05', 'startingAfter without a value', () =>
    ask({ startingAfter: '' }, { 'from the start': all }),
  );
  await survey('PAGE-CURSOR-05', 'startingAfter a conversation that the filter excludes', () =>
    ask(
      { ...six.narrowTo({ shape: valueOf(six.marker, 'round') }), startingAfter: outside },
      { 'after its place': beyond, 'from the start': round },
    ),
  );
  await survey('PAGE-CURSOR-05', 'startingAfter a conversation that offsetTs excludes', () =>
    ask(
      { startingAfter: all[0], offsetTs: third - 1 },
      { 'startingAfter counts alone': all.slice(1), 'offsetTs counts': all.slice(2) },
    ),
  );
});
