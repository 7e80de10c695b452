import type { Sequence } from '../sequence.ts';
import type { State } from '../state.ts';
import { markerKey, type CustomTest, type PutUserStep, type Step } from '../steps.ts';
import * as conversations from './conversations.ts';
import { inbox } from './inbox.ts';
import { list } from './list.ts';
import { many } from './many.ts';
import * as messages from './messages.ts';
import { odd } from './odd.ts';
import { pair } from './pair.ts';
import { putUser, user } from './users.ts';
import { missingUser, oldList } from './versions.ts';
import { wrongKey } from './wrong-key.ts';
import { wrong } from './wrong.ts';

/** Takes one step: sends it, judges the answer, and looks at what it changed. */
export async function perform(sequence: Sequence, step: Step): Promise<void> {
  sequence.steps.push(step);
  switch (step.do) {
    case 'put':
      return conversations.put(sequence, step);
    case 'join':
    case 'modify':
      return conversations.participant(sequence, step);
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
    case 'message':
      return messages.single(sequence, step);
    case 'user':
      return user(sequence, step);
    case 'putUser':
      return putUser(sequence, step);
    case 'odd':
      return odd(sequence, step);
    case 'list':
      return list(sequence, step);
    case 'inbox':
      return inbox(sequence, step);
    case 'pair':
      return pair(sequence, step);
    case 'wrong':
      return wrong(sequence, step);
    case 'wrongKey':
      return wrongKey(sequence, step);
    case 'many':
      return many(sequence, step);
    case 'oldList':
      return oldList(sequence, step);
    case 'missingUser':
      return missingUser(sequence, step);
  }
}

/**
 * Looks at everything once more, so that a late or distant effect of the last steps is seen as well. Each look is a step,
 * so that a story ends with what shows the contradiction.
 */
export async function lookAround(sequence: Sequence): Promise<void> {
  const { messages, inbox, filters, users } = sequence.session.abilities;
  const { conversations, deleted } = sequence.state;
  const unusual = users ? participationWithChanges(sequence.state) : undefined;
  if (unusual !== undefined) await perform(sequence, { do: 'putUser', ...unusual });
  const gone = [...deleted].filter(([slot]) => !conversations.has(slot));
  for (const [slot] of gone) await perform(sequence, { do: 'get', slot });
  const spoken = [
    ...[...conversations].filter(([, one]) => one.messages.length > 0),
    ...gone.filter(([, one]) => one.messageIds.length > 0),
  ];
  if (messages) for (const [slot] of spoken) await perform(sequence, { do: 'messages', slot });
  if (conversations.size + deleted.size === 0) return;
  await perform(sequence, { do: 'list', order: { orderBy: 'createdAt' }, limit: 30 });
  await perform(sequence, { do: 'list', order: {}, limit: 30 });
  const test = filters ? hardestTest(sequence.state) : undefined;
  if (test !== undefined) await perform(sequence, { do: 'list', order: {}, limit: 30, tests: [test] });
  const [first, second = first] = peopleIn(sequence.state);
  if (first === undefined || second === undefined || !inbox) return;
  const order = { orderBy: 'createdAt' } as const;
  await perform(sequence, { do: 'inbox', user: first, unreadsOnly: false, limit: 30, order, then: second });
  await perform(sequence, { do: 'inbox', user: second, unreadsOnly: true, limit: 30, order, then: first });
}

/** A participation that an update of the user would change if it made a new one of it. */
function participationWithChanges({ conversations }: State): Pick<PutUserStep, 'slot' | 'user'> | undefined {
  for (const [slot, { participants }] of conversations)
    for (const [user, { access, notify, isUnread }] of participants)
      if (access !== 'ReadWrite' || notify !== true || isUnread) return { slot, user };
  return undefined;
}

/** Those who left first, then those who take part. */
function peopleIn({ conversations }: State): readonly string[] {
  const all = [...conversations.values()];
  return [
    ...new Set([
      ...all.flatMap(({ formerParticipants }) => [...formerParticipants.keys()]),
      ...all.flatMap(({ participants }) => [...participants.keys()]),
    ]),
  ];
}

/** A test for an entry of custom that is there, and most likely to be mangled on its way. */
function hardestTest({ conversations }: State): CustomTest | undefined {
  const entries = [...conversations.values()]
    .flatMap(({ custom }) => Object.entries(custom))
    .filter(([key]) => key !== markerKey);
  const isHard = ([key, value]: readonly [string, string]): boolean =>
    !/^\w+$/.test(key) || !/^\w+$/.test(value);
  const [key, value] = entries.findLast(isHard) ?? entries.at(-1) ?? [];
  return key === undefined || value === undefined ? undefined : { key, test: ['==', value] };
}
