/** What can happen in a sequence, as data. Messages are named by their position, since their ids are the server's. */
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
export interface LeaveStep {
  readonly do: 'leave';
  readonly slot: Slot;
  readonly user: string;
}
/** `from` is null for a system message. */
export interface Draft {
  readonly from: string | null;
  readonly text: string;
  readonly custom?: Custom;
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

/** A bound at the timestamp of one of the conversations, with a distance of so many ms. */
export interface Bound {
  readonly by: 'offsetTs' | 'lastMessageAfter' | 'lastMessageBefore';
  readonly slot: Slot;
  readonly distance: number;
}
export interface ListStep {
  readonly do: 'list';
  readonly order: ListOrder;
  readonly limit: number;
  readonly filter?: { readonly key: string; readonly test: FilterTest };
  readonly bound?: Bound;
}
export interface InboxStep {
  readonly do: 'inbox';
  readonly user: string;
  readonly unreadsOnly: boolean;
  readonly limit: number;
}
/** A user is read. */
export interface UserStep {
  readonly do: 'user';
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
  | ListStep
  | InboxStep
  | UserStep
  | OddStep
  | WrongStep;

/** The same users serve every sequence and every other run of the suite. */
export const names = ['alice', 'bob', 'carol', 'dave'] as const;
export const userId = (name: string): string => `cct-${name}`;

/** A user whose id needs percent-encoding; who it is replaced with where the target does not take such ids. */
export const hardUser = userId('erin b/c+d%20\u00e9:@f');
export const standIn = userId('dave');

export const users: readonly string[] = [...names.map(userId), hardUser];

export const slots: readonly Slot[] = [0, 1, 2];
/** The conversation whose id needs percent-encoding, where the target takes such ids. */
export const hardSlot: Slot = 1;

/** Key of custom by which lists are narrowed to the conversations of a sequence. */
export const markerKey = 'cctSequence';
