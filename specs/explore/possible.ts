/** Which steps make sense in which state. Pure. */
import { lastMessageTime, type FilterTest } from '../model/lists.ts';
import type { Abilities } from './session.ts';
import type { State } from './state.ts';
import {
  markerKey,
  oddSlot,
  oddUser,
  standIn,
  users,
  type Bound,
  type CustomTest,
  type ListStep,
  type Step,
} from './steps.ts';

/** Entries of custom of each conversation that a filter may ask for. */
const mostEntries = 12;

/** Most messages of a conversation: they fit on two pages. */
const mostMessages = 70;

/** Most conversations of a list that is walked through in small steps. */
const mostWalked = 10;

/** False where the documentation says nothing about the step in this state, or the target lacks what it needs. */
export function isPossible(step: Step, state: State, abilities: Abilities): boolean {
  const created = state.creations.length > 0;
  switch (step.do) {
    case 'list':
      return created;
    case 'many':
      return abilities.filters && abilities.modernLists;
    case 'oldList':
      return created && abilities.versions && abilities.filters;
    case 'inbox':
      return created && abilities.inbox && (step.old ? abilities.versions : abilities.modernLists);
    case 'missingUser':
      return abilities.inbox && abilities.versions;
    case 'user':
      return abilities.users;
    case 'odd':
      return state.conversations.size > 0 && abilities.filters && abilities.modernLists;
    default:
      return isPossibleIn(step, state, abilities);
  }
}

type SlotStep = Extract<Step, { slot: unknown }>;

function isPossibleIn(step: SlotStep, state: State, abilities: Abilities): boolean {
  const conversation = state.conversations.get(step.slot);
  const deleted = conversation === undefined && state.deleted.has(step.slot);
  const known = conversation !== undefined || deleted;
  switch (step.do) {
    case 'put':
      return true;
    case 'leave':
      return known && (step.old === undefined || abilities.versions);
    case 'delete':
    case 'get':
      return known;
    case 'putUser':
      return abilities.users && conversation !== undefined;
    case 'join':
    case 'pair':
    case 'wrong':
    case 'wrongKey':
      return conversation !== undefined;
    case 'modify':
      return conversation?.participants.has(step.user) ?? deleted;
    case 'mark':
      // Nobody says what marking nothing is for somebody who does not take part.
      if (step.isUnread !== true && step.isUnread !== false && !conversation?.participants.has(step.user))
        return false;
      return abilities.readState && known;
    case 'send':
      return (
        abilities.messages &&
        (conversation ? conversation.messages.length + step.drafts.length <= mostMessages : deleted)
      );
    case 'messages':
      return abilities.messages && known;
    case 'message':
      return abilities.messageCalls.get && known;
    case 'edit':
    case 'unsend': {
      const can = step.do === 'edit' ? abilities.messageCalls.edit : abilities.messageCalls.remove;
      return can && (conversation?.messages.length ?? 0) > step.back;
    }
    default:
      return conversation !== undefined;
  }
}

/**
 * The step with people who take part in place of those who do not, and a filter for what is there: else most of what is
 * sent would be refused, and most lists would be empty. A step about strangers stays as it is, but for ids that the
 * target does not take.
 */
export function resolved(step: Step, state: State, strangers: boolean, abilities: Abilities): Step {
  const known = abilities.oddUsers ? step : withoutOddUser(step);
  const asked = known.do === 'list' || known.do === 'inbox' ? walkable(known, state) : known;
  if (strangers) return asked;
  if (asked.do === 'list') return matching(asked, state);
  if (!('slot' in asked)) return asked;
  const conversation = state.conversations.get(asked.slot);
  if (asked.do === 'join') return comingBack(asked, [...(conversation?.formerParticipants.keys() ?? [])]);
  const present = [...(conversation?.participants.keys() ?? [])];
  return withPeople(asked, (user) =>
    present.includes(user) ? user : (present[users.indexOf(user) % present.length] ?? user),
  );
}

/** A long list is asked for in whole pages. */
function walkable<Asked extends Extract<Step, { limit: unknown }>>(step: Asked, state: State): Asked {
  const { bounds } = step;
  const placed = bounds && { ...step, bounds: bounds.map((bound) => known(bound, state)) };
  const long = state.conversations.size > mostWalked;
  return { ...(placed ?? step), limit: long ? 30 : step.limit };
}

/** The bound at a conversation whose time is known. */
function known(bound: Bound, { conversations }: State): Bound {
  const timed = [...conversations].filter(([, one]) => lastMessageTime(one) !== undefined);
  const slots = timed.map(([slot]) => slot);
  return slots.includes(bound.slot)
    ? bound
    : { ...bound, slot: slots[bound.slot % slots.length] ?? bound.slot };
}

/** Of those who join, every other one has left before. */
function comingBack(step: Extract<Step, { do: 'join' | 'modify' }>, former: readonly string[]): Step {
  const position = users.indexOf(step.user);
  return { ...step, user: (position % 2 === 0 ? former[position % former.length] : undefined) ?? step.user };
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
  if (step.do === 'mark' || step.do === 'modify' || step.do === 'leave' || step.do === 'putUser')
    return { ...step, user: someone(step.user) };
  return step;
}

/** Whether an id in the step needs percent-encoding. */
export function namesOddId(step: Step, { oddIds, oddUsers }: Abilities): boolean {
  const oddConversation = oddIds && 'slot' in step && step.slot === oddSlot;
  return oddConversation || (oddUsers && JSON.stringify(step) !== JSON.stringify(withoutOddUser(step)));
}

/** The step with another person in place of the one whose id needs percent-encoding. */
export function withoutOddUser(step: Step): Step {
  const other = (user: string): string => (user === oddUser ? standIn : user);
  if (step.do === 'put' && step.body.participants !== undefined) {
    const participants = step.body.participants.includes(standIn)
      ? step.body.participants.filter((id) => id !== oddUser)
      : step.body.participants.map(other);
    return { ...step, body: { ...step.body, participants } };
  }
  if (step.do === 'inbox')
    return {
      ...step,
      user: other(step.user),
      ...(step.then === undefined ? {} : { then: other(step.then) }),
    };
  if (step.do === 'join' || step.do === 'user') return { ...step, user: other(step.user) };
  return withPeople(step, other);
}

/** A hard key or value that no conversation has is replaced with one that is there. Plain ones stay as near misses. */
function matching(step: ListStep, state: State): ListStep {
  if (step.tests === undefined) return step;
  const entries = [...state.conversations.values()].flatMap(({ custom }) =>
    Object.entries(custom)
      .filter(([name]) => name !== markerKey)
      .slice(0, mostEntries),
  );
  const tests = step.tests.map((one) => matchingTest(one, entries));
  const distinct = tests.filter(({ key }, index) => tests.findIndex((one) => one.key === key) === index);
  return { ...step, tests: distinct };
}

function matchingTest(
  { key, test }: CustomTest,
  entries: readonly (readonly [string, string])[],
): CustomTest {
  const common = (text: string): boolean => /^[A-Za-z]*$/.test(text);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[key.length % items.length];
  const there = entries.some(([name]) => name === key) || common(key);
  const chosen = there ? key : (pick(entries)?.[0] ?? key);
  const values = entries.flatMap(([name, value]) => (name === chosen ? [value] : []));
  const near = (value: string): string =>
    common(value) || values.includes(value) || /[_%]/.test(value) ? value : (pick(values) ?? value);
  return { key: chosen, test: withValues(test, near) };
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
