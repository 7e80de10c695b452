import type { Sequence } from '../sequence.ts';
import type { Step } from '../steps.ts';
import * as conversations from './conversations.ts';
import { inbox } from './inbox.ts';
import { list } from './list.ts';
import * as messages from './messages.ts';
import { pair } from './pair.ts';
import { wrong } from './wrong.ts';

/** Takes one step: sends it, judges the answer, and looks at what it changed. */
export async function perform(sequence: Sequence, step: Step): Promise<void> {
  sequence.steps.push(step);
  switch (step.do) {
    case 'put':
      return conversations.put(sequence, step);
    case 'join':
    case 'modify':
      return conversations.seat(sequence, step);
    case 'leave':
      return conversations.leave(sequence, step);
    case 'mark':
      return conversations.mark(sequence, step);
    case 'delete':
      return conversations.remove(sequence, step);
    case 'get':
      return sequence.verify(step.slot);
    case 'send':
      return messages.send(sequence, step);
    case 'edit':
      return messages.edit(sequence, step);
    case 'unsend':
      return messages.unsend(sequence, step);
    case 'messages':
      return messages.listed(sequence, step.slot);
    case 'list':
      return list(sequence, step);
    case 'inbox':
      return inbox(sequence, step);
    case 'pair':
      return pair(sequence, step);
    case 'wrong':
      return wrong(sequence, step);
  }
}

/**
 * Looks at everything once more, so that a late or distant effect of the last steps is seen as well. Each look is a step,
 * so that a story ends with what shows the contradiction.
 */
export async function lookAround(sequence: Sequence): Promise<void> {
  const { messages, inbox } = sequence.session.abilities;
  const touched = new Set([...sequence.world.conversations.keys(), ...sequence.world.graves.keys()]);
  for (const slot of touched) await perform(sequence, { do: 'get', slot });
  if (messages) for (const slot of touched) await perform(sequence, { do: 'messages', slot });
  if (touched.size > 0) await perform(sequence, { do: 'list', order: { orderBy: 'createdAt' }, limit: 30 });
  const people = new Set(
    [...sequence.world.conversations.values()].flatMap(({ seats, formers }) => [...seats.keys(), ...formers]),
  );
  const [first] = people;
  if (first !== undefined && inbox) await perform(sequence, { do: 'inbox', user: first, unreadsOnly: false });
}
