import { fewPeople } from '../../../fixtures/builders/sizes.ts';
import { refused, succeeded } from '../../../fixtures/client/exchange.ts';
import { versions } from '../../../schemas/api-versions.ts';
import * as model from '../../model/calls.ts';
import type { Sequence } from '../sequence.ts';
import { changed, withConversation, withoutConversation } from '../state.ts';
import { isPlainCustom, isPlainText } from '../texts.ts';
import { user } from './users.ts';
import {
  markerKey,
  type LeaveStep,
  type MarkStep,
  type PutStep,
  type ParticipantStep,
  type SlotStep,
} from '../steps.ts';

/** Length of the longest id that every target takes: how long one may be is not documented. */
const longestId = 36;

/** Most keys of custom: how many a target takes is not documented. */
const mostKeys = 7;

/** Without new keys where there are many already. */
function withinLimit<Value>(
  custom: Readonly<Record<string, Value>>,
  before: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Value>> {
  if (Object.keys({ ...before, ...custom }).length <= mostKeys) return custom;
  return Object.fromEntries(Object.entries(custom).filter(([key]) => Object.hasOwn(before, key)));
}

/** The body that a step stands for, with the marker, and without what the target is known to refuse. */
export function bodyOf(sequence: Sequence, { slot, body, marker }: PutStep): model.Attributes {
  const { emptyText, emptyList } = sequence.session.learned;
  const text = (value: string | null): string | null =>
    value === '' && emptyText === 'refused' ? 'x' : value;
  const { subject, photoUrl, welcomeMessages, custom, participants } = body;
  const fitting = custom && withinLimit(custom, sequence.conversation(slot)?.custom ?? {});
  const marked = marker ? { ...fitting, [markerKey]: sequence.session.marker } : fitting;
  return {
    ...(subject === undefined ? {} : { subject: text(subject) }),
    ...(photoUrl === undefined ? {} : { photoUrl: text(photoUrl) }),
    ...(welcomeMessages === undefined
      ? {}
      : {
          welcomeMessages: welcomeMessages?.length === 0 && emptyList === 'refused' ? ['x'] : welcomeMessages,
        }),
    ...(marked === undefined ? {} : { custom: marked }),
    ...(participants === undefined ? {} : { participants }),
  };
}

/** Whether a body holds nothing that a target may refuse to store: which texts it takes is not documented. */
function isPlain({ subject, photoUrl, welcomeMessages, custom }: model.Attributes): boolean {
  const texts = [subject, photoUrl, ...(welcomeMessages ?? [])];
  return texts.every(isPlainText) && isPlainCustom(custom);
}

export async function put(sequence: Sequence, step: PutStep): Promise<void> {
  const { slot } = step;
  const body = bodyOf(sequence, step);
  const exists = sequence.conversation(slot) !== undefined;
  const exchange = await sequence.api.conversations.put(sequence.id(slot), body);
  // A list that names nobody, many, or somebody twice, may be refused, and so may what is hard to store.
  const { participants } = body;
  const oddList =
    participants !== undefined &&
    (participants.length === 0 ||
      participants.length > fewPeople ||
      new Set(participants).size < participants.length);
  const longId = !exists && sequence.id(slot).length > longestId;
  if ((oddList || longId || !isPlain(body)) && refused(exchange)) return sequence.remain(step, slot);
  if (!succeeded(exchange)) await peopleAreThere(sequence, body);
  sequence.mustSucceed(exchange, [exists ? 'PUT-MERGE-01' : 'PUT-CREATE-02']);
  const after = model.put(sequence.conversation(slot), body, sequence.session.learned);
  await sequence.become({ ...step, body }, slot, withConversation(sequence.state, slot, after));
}

/** Where a user is gone, that is to blame. */
async function peopleAreThere(sequence: Sequence, { participants = [] }: model.Attributes): Promise<void> {
  if (!sequence.session.abilities.users) return;
  for (const person of new Set(participants)) await user(sequence, { do: 'user', user: person });
}

export async function participant(sequence: Sequence, step: ParticipantStep): Promise<void> {
  const { slot, user, settings } = step;
  if (sequence.conversation(slot) === undefined) {
    const exchange = await sequence.api.participants.modify(sequence.id(slot), user, settings);
    return deadAfter(sequence, slot, exchange);
  }
  const id = sequence.id(slot);
  if (step.do === 'join') {
    const exchange = await sequence.api.participants.join(id, user, settings);
    sequence.mustSucceed(exchange, ['PARTICIPANT-JOIN-01']);
    return sequence.become(
      step,
      slot,
      changed(sequence.state, slot, (one) => model.join(one, user, settings, sequence.session.learned)),
    );
  }
  const exchange = await sequence.api.participants.modify(id, user, settings);
  sequence.mustSucceed(exchange, ['PARTICIPANT-MODIFY-01']);
  await sequence.become(
    step,
    slot,
    changed(sequence.state, slot, (one) => model.modify(one, user, settings)),
  );
}

export async function leave(sequence: Sequence, step: LeaveStep): Promise<void> {
  const { slot, user } = step;
  const before = sequence.conversation(slot);
  const exchange = await (
    step.old ? sequence.api.with({ apiVersion: versions.sortable }) : sequence.api
  ).participants.leave(sequence.id(slot), user);
  // Leaving is idempotent: where nobody takes part any more it may succeed.
  if (before === undefined)
    return succeeded(exchange) ? sequence.verify(slot) : deadAfter(sequence, slot, exchange);
  // Whether somebody can leave who has never taken part is not documented.
  const hasTakenPart = before.participants.has(user) || before.formerParticipants.has(user);
  if (!hasTakenPart && refused(exchange)) return sequence.remain(step, slot);
  sequence.mustSucceed(exchange, [
    before.participants.has(user) ? 'PARTICIPANT-LEAVE-01' : 'PARTICIPANT-LEAVE-03',
  ]);
  await sequence.become(
    step,
    slot,
    changed(sequence.state, slot, (one) => model.leave(one, user, step.old)),
  );
}

export async function mark(sequence: Sequence, step: MarkStep): Promise<void> {
  const { slot, user, isUnread } = step;
  const body = isUnread === undefined ? {} : { isUnread };
  const exchange = await sequence.api.readState.set(user, sequence.id(slot), body);
  const before = sequence.conversation(slot);
  if (before === undefined) return deadAfter(sequence, slot, exchange);
  if (!before.participants.has(user)) {
    sequence.mustBeRefused(exchange, ['READ-REFUSE-02'], 'marking by somebody who does not take part');
    return sequence.remain(step, slot);
  }
  const requirement =
    isUnread === undefined
      ? 'READ-NOCHANGE-01'
      : isUnread === null
        ? 'READ-NOCHANGE-02'
        : isUnread
          ? 'READ-UNREAD-01'
          : 'READ-READ-01';
  sequence.mustSucceed(exchange, [requirement]);
  await sequence.become(
    step,
    slot,
    changed(sequence.state, slot, (one) => model.mark(one, user, isUnread)),
  );
}

/** Deleting what is not there may succeed or be refused. */
export async function remove(sequence: Sequence, step: SlotStep): Promise<void> {
  const { slot } = step;
  const exchange = await sequence.api.conversations.remove(sequence.id(slot));
  if (sequence.conversation(slot) !== undefined) sequence.mustSucceed(exchange, ['DELETE-GONE-01']);
  await sequence.become(step, slot, withoutConversation(sequence.state, slot));
}

/** A call on a deleted conversation is refused, but for leaving, which is idempotent; none brings it back. */
export async function deadAfter(
  sequence: Sequence,
  slot: number,
  exchange: Parameters<Sequence['mustBeRefused']>[0],
): Promise<void> {
  if (exchange.operation !== 'leaveConversation')
    sequence.mustBeRefused(exchange, ['DELETE-GONE-05'], `${exchange.operation} of a deleted conversation`);
  await sequence.verify(slot);
}
