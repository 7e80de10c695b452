/** What can happen in a sequence, as data. Messages are named by their position, since their ids are the server's. */
import { profiles } from '../../fixtures/run/people.ts';
import type { RequestBody } from '../../schemas/types.ts';
import type { Attributes, CustomPatch, Settings } from '../model/calls.ts';
import type { Custom } from '../model/conversation.ts';
import type { FilterTest, ListOrder } from '../model/lists.ts';
import type { Slot } from './state.ts';

export interface PutStep {
  readonly do: 'put';
  readonly slot: Slot;
  readonly body: Attributes;
  /** Whether custom holds the marker of the sequence as well, by which lists can be narrowed to its conversations. */
  readonly marker: boolean;
}
export interface ParticipantStep {
  readonly do: 'join' | 'modify';
  readonly slot: Slot;
  readonly user: string;
  readonly settings: Settings;
}
/** `old`: under an API version in which a conversation stays in the list of who left it. */
export interface LeaveStep {
  readonly do: 'leave';
  readonly slot: Slot;
  readonly user: string;
  readonly old?: true;
}
/** `from` is null for a system message. */
export interface Draft {
  readonly from: string | null;
  readonly text: string;
  readonly custom?: Custom;
  /** It answers the newest message that was there before the call, if there was any; a system message answers nothing. */
  readonly isReply?: true;
}
export interface SendStep {
  readonly do: 'send';
  readonly slot: Slot;
  readonly drafts: readonly Draft[];
}
export interface EditStep {
  readonly do: 'edit';
  readonly slot: Slot;
  /** Counted back from the newest message, 0 being the newest. */
  readonly back: number;
  readonly change: { readonly text?: string; readonly custom?: CustomPatch };
}
export interface UnsendStep {
  readonly do: 'unsend';
  readonly slot: Slot;
  readonly back: number;
}
export interface MessageStep {
  readonly do: 'message';
  readonly slot: Slot;
  readonly back: number;
}
export interface MarkStep {
  readonly do: 'mark';
  readonly slot: Slot;
  readonly user: string;
  readonly isUnread: boolean | null | undefined;
}
export interface SlotStep {
  readonly do: 'delete' | 'get' | 'messages';
  readonly slot: Slot;
}
/** Many conversations are created, one after the other: more than fit on two pages. */
export interface ManyStep {
  readonly do: 'many';
  readonly user: string;
}

/** A bound at the timestamp of one of the conversations, with a distance of so many ms. */
export interface Bound {
  readonly by: 'offsetTs' | 'lastMessageAfter' | 'lastMessageBefore';
  readonly slot: Slot;
  readonly distance: number;
}
export interface CustomTest {
  readonly key: string;
  readonly test: FilterTest;
}
export interface ListStep {
  readonly do: 'list';
  readonly order: ListOrder;
  readonly limit: number;
  readonly tests?: readonly CustomTest[];
  /** The marker stands after the tests in the filter. */
  readonly markerLast?: true;
  readonly bounds?: readonly Bound[];
}
/** The list under the first API version, whose order nothing changes. */
export interface OldListStep {
  readonly do: 'oldList';
  readonly order: ListOrder;
}
export interface InboxStep {
  readonly do: 'inbox';
  readonly user: string;
  readonly unreadsOnly: boolean;
  readonly limit: number;
  readonly order: ListOrder;
  readonly bounds?: readonly Bound[];
  /** Who asks for the same right after. */
  readonly then?: string;
  /** Under an API version in which it holds what the person has left. */
  readonly old?: true;
}
/** The list of a user who does not exist, before the API version that refuses it, or since. */
export interface MissingUserStep {
  readonly do: 'missingUser';
  readonly old?: true;
}
/** A user is read. */
export interface UserStep {
  readonly do: 'user';
  readonly user: string;
}
/** A user is written again as before: what changes nothing of the user must change nothing of the conversations either. */
export interface PutUserStep {
  readonly do: 'putUser';
  /** The conversation that is looked at afterwards. */
  readonly slot: Slot;
  readonly user: string;
}
/** A list is asked for with a parameter that is at the edge of what is allowed, or beyond it. */
export interface OddStep {
  readonly do: 'odd';
  readonly slot: Slot;
  readonly question: number;
}
/** A request that breaks the documented type, with something valid beside it. */
export interface WrongStep {
  readonly do: 'wrong';
  readonly slot: Slot;
  readonly fault: number;
}
/** A call with a key that is nearly the right one. */
export interface WrongKeyStep {
  readonly do: 'wrongKey';
  readonly slot: Slot;
  readonly key: number;
  readonly call: 'get' | 'put' | 'list' | 'delete';
}

/** What can be sent at the same time as something else. */
export type RaceStep = PutStep | ParticipantStep | SendStep;

/** Two calls at once. */
export interface PairStep {
  readonly do: 'pair';
  readonly slot: Slot;
  readonly pair: readonly [RaceStep, RaceStep];
}

export type Step =
  | PairStep
  | PutStep
  | ParticipantStep
  | LeaveStep
  | SendStep
  | EditStep
  | UnsendStep
  | MessageStep
  | MarkStep
  | SlotStep
  | ManyStep
  | ListStep
  | OldListStep
  | InboxStep
  | MissingUserStep
  | UserStep
  | PutUserStep
  | OddStep
  | WrongStep
  | WrongKeyStep;

/** The same users serve every sequence and every other run of the suite. */
export const names = ['alice', 'bob', 'carol', 'dave', 'alice2', 'frank', 'grace'] as const;
export const userId = (name: string): string => `cct-${name}`;

/** A user whose id needs percent-encoding; who it is replaced with where the target does not take such ids. */
export const oddUser = userId('erin b/c+d%20\u00e9:@f.g');
export const standIn = userId('dave');

/** What those have who serve explorations only. */
const ownProfiles: Readonly<Record<string, Omit<RequestBody<'putUser'>, 'name'>>> = {
  alice2: { email: ['alice2@example.com'], custom: { team: 'hunters' } },
};

/** What a user has: the first word of the id as name, and what all runs give to somebody of that name. */
export function dataOfUser(user: string): RequestBody<'putUser'> {
  const name = user.slice(userId('').length);
  const [word = ''] = /^[a-z]+/.exec(name) ?? [];
  return { name: word.charAt(0).toUpperCase() + word.slice(1), ...profiles[name], ...ownProfiles[name] };
}

export const users: readonly string[] = [...names.map(userId), oddUser];

/** The conversation whose id needs percent-encoding, where odd ids are played. */
export const oddSlot: Slot = 1;

/**
 * What follows the marker in the ids of the conversations: a mistake takes one for another by its beginning, its end, the
 * case of a letter, or an underscore that stands for any letter.
 */
const suffixes = ['-a', '-B', '-a1', '-A', '_a', '-z'] as const;
const oddSuffix = '-a b/c+d%20\u00e9:@f';
export const slots: readonly Slot[] = suffixes.map((_, index) => index);

/** How many conversations `many` creates, and their positions. */
export const manySlots: readonly Slot[] = Array.from({ length: 62 }, (_, index) => 100 + index);

/** Id of a conversation of a sequence. */
export function idFor(slot: Slot, marker: string, odd: boolean): string {
  if (slot === oddSlot && odd) return `${marker}${oddSuffix}`;
  // The last one ends with the whole id of the first.
  if (slot === suffixes.length - 1) return `${marker}-z${marker}-a`;
  return `${marker}${suffixes[slot] ?? `-n${slot}`}`;
}

/** Key of custom by which lists are narrowed to the conversations of a sequence. */
export const markerKey = 'cctSequence';
