/** Lists at the edge of what is allowed. What is refused or answered as the target likes must not be a server error. */
import { refused, succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import { byCustom } from '../../../fixtures/client/filter.ts';
import type { Query } from '../../../fixtures/client/url.ts';
import { questions } from '../questions.ts';
import type { Sequence } from '../sequence.ts';
import { markerKey, type OddStep } from '../steps.ts';
import { dataOf } from './messages.ts';

const largestPage = 30;

/** Whether the target has pages of that size: then it took the limit for a valid one. */
async function isValidLimit(sequence: Sequence, limit: number, query: Query): Promise<boolean> {
  const exchange = await sequence.api.call(
    'listConversations',
    {},
    { query: { ...query, limit }, deliberate: true },
  );
  return succeeded(exchange) && dataOf(exchange.body).length === limit;
}

const expected = {
  refusal: 'a refusal (4xx)',
  any: 'a refusal (4xx) or a page of a valid size',
  nothing: 'a success with no items',
  something: 'a success with an item',
} as const;

export async function odd(sequence: Sequence, { question }: OddStep): Promise<void> {
  const asked = questions[question];
  if (asked === undefined) return;
  const { query, answer, requirement, name } = asked;
  const deliberate = answer === 'refusal' || answer === 'any';
  let exchange: Exchange | undefined;
  const wrong = await sequence.session.look(async () => {
    const own = byCustom({ [markerKey]: ['==', sequence.session.marker] });
    const narrowed = answer === 'any' ? { ...own, ...query } : query;
    exchange = await sequence.api.call('listConversations', {}, { query: narrowed, deliberate });
    const items = dataOf(exchange.body).length;
    const bounded = items <= largestPage || (await isValidLimit(sequence, items, own));
    const right = {
      refusal: refused(exchange),
      any: refused(exchange) || (succeeded(exchange) && bounded),
      nothing: succeeded(exchange) && items === 0,
      something: succeeded(exchange) && items > 0,
    };
    return right[answer] ? undefined : `${exchange.status} with ${items} items`;
  });
  if (wrong !== undefined && exchange !== undefined)
    throw sequence.contradiction([requirement], `the list with ${name}`, expected[answer], exchange, wrong);
}
