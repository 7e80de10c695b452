/** Tells a sequence in the words of people. */
import { isObject } from '../../fixtures/reading/read.ts';
import { versions } from '../../schemas/api-versions.ts';
import { show } from '../../fixtures/reading/show.ts';
import type { Attributes, Settings } from '../model/calls.ts';
import type { FilterTest, ListOrder } from '../model/lists.ts';
import { faults } from './faults.ts';
import { questions } from './questions.ts';
import { manySlots, users, type Bound, type InboxStep, type ListStep, type Step } from './steps.ts';
import { nearKeys } from './wrong-keys.ts';

const letters = 'ABCDEF';
const named = (slot: number): string => `conversation ${letters[slot] ?? slot}`;

/** `alice` for the id of alice. */
export function personOf(id: string): string {
  return users.includes(id) ? (/^cct-(\w+)/.exec(id)?.[1] ?? id) : id;
}

/** One step in a few words. */
export function tell(step: Step): string {
  switch (step.do) {
    case 'put':
      return `PUT of ${named(step.slot)} with ${bodyOf(step.body, step.marker)}`;
    case 'join':
      return `${personOf(step.user)} joins ${named(step.slot)}${settingsOf(step.settings)}`;
    case 'modify':
      return `PATCH of ${personOf(step.user)} in ${named(step.slot)}${settingsOf(step.settings)}`;
    case 'leave':
      return `${personOf(step.user)} leaves ${named(step.slot)}${step.old ? ` under ${versions.sortable}` : ''}`;
    case 'send':
      return step.drafts
        .map(({ from, text, custom, isReply }) => {
          const data = custom === undefined ? '' : ` with custom ${mapOf(custom)}`;
          const more = `${data}${isReply && from !== null ? ' in answer to the last message' : ''}`;
          return `${from === null ? 'a system message' : `${personOf(from)} writes`} ${show(text)}${more}`;
        })
        .join(' and ')
        .concat(` in ${named(step.slot)}`);
    case 'edit':
      return `${backOf(step.back)} of ${named(step.slot)} is edited`;
    case 'unsend':
      return `${backOf(step.back)} of ${named(step.slot)} is deleted`;
    case 'mark':
      return `${personOf(step.user)} marks ${named(step.slot)} ${markOf(step.isUnread)}`;
    case 'delete':
      return `${named(step.slot)} is deleted`;
    case 'get':
      return `GET of ${named(step.slot)}`;
    case 'messages':
      return `the messages of ${named(step.slot)} are listed`;
    case 'list':
      return listOf(step);
    case 'inbox':
      return inboxOf(step);
    case 'many':
      return `${manySlots.length} conversations with ${personOf(step.user)} are created`;
    case 'oldList':
      return `the list of conversations under ${versions.first}${orderOf(step.order)}`;
    case 'missingUser':
      return `the list of a user who does not exist, under ${step.old ? versions.leaving : versions.latest}`;
    case 'wrongKey':
      return `${step.call} of ${step.call === 'list' ? 'conversations' : named(step.slot)} with ${nearKeys[step.key]?.name ?? 'no key'}`;
    case 'message':
      return `GET of ${backOf(step.back)} of ${named(step.slot)}`;
    case 'user':
      return `GET of ${personOf(step.user)}`;
    case 'putUser':
      return `PUT of ${personOf(step.user)} with the same data`;
    case 'odd':
      return `the list with ${questions[step.question]?.name ?? 'nothing'}`;
    case 'pair':
      return `${tell(step.pair[0])}, and at the same time: ${tell(step.pair[1])}`;
    case 'wrong':
      return `an invalid request to ${named(step.slot)}: ${faults[step.fault]?.name ?? 'none'}`;
  }
}

/** `PUT of conversation A with {}; bob leaves conversation A`. */
export function story(steps: readonly Step[]): string {
  return steps.map(tell).join('; ');
}

function bodyOf(body: Attributes, marker: boolean): string {
  const parts = Object.entries(body).map(([name, value]: [string, unknown]) => {
    if (name === 'participants')
      return `participants ${(value as string[]).map(personOf).join(', ') || '[]'}`;
    return `${name} ${isObject(value) ? mapOf(value) : show(value)}`;
  });
  return [...parts, ...(marker ? ['a marker in custom'] : [])].join(', ') || '{}';
}

function mapOf(map: Readonly<Record<string, unknown>>): string {
  return `{${Object.entries(map)
    .map(([key, value]) => `${show(key)}: ${show(value)}`)
    .join(', ')}}`;
}

function settingsOf(settings: Settings): string {
  const parts = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return parts.length === 0 ? '' : ` with ${parts.join(', ')}`;
}

function backOf(back: number): string {
  return back === 0 ? 'the newest message' : `the message ${back} before the newest`;
}

function markOf(isUnread: boolean | null | undefined): string {
  if (isUnread === undefined) return 'with {}';
  return isUnread === null ? 'with null' : isUnread ? 'as unread' : 'as read';
}

function orderOf({ orderBy, orderDirection }: ListOrder): string {
  const by = [orderBy, orderDirection].filter((one) => one !== undefined).join(' ');
  return by === '' ? '' : ` by ${by}`;
}

function boundsOf(bounds: readonly Bound[] = []): string[] {
  return bounds.map(
    ({ by, distance, slot }) => `${by} ${distance < 0 ? '' : '+'}${distance} ms at ${named(slot)}`,
  );
}

function listOf({ order, limit, tests = [], bounds }: ListStep): string {
  return [
    `the list of conversations${orderOf(order)}, ${limit} a page`,
    ...tests.map(({ key, test }) => `where custom ${show(key)} is ${testOf(test)}`),
    ...boundsOf(bounds),
  ].join(', ');
}

function inboxOf({ user, unreadsOnly, limit, order, bounds, then, old }: InboxStep): string {
  return [
    `the list of ${personOf(user)}${orderOf(order)}${old ? ` under ${versions.sortable}` : ''}`,
    ...(unreadsOnly ? ['unread ones only'] : []),
    `${limit} a page`,
    ...boundsOf(bounds),
    ...(then === undefined ? [] : [`then that of ${personOf(then)}`]),
  ].join(', ');
}

function testOf(test: FilterTest): string {
  return typeof test === 'string' ? test : `${test[0]} ${show(test[1])}`;
}
