/** More conversations than fit on two pages, created one after the other. */
import { markerKey, manySlots, type ManyStep } from '../steps.ts';
import { put } from '../../model/calls.ts';
import type { Sequence } from '../sequence.ts';
import { withConversation } from '../state.ts';

export async function many(sequence: Sequence, { user }: ManyStep): Promise<void> {
  const body = { participants: [user], custom: { [markerKey]: sequence.session.marker } };
  for (const slot of manySlots) {
    const exchange = await sequence.api.conversations.put(sequence.id(slot), body);
    sequence.mustSucceed(exchange, ['PUT-CREATE-02']);
    const after = put(sequence.conversation(slot), body, sequence.session.learned);
    sequence.state = withConversation(sequence.state, slot, after);
  }
}
