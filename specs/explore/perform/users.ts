/** Users, who outlive every conversation that they take part in. */
import { succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import { isObject } from '../../../fixtures/reading/read.ts';
import { show } from '../../../fixtures/reading/show.ts';
import type { Sequence } from '../sequence.ts';
import { nameOf, type UserStep } from '../steps.ts';
import { idOf } from './order.ts';

export async function user(sequence: Sequence, step: UserStep): Promise<void> {
  let exchange: Exchange | undefined;
  const wrong = await sequence.session.look(async () => {
    exchange = await sequence.api.users.get(step.user);
    const shown = isObject(exchange.body) ? exchange.body['name'] : undefined;
    return succeeded(exchange) && idOf(exchange.body) === step.user && shown === nameOf(step.user)
      ? undefined
      : `${exchange.status} with id ${show(idOf(exchange.body))}, name ${show(shown)}`;
  });
  if (wrong === undefined || exchange === undefined) return;
  const ids = [sequence.state.deleted.size > 0 ? 'DELETE-SPARE-01' : 'USER-PUT-01'];
  const expected = `200 with id ${show(step.user)}, name ${show(nameOf(step.user))}`;
  throw sequence.contradiction(ids, 'a user is there', expected, exchange, wrong);
}
