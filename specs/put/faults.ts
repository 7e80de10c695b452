import type { Data } from '../../fixtures/builders/data.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { same } from '../../fixtures/scenario/matchers.ts';
import { isObject, type ConversationState } from '../../fixtures/reading/read.ts';
import type { Body } from './steps.ts';

/** A body with one part that breaks the documented type, and valid parts beside it. */
export interface Fault {
  readonly name: string;
  /** The row that says it is refused: an array in place of the body is a row of its own. */
  readonly requirement: 'PUT-REFUSE-01' | 'PUT-REFUSE-03';
  readonly body: object;
  readonly beside: Body;
}

/** One body for each fault. What stands beside is different each time, so that what was written names its fault. */
export function faultsOf(
  custom: Readonly<Record<string, string>>,
  data: Data,
  { stranger, newcomer }: Readonly<Record<'stranger' | 'newcomer', Person>>,
): readonly Fault[] {
  const faults: readonly (readonly [name: string, fault: object, beside: Body])[] = [
    ['subject as a number', { subject: 5 }, marked('a')],
    ['photoUrl as an object', { photoUrl: { url: data.photoUrl() } }, marked('b')],
    ['welcomeMessages as a string', { welcomeMessages: data.text() }, marked('c')],
    ['welcomeMessages with a number', { welcomeMessages: [data.text(), 5] }, { photoUrl: data.photoUrl() }],
    ['custom as an array', { custom: [data.value()] }, { subject: data.subject() }],
    ['custom as a string', { custom: data.value() }, { participants: [newcomer.id] }],
    ['participants as a string', { participants: stranger.id }, marked('d')],
    ['participants as an object', { participants: { [stranger.id]: {} } }, marked('e')],
    ['participants with a number', { participants: [stranger.id, 5] }, marked('f')],
    ['a body that is an array', [], { welcomeMessages: data.welcomeMessages() }],
  ];
  return faults.map(([name, fault, beside]) => ({
    name,
    requirement: Array.isArray(fault) ? 'PUT-REFUSE-03' : 'PUT-REFUSE-01',
    body: Array.isArray(fault) ? [beside] : { ...fault, ...beside },
    beside,
  }));

  /** Custom data with a key more; the other keys are sent as well, for a target may replace custom as a whole. */
  function marked(key: string): Body {
    return { custom: { ...custom, [key]: data.value() } };
  }
}

/** Attributes, and keys of custom, that stood beside the fault, are there now and were not before. */
export function writtenBy({ beside }: Fault, before: ConversationState, after: ConversationState): string[] {
  const { custom, participants = [], ...attributes } = beside;
  const keys = (value: unknown): string[] => (isObject(value) ? Object.keys(value) : []);
  const names = (Object.keys(attributes) as (keyof typeof attributes)[]).filter((name) =>
    same(after[name], attributes[name]),
  );
  const added = keys(custom).filter(
    (key) => keys(after.custom).includes(key) && !keys(before.custom).includes(key),
  );
  const joined = participants.filter(
    (id) => Object.hasOwn(after.participants, id) && !Object.hasOwn(before.participants, id),
  );
  return [...names, ...added.map((key) => `custom.${key}`), ...joined];
}
