/** A bad filter is refused. API getting started page: bad arguments answer 400; the filter is JSON. */
import { byCustom, filterBy } from '../../fixtures/client/filter.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const good = byCustom({ category: ['==', 'shoes'] });

/** Text of the parameter, by what is wrong with it. */
const malformed: Readonly<Record<string, string>> = {
  'is not JSON': 'shoes',
  'is cut off': good.filter.slice(0, -2),
  'is an array': JSON.stringify([{ custom: { category: ['==', 'shoes'] } }]),
  'is a string': JSON.stringify('shoes'),
  'is a number': '5',
  'is null': 'null',
};

const wrong: Readonly<Record<string, string>> = {
  'has an unknown operator': byCustom({ category: ['~~', 'shoes'] }).filter,
  'has a wrong operand type': filterBy({ custom: { category: ['oneOf', 'shoes'] } }).filter,
};

test(
  'a bad filter is refused',
  covers('FILTER-REFUSE-01', 'FILTER-REFUSE-02'),
  async ({ api, check, given, shared }) => {
    given.claimed('filters');
    const list = (filter: string) =>
      api.call('listConversations', {}, { query: { filter, limit: 1 }, deliberate: true });

    // Where the shared conversations were found by a filter, a good one is known to succeed.
    const { narrows } = await shared();
    if (!narrows) await given.done('a list with a filter', api.conversations.list({ ...good, limit: 1 }));

    for (const [fault, filter] of Object.entries(malformed))
      await check('FILTER-REFUSE-01', `a filter that ${fault}`, async () => {
        expect(await list(filter)).toBeRefused();
      });

    for (const [fault, filter] of Object.entries(wrong))
      await check('FILTER-REFUSE-02', `a filter that ${fault}`, async () => {
        expect(await list(filter)).toBeRefused();
      });
  },
);
