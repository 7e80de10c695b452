/** Which requirements a contradiction breaks: by the call after which it was seen, and by what is wrong. */
import type { Aspect, Difference } from '../model/differences.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Deleted } from './state.ts';
import { faults } from './faults.ts';
import type { PutStep, ParticipantStep, Step } from './steps.ts';

/** What went before the answer that is wrong. */
export interface Cause {
  readonly step: Step;
  readonly before: Conversation | undefined;
  readonly deleted: Deleted | undefined;
  /** The call was about another conversation than the one that is wrong. */
  readonly elsewhere: boolean;
  /** The call was refused. */
  readonly refused: boolean;
}

const attributes: readonly Aspect[] = ['subject', 'photoUrl', 'welcomeMessages', 'custom'];

/** What holds whatever went before. */
const always: Readonly<Record<Aspect, string>> = {
  subject: 'RETRIEVE-FOUND-02',
  photoUrl: 'RETRIEVE-FOUND-02',
  welcomeMessages: 'RETRIEVE-FOUND-02',
  custom: 'RETRIEVE-FOUND-02',
  participants: 'PUT-KEEP-01',
  settings: 'PARTICIPANT-MODIFY-02',
  unread: 'READ-MESSAGE-03',
  lastMessage: 'RETRIEVE-FOUND-07',
  readBy: 'READ-READ-03',
  createdAt: 'RETRIEVE-FOUND-06',
  missing: 'RETRIEVE-FOUND-01',
};

export function blame(
  { step, before, deleted, elsewhere, refused }: Cause,
  difference: Difference,
): string[] {
  if (elsewhere && step.do === 'delete' && difference.aspect === 'missing')
    return ['DELETE-SPARE-03', 'DELETE-SPARE-02'];
  if (elsewhere) return [besides[step.do] ?? 'RETRIEVE-FOUND-08'];
  if (difference.aspect === 'createdAt') return [always.createdAt];
  if (refused) return [refusedAndDone(step)];
  switch (step.do) {
    case 'put':
      return before === undefined ? created(step, deleted, difference) : updated(step, before, difference);
    case 'join':
      return joined(step, before, difference);
    case 'modify':
      return modified(step, difference);
    case 'leave':
      if (before?.participants.has(step.user) !== true) return ['PARTICIPANT-LEAVE-03'];
      if (difference.aspect === 'participants') return ['PARTICIPANT-LEAVE-01'];
      if (difference.aspect === 'missing' && before.participants.size === 1) return ['PARTICIPANT-LEAVE-05'];
      return ['PARTICIPANT-LEAVE-04'];
    case 'send':
      if (difference.aspect === 'unread') return ['READ-MESSAGE-01'];
      return [difference.aspect === 'readBy' ? 'READ-READ-03' : always[difference.aspect]];
    case 'edit':
    case 'unsend':
      return [difference.aspect === 'lastMessage' ? 'MESSAGE-LAST-01' : always[difference.aspect]];
    case 'mark':
      return marked(step.isUnread, step.user, before, difference);
    case 'putUser':
      return ['USER-PUT-02'];
    case 'wrongKey':
      return ['AUTH-WRONG-02'];
    case 'wrong':
      return refusedButDone(step.fault, difference);
    default:
      return ['RETRIEVE-FOUND-08'];
  }
}

/** What a refused call must not do, of those that may be refused. */
function refusedAndDone(step: Step): string {
  switch (step.do) {
    case 'send':
      return step.drafts.length > 1 ? 'MESSAGE-SEND-05' : 'MESSAGE-SEND-02';
    case 'edit':
      return 'MESSAGE-LAST-01';
    case 'mark':
      return 'READ-REFUSE-02';
    case 'leave':
      return 'PARTICIPANT-LEAVE-03';
    default:
      return 'PUT-REFUSE-02';
  }
}

/** What a refused request must not do; of a PUT it may be the valid part that was written. */
function refusedButDone(fault: number, { aspect }: Difference): string[] {
  const { requirement, body } = faults[fault] ?? {};
  if (requirement !== 'PUT-REFUSE-01') return [requirement ?? 'PUT-REFUSE-01'];
  const [first] = Object.keys(body ?? {});
  return aspect === first ? ['PUT-REFUSE-01'] : ['PUT-REFUSE-02', 'PUT-REFUSE-01'];
}

/** What a call must not do to other conversations. */
const besides: Partial<Record<Step['do'], string>> = {
  put: 'PUT-SCOPE-01',
  join: 'PARTICIPANT-JOIN-01',
  modify: 'PARTICIPANT-MODIFY-02',
  leave: 'PARTICIPANT-LEAVE-04',
  delete: 'DELETE-SPARE-02',
  mark: 'READ-SCOPE-02',
  send: 'MESSAGE-SEND-01',
  edit: 'MESSAGE-LAST-01',
  unsend: 'MESSAGE-LAST-01',
  putUser: 'USER-PUT-02',
  wrong: 'PUT-REFUSE-01',
  wrongKey: 'AUTH-WRONG-02',
};

