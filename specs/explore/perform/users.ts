/** Users, who outlive every conversation that they take part in. */
import { succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import { show } from '../../../fixtures/reading/show.ts';
import type { Sequence } from '../sequence.ts';
import type { UserStep } from '../steps.ts';
import { idOf } from './order.ts';

export async function user(sequence: Sequence, step: UserStep): Promise<void> {
  let exchange: Exchange | undefined;
  const wrong = await sequence.session.look(async () => {
    exchange = await sequence.api.users.get(step.user);
    return succeeded(exchange) && idOf(exchange.body) === step.user
      ? undefined
      : `${exchange.status} with id ${show(idOf(exchange.body))}`;
  });
  if (wrong === undefined || exchange === undefined) return;
  const ids = [sequence.state.deleted.size > 0 ? 'DELETE-SPARE-01' : 'USER-PUT-01'];
  throw sequence.contradiction(ids, 'a user is there', `200 with id ${show(step.user)}`, exchange, wrong);
}
