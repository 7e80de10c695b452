/** Lists at the edge of what is allowed. What is refused or answered as the target likes must not be a server error. */
import { refused, succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import { questions } from '../questions.ts';
import type { Sequence } from '../sequence.ts';
import type { OddStep } from '../steps.ts';
import { dataOf } from './messages.ts';

const expected = {
  refusal: 'a refusal (4xx)',
  any: 'a refusal (4xx) or a page',
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
    exchange = await sequence.api.call('listConversations', {}, { query, deliberate });
    const items = dataOf(exchange.body).length;
    const right = {
      refusal: refused(exchange),
      any: refused(exchange) || succeeded(exchange),
      nothing: succeeded(exchange) && items === 0,
      something: succeeded(exchange) && items > 0,
    };
    return right[answer] ? undefined : `${exchange.status} with ${items} items`;
  });
  if (wrong !== undefined && exchange !== undefined)
    throw sequence.contradiction([requirement], `the list with ${name}`, expected[answer], exchange, wrong);
}
