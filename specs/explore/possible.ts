/** Which steps make sense in which state. Pure. */
import type { World } from './model/state.ts';
import type { Abilities } from './session.ts';
import type { Step } from './steps.ts';

/** Most messages of a conversation: all of them fit on one page. */
const mostMessages = 12;

/** False where the documentation says nothing about the step in this state, or the target lacks what it needs. */
export function isPossible(step: Step, world: World, abilities: Abilities): boolean {
  if (step.do === 'list') return world.births > 0;
  if (step.do === 'inbox') return world.births > 0 && abilities.inbox && abilities.modernLists;
  const conversation = world.conversations.get(step.slot);
  const deleted = conversation === undefined && world.graves.has(step.slot);
  switch (step.do) {
    case 'put':
      return true;
    case 'delete':
    case 'get':
      return conversation !== undefined || deleted;
    case 'leave':
      return conversation !== undefined || deleted;
    case 'join':
      return conversation !== undefined;
    case 'modify':
      return conversation?.seats.has(step.user) ?? deleted;
    case 'mark':
      // Nobody says what marking nothing is for somebody who does not take part.
      if (step.isUnread !== true && step.isUnread !== false && !conversation?.seats.has(step.user))
        return false;
      return abilities.readState && (conversation !== undefined || deleted);
    case 'send':
      return abilities.messages && (conversation ? conversation.messages.length < mostMessages : deleted);
    case 'messages':
      return abilities.messages && (conversation !== undefined || deleted);
    case 'edit':
    case 'unsend':
      return abilities.messages && (conversation?.messages.length ?? 0) > step.back;
    case 'wrong':
      return conversation !== undefined;
  }
}
