/** Where the documentation of startingAfter and offsetTs is silent: asked, and never judged. */
import type { Query } from '../../fixtures/client/url.ts';
import { having, valueOf } from '../../fixtures/lists/custom.ts';
import { answerOf } from '../../fixtures/lists/list-view.ts';
import { inOrder, orders, timeOf, type SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, test } from '../../fixtures/test.ts';

/** What is asked, and what the answers may mean. */
interface Question {
  readonly query: Query;
  readonly readings: Readonly<Record<string, readonly string[]>>;
}

const ascending = orders['createdAt ASC'];
const dayMs = 24 * 60 * 60 * 1000;

const aboutCursors: Readonly<Record<string, (six: SharedConversations) => Question>> = {
  'startingAfter an unknown id': ({ marker }) => ({
    query: { startingAfter: `${marker}-unknown` },
    readings: {},
  }),
  'startingAfter without a value': () => ({ query: { startingAfter: '' }, readings: {} }),
  'startingAfter a conversation that the filter excludes': (six) => {
    const all = six.inOrder(ascending);
    const own = (indexes: readonly number[]): string[] => indexes.flatMap((index) => all[index] ?? []);
    const round = own(having('shape', (word) => word === 'round'));
    const [outside = ''] = own(having('shape', (word) => word === 'square'));
    const beyond = round.filter((id) => all.indexOf(id) > all.indexOf(outside));
    return {
      query: { ...six.narrowTo({ shape: valueOf(six.marker, 'round') }), startingAfter: outside },
      readings: { 'after its place': beyond, 'from the start': round },
    };
  },
  'startingAfter a conversation that offsetTs excludes': (six) => {
    const all = six.inOrder(ascending);
    return {
      query: { startingAfter: all[0], offsetTs: (six.conversations[2]?.createdAt ?? 0) - 1 },
      readings: { 'startingAfter counts alone': all.slice(1), 'offsetTs counts': all.slice(2) },
    };
  },
};

for (const [question, ask] of Object.entries(aboutCursors))
  test(question, covers('PAGE-CURSOR-05'), async ({ api, survey, shared }) => {
    const six = await shared();
    const all = six.inOrder(ascending);

    await survey('PAGE-CURSOR-05', question, async () => {
      if (!six.narrows) return 'not asked, for lists cannot be narrowed';
      const { query, readings } = ask(six);
      const full = { ...six.narrow, ...ascending, limit: pageSize, ...query };
      const answer = await api.call('listConversations', {}, { query: full, deliberate: true });
      return answerOf(answer, all, { nothing: [], 'from the start': all, ...readings });
    });
  });

const third = 2;

/** By the timestamp of the third conversation. */
const aboutOffsets: Readonly<Record<string, (at: number) => string | number>> = {
  'is offsetTs inclusive': (at) => at,
  'offsetTs a day in the future': (at) => at + dayMs,
  'offsetTs 0': () => 0,
  'offsetTs negative': () => -1,
  'offsetTs that is no number': () => 'abc',
  'offsetTs in seconds': (at) => Math.floor(at / 1000),
};

for (const [question, offsetBy] of Object.entries(aboutOffsets))
  test(question, covers('PAGE-OFFSET-04'), async ({ api, survey, shared }) => {
    const six = await shared();
    const order = six.orders[0]?.[1] ?? {};
    const all = six.inOrder(order);
    const one = inOrder(six.conversations, order)[third];

    await survey('PAGE-OFFSET-04', question, async () => {
      if (!six.narrows) return 'not asked, for lists cannot be narrowed';
      const offsetTs = offsetBy(one ? timeOf(one, order) : 0);
      const query = { ...six.narrow, ...order, offsetTs, limit: pageSize };
      const answer = await api.call('listConversations', {}, { query, deliberate: true });
      return answerOf(answer, all, {
        'from that one on': all.slice(third),
        'from the next one on': all.slice(third + 1),
        everything: all,
        nothing: [],
      });
    });
  });
