/** Calls with a key that is nearly the right one: nothing is told, and nothing is done. */
import type { Exchange } from '../../../fixtures/client/exchange.ts';
import type { Sequence } from '../sequence.ts';
import type { WrongKeyStep } from '../steps.ts';
import { nearKeys } from '../wrong-keys.ts';

export async function wrongKey(sequence: Sequence, step: WrongKeyStep): Promise<void> {
  const { secretKey } = sequence.session.run.target;
  const near = nearKeys[step.key];
  const key = near?.from(secretKey);
  if (near === undefined || key === undefined || key === '' || key === secretKey) return;
  const exchange = await call(sequence, step, `Bearer ${key}`);
  if (exchange.status !== 401)
    throw sequence.contradiction(['AUTH-WRONG-01'], `a call with ${near.name}`, 'status 401', exchange);
  await sequence.become(step, step.slot, sequence.state);
}

function call(sequence: Sequence, step: WrongKeyStep, authorization: string): Promise<Exchange> {
  const { conversations } = sequence.api.with({ authorization, deliberate: true });
  const id = sequence.id(step.slot);
  switch (step.call) {
    case 'get':
      return conversations.get(id);
    case 'put':
      return conversations.put(id, { subject: 'Wrong' });
    case 'list':
      return conversations.list({ limit: 1 });
    case 'delete':
      return conversations.remove(id);
  }
}
