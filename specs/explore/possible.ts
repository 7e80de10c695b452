/** Which steps make sense in which state. Pure. */
import type { FilterTest } from '../model/lists.ts';
import type { Abilities } from './session.ts';
import type { State } from './state.ts';
import { hardSlot, hardUser, markerKey, standIn, users, type ListStep, type Step } from './steps.ts';

/** Entries of custom of each conversation that a filter may ask for. */
const mostEntries = 12;

/** Most messages of a conversation: all of them fit on one page. */
const mostMessages = 12;

/** False where the documentation says nothing about the step in this state, or the target lacks what it needs. */
export function isPossible(step: Step, state: State, abilities: Abilities): boolean {
  if (step.do === 'list') return state.creations.length > 0;
  if (step.do === 'inbox') return state.creations.length > 0 && abilities.inbox && abilities.modernLists;
  if (step.do === 'user') return abilities.users;
  if (step.do === 'odd') return state.conversations.size > 0 && abilities.filters && abilities.modernLists;
  const conversation = state.conversations.get(step.slot);
  const deleted = conversation === undefined && state.deleted.has(step.slot);
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
      return conversation?.participants.has(step.user) ?? deleted;
    case 'mark':
      // Nobody says what marking nothing is for somebody who does not take part.
      if (step.isUnread !== true && step.isUnread !== false && !conversation?.participants.has(step.user))
        return false;
      return abilities.readState && (conversation !== undefined || deleted);
    case 'send':
      return abilities.messages && (conversation ? conversation.messages.length < mostMessages : deleted);
    case 'message':
    case 'messages':
      return abilities.messages && (conversation !== undefined || deleted);
    case 'edit':
    case 'unsend':
      return abilities.messages && (conversation?.messages.length ?? 0) > step.back;
  }
}

/**
 * The step with people who take part in place of those who do not, and a filter for what is there: else most of what is
 * sent would be refused, and most lists would be empty. A step about strangers stays as it is, but for ids that the
 * target does not take.
 */
export function resolved(step: Step, state: State, strangers: boolean, abilities: Abilities): Step {
  const known = abilities.hardUsers ? step : withoutHardUser(step);
  if (strangers) return known;
  if (known.do === 'list') return matching(known, state);
  if (!('slot' in known)) return known;
  const present = [...(state.conversations.get(known.slot)?.participants.keys() ?? [])];
  return withPeople(known, (user) =>
    present.includes(user) ? user : (present[users.indexOf(user) % present.length] ?? user),
  );
}

/** Who acts in a step, replaced. */
function withPeople(step: Step, someone: (user: string) => string): Step {
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

/** Whether an id in the step needs percent-encoding. */
export function namesHardId(step: Step, { hardIds, hardUsers }: Abilities): boolean {
  const hardConversation = hardIds && 'slot' in step && step.slot === hardSlot;
  return hardConversation || (hardUsers && JSON.stringify(step) !== JSON.stringify(withoutHardUser(step)));
}

/** The step with another person in place of the one whose id needs percent-encoding. */
export function withoutHardUser(step: Step): Step {
  const other = (user: string): string => (user === hardUser ? standIn : user);
  if (step.do === 'put' && step.body.participants !== undefined) {
    const participants = step.body.participants.includes(standIn)
      ? step.body.participants.filter((id) => id !== hardUser)
      : step.body.participants.map(other);
    return { ...step, body: { ...step.body, participants } };
  }
  if (step.do === 'join' || step.do === 'inbox' || step.do === 'user')
    return { ...step, user: other(step.user) };
  return withPeople(step, other);
}

/** A hard key or value that no conversation has is replaced with one that is there. Plain ones stay as near misses. */
function matching(step: ListStep, state: State): ListStep {
  if (step.filter === undefined) return step;
  const { key, test } = step.filter;
  const entries = [...state.conversations.values()].flatMap(({ custom }) =>
    Object.entries(custom)
      .filter(([name]) => name !== markerKey)
      .slice(0, mostEntries),
  );
  const common = (text: string): boolean => /^[A-Za-z]*$/.test(text);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[key.length % items.length];
  const there = entries.some(([name]) => name === key) || common(key);
  const chosen = there ? key : (pick(entries)?.[0] ?? key);
  const values = entries.flatMap(([name, value]) => (name === chosen ? [value] : []));
  const near = (value: string): string =>
    common(value) || values.includes(value) ? value : (pick(values) ?? value);
  return { ...step, filter: { key: chosen, test: withValues(test, near) } };
}

function withValues(test: FilterTest, to: (value: string) => string): FilterTest {
  if (typeof test === 'string') return test;
  switch (test[0]) {
    case '==':
    case '!=':
      return [test[0], to(test[1])];
    case 'oneOf':
    case '!oneOf':
      return [test[0], test[1].map(to)];
  }
}
