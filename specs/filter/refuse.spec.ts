/** A bad filter is refused. API getting started page: bad arguments answer 400; the filter is JSON. */
import { byCustom, filterBy } from '../../fixtures/client/filter.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const good = byCustom({ category: ['==', 'shoes'] });

/** The text of the parameter, by what is wrong with it. */
const bad: readonly (readonly [requirement: string, fault: string, filter: string])[] = [
  ['FILTER-REFUSE-01', 'is not JSON', 'shoes'],
  ['FILTER-REFUSE-01', 'is cut off', good.filter.slice(0, -2)],
  ['FILTER-REFUSE-01', 'is an array', JSON.stringify([{ custom: { category: ['==', 'shoes'] } }])],
  ['FILTER-REFUSE-01', 'is a string', JSON.stringify('shoes')],
  ['FILTER-REFUSE-01', 'is a number', '5'],
  ['FILTER-REFUSE-01', 'is a boolean', 'true'],
  ['FILTER-REFUSE-01', 'is null', 'null'],
  ['FILTER-REFUSE-02', 'has an unknown operator', byCustom({ category: ['~~', 'shoes'] }).filter],
  ['FILTER-REFUSE-02', 'has a text as operand of oneOf', byCustom({ category: ['oneOf', 'shoes'] }).filter],
  ['FILTER-REFUSE-02', 'has a list as operand of ==', byCustom({ category: ['==', ['shoes']] }).filter],
  ['FILTER-REFUSE-02', 'has a text in place of custom', filterBy({ custom: 'shoes' }).filter],
];

for (const [requirement, fault, filter] of bad)
  test(`a filter that ${fault}`, covers(requirement), async ({ api, given, check }) => {
    given.unlessDisclaimed('filters');
    const listing = given.api.conversations.list({ ...good, limit: 1 });
    await given.done('a list with a good filter', listing, 'FILTER-CUSTOM-06');

    const answer = await api.call('listConversations', {}, { query: { filter, limit: 1 }, deliberate: true });

    await check(requirement, 'it is refused', () => expect(answer).toBeRefused());
  });
