/** Requests that break the documented type: refused, and nothing of them is written. */
import { succeeded } from '../../../fixtures/client/exchange.ts';
import type { CallOptions } from '../../../fixtures/client/send.ts';
import { faults } from '../faults.ts';
import type { Sequence } from '../sequence.ts';
import type { WrongStep } from '../steps.ts';

export async function wrong(sequence: Sequence, { slot, fault }: WrongStep): Promise<void> {
  const chosen = faults[fault];
  if (chosen === undefined) return;
  const { name, operation, body, requirement, tolerated } = chosen;
  const [person] = sequence.conversation(slot)?.participants.keys() ?? [];
  if (operation !== 'putConversation' && person === undefined) return;
  if (operation === 'setReadState' && !sequence.session.abilities.readState) return;
  const options: CallOptions = { body, deliberate: true };
  const parameters = { conversationId: sequence.id(slot), userId: person ?? '' };
  const exchange = await sequence.api.call(operation, parameters, options);
  if (!tolerated || !succeeded(exchange)) sequence.mustBeRefused(exchange, [requirement], name);
  await sequence.become({ do: 'wrong', slot, fault }, slot, sequence.state);
}
