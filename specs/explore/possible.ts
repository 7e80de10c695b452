/** Which steps make sense in which state. Pure. */
import type { World } from './model/state.ts';
import type { Abilities } from './session.ts';
import { users, type Step } from './steps.ts';

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
    case 'pair':
    case 'wrong':
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
  }
}

/**
 * The step with people who take part in place of those who do not: else most of what is sent would be refused. A step
 * about strangers stays as it is.
 */
export function resolved(step: Step, world: World, strangers: boolean): Step {
  if (strangers || !('slot' in step)) return step;
  const present = [...(world.conversations.get(step.slot)?.seats.keys() ?? [])];
  const someone = (user: string): string =>
    present.includes(user) ? user : (present[users.indexOf(user) % present.length] ?? user);
  if (step.do === 'send')
    return {
      ...step,
      drafts: step.drafts.map((draft) => ({
        ...draft,
        from: draft.from === null ? null : someone(draft.from),
      })),
    };
  if (step.do === 'mark' || step.do === 'modify' || step.do === 'leave')
    return { ...step, user: someone(step.user) };
  return step;
}
