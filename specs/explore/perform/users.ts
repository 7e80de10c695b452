/** Users, who outlive every conversation that they take part in. */
import { succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import { isObject } from '../../../fixtures/reading/read.ts';
import { show } from '../../../fixtures/reading/show.ts';
import type { Sequence } from '../sequence.ts';
import { dataOfUser, type PutUserStep, type UserStep } from '../steps.ts';

export async function user(sequence: Sequence, step: UserStep): Promise<void> {
  const wanted = { id: step.user, ...dataOfUser(step.user) };
  let exchange: Exchange | undefined;
  const wrong = await sequence.session.look(async () => {
    exchange = await sequence.api.users.get(step.user);
    const part = partOf(exchange.body, wanted);
    return succeeded(exchange) && show(part) === show(wanted)
      ? undefined
      : `${exchange.status} with ${show(part)}`;
  });
  if (wrong === undefined || exchange === undefined) return;
  // The questions at the start end with a deletion.
  const ids = [sequence.session.created > 0 ? 'DELETE-SPARE-01' : 'USER-PUT-01'];
  throw sequence.contradiction(ids, 'a user is there', `200 with ${show(wanted)}`, exchange, wrong);
}

export async function putUser(sequence: Sequence, step: PutUserStep): Promise<void> {
  const exchange = await sequence.api.users.put(step.user, dataOfUser(step.user));
  sequence.mustSucceed(exchange, ['USER-PUT-01']);
  await sequence.become(step, step.slot, sequence.state);
}

/**
 * What is shown under these names, in custom as well: a user may have been there before the run, and has what somebody else
 * set.
 */
function partOf(shown: unknown, wanted: object): Readonly<Record<string, unknown>> {
  const given = isObject(shown) ? shown : {};
  return Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => [
      name,
      name === 'custom' && isObject(given[name]) ? partOf(given[name], value as object) : given[name],
    ]),
  );
}