function created(
  { body }: PutStep,
  deleted: Deleted | undefined,
  { aspect, about, surplus }: Difference,
): string[] {
  const again = deleted !== undefined;
  if (aspect === 'missing') return ['PUT-CREATE-01'];
  if (aspect === 'custom' && !surplus && about !== undefined) return ['PUT-CREATE-03', 'RETRIEVE-FOUND-02'];
  if (attributes.includes(aspect)) {
    const sent = body[aspect as 'subject'] !== undefined && body[aspect as 'subject'] !== null;
    if (sent && !surplus) return ['PUT-CREATE-03', 'RETRIEVE-FOUND-02'];
    return [again ? 'DELETE-REBIRTH-01' : 'RETRIEVE-FOUND-03'];
  }
  if (aspect === 'participants') {
    if (!surplus) return ['PUT-CREATE-03'];
    return [again ? 'DELETE-REBIRTH-02' : 'PUT-CREATE-03'];
  }
  if (aspect === 'settings') return [again ? 'DELETE-REBIRTH-02' : 'RETRIEVE-FOUND-05'];
  if (aspect === 'lastMessage') return [again ? 'DELETE-REBIRTH-03' : 'RETRIEVE-FOUND-03'];
  if (aspect === 'unread' && again) return ['DELETE-REBIRTH-02'];
  return [always[aspect]];
}

function updated({ body }: PutStep, before: Conversation, { aspect, about, surplus }: Difference): string[] {
  const merge = Object.keys(body).length === 0 ? ['PUT-MERGE-02'] : ['PUT-MERGE-01'];
  const lived =
    before.messages.length > 0 || before.formerParticipants.size > 0 ? [...merge, 'PUT-MERGE-08'] : merge;
  if (aspect === 'custom' && body.custom) {
    const sent = Object.entries(body.custom).find(([key]) => key === about)?.[1];
    if (Object.keys(body.custom).length === 0) return ['PUT-MERGE-14'];
    if (sent === undefined) return ['PUT-MERGE-05'];
    return sent === null ? ['PUT-MERGE-06'] : ['RETRIEVE-FOUND-02'];
  }
  if (attributes.includes(aspect)) {
    const sent = body[aspect as 'subject'];
    if (sent === undefined) return aspect === 'missing' ? lived : [...lived, 'PUT-MERGE-04'];
    if (sent === null) return ['PUT-MERGE-03'];
    return aspect === 'welcomeMessages' ? ['PUT-MERGE-07', 'RETRIEVE-FOUND-02'] : ['RETRIEVE-FOUND-02'];
  }
  if (aspect === 'participants') {
    const listed = body.participants;
    if (new Set(listed).size < (listed ?? []).length && !surplus) return ['PUT-KEEP-05', 'PUT-KEEP-01'];
    const named = about !== undefined && listed?.includes(about) === true;
    if (surplus)
      return [about !== undefined && before.formerParticipants.has(about) ? 'PUT-KEEP-07' : 'PUT-KEEP-03'];
    if (named) return before.participants.has(about) ? ['PUT-KEEP-04', 'PUT-KEEP-01'] : ['PUT-KEEP-03'];
    if (listed === undefined) return lived;
    return [listed.length === 0 ? 'PUT-KEEP-02' : 'PUT-KEEP-01'];
  }
  if (aspect === 'settings') {
    const known = about !== undefined && before.participants.has(about);
    return [known ? 'PUT-KEEP-04' : 'RETRIEVE-FOUND-05'];
  }
  if (aspect === 'unread')
    return [about !== undefined && body.participants?.includes(about) ? 'PUT-KEEP-04' : 'PUT-MERGE-09'];
  if (aspect === 'lastMessage' || aspect === 'readBy') return ['PUT-MERGE-09'];
  return lived;
}

function joined(
  step: ParticipantStep,
  before: Conversation | undefined,
  { aspect, about, surplus }: Difference,
): string[] {
  if (aspect === 'participants' && about === step.user && !surplus) return ['PARTICIPANT-JOIN-01'];
  if (aspect === 'unread' && about === step.user) return ['DELETE-REBIRTH-02'];
  if (aspect === 'settings' && about === step.user) {
    if (before?.participants.has(step.user)) return ['PARTICIPANT-JOIN-02'];
    return [Object.keys(step.settings).length === 0 ? 'PARTICIPANT-JOIN-01' : 'PARTICIPANT-JOIN-03'];
  }
  if (aspect === 'participants' || aspect === 'settings') return ['PARTICIPANT-JOIN-01'];
  return [always[aspect]];
}

function modified(step: ParticipantStep, { aspect, about }: Difference): string[] {
  if (about === step.user && aspect !== 'readBy') return ['PARTICIPANT-MODIFY-01'];
  if (aspect === 'settings' || aspect === 'participants') return ['PARTICIPANT-MODIFY-02'];
  return [always[aspect]];
}

function marked(
  isUnread: boolean | null | undefined,
  user: string,
  before: Conversation | undefined,
  { aspect, about, surplus }: Difference,
): string[] {
  if (aspect === 'readBy') {
    if (isUnread === true) return ['READ-UNREAD-02'];
    if (isUnread === false) return [surplus || about !== user ? 'READ-READ-03' : 'READ-READ-02'];
    return [isUnread === null ? 'READ-NOCHANGE-02' : 'READ-NOCHANGE-01'];
  }
  if (aspect === 'unread') {
    if (about !== user) return ['READ-SCOPE-01'];
    if (isUnread === undefined) return ['READ-NOCHANGE-01'];
    if (isUnread === null) return ['READ-NOCHANGE-02'];
    if (before?.participants.get(user)?.isUnread === isUnread) return ['READ-REPEAT-01'];
    if (isUnread) return [before?.messages.length === 0 ? 'READ-UNREAD-03' : 'READ-UNREAD-01'];
    return ['READ-READ-01'];
  }
  if (attributes.includes(aspect) || aspect === 'lastMessage') return ['READ-SCOPE-03'];
  return [always[aspect]];
}
