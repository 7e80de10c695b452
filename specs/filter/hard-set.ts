/** Conversations whose custom data holds texts that are easily mangled, and what filters say about them. */
import { hardCustom, type HardEntry, type HardGroup } from '../../fixtures/builders/hard-custom.ts';
import type { Api } from '../../fixtures/client/api.ts';
import { describeExchange, succeeded } from '../../fixtures/client/exchange.ts';
import { byCustom, type CustomTest } from '../../fixtures/client/filter.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import type { Given, Person } from '../../fixtures/scenario/given.ts';
import { isAssertion } from '../../fixtures/scenario/judgement.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import { Blocked, Violation } from '../../fixtures/scenario/outcome.ts';
import { conversationsIn, idsIn, isObject } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { nameOf, setOf } from '../../fixtures/lists/answers.ts';

type Custom = Readonly<Record<string, string>>;

export interface HardSet {
  readonly conversations: readonly { readonly id: string; readonly custom: Custom }[];
  readonly groups: readonly HardGroup[];
}

/** @param more custom data of each conversation beside the hard texts */
export function hardSet(given: Given, token: string, more: readonly Custom[]): HardSet {
  const { groups, customs } = hardCustom(token);
  const conversations = customs.map((hard, index) => ({
    id: given.newId(),
    custom: joined(hard, more[index] ?? {}),
  }));
  return { conversations, groups };
}

/** One object with the keys of all; a key `__proto__` is a key like any other. */
export function joined(...parts: readonly Custom[]): Custom {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}

export function equalTo(custom: Custom): Readonly<Record<string, CustomTest>> {
  return Object.fromEntries(Object.entries(custom).map(([key, value]) => [key, ['==', value]]));
}

/** Creates the conversations. A violation names the texts that the target does not store. */
export async function store(api: Api, given: Given, { conversations, groups }: HardSet, person: Person) {
  for (const { id, custom } of conversations) {
    const put = await api.conversations.put(id, { participants: [person.id], custom });
    if (succeeded(put)) continue;
    await given.done('creating a conversation', api.conversations.put(id, { participants: [person.id] }));
    const refused: string[] = [];
    for (const { name, key, value } of groups.flatMap(({ entries }) => entries))
      if (!succeeded(await api.conversations.put(id, { custom: joined({ [key]: value }) })))
        refused.push(name);
    if (refused.length === 0)
      throw new Blocked('much custom data at once is refused, though each part of it alone is not');
    throw new Violation('to store any text', `${describeExchange(put)} because of ${refused.join(', ')}`);
  }
}

/** The filter answers exactly the conversations that have all of this, and it reads back exactly. */
export async function finds(api: Api, set: HardSet, custom: Custom): Promise<void> {
  const answer = await api.conversations.list({ ...byCustom(equalTo(custom)), limit: pageSize });
  const wanted = set.conversations.flatMap((conversation, index) =>
    has(conversation.custom, custom) ? [nameOf(index)] : [],
  );
  expect(setOf(set, idsIn(answer))).toEqual(wanted);
  const unlike = conversationsIn(answer).filter((conversation) => !has(conversation.custom, custom));
  expect(unlike.map((conversation) => conversation.custom)).toEqual([]);
}

/**
 * The filter answers exactly the conversations that have each of these parts. Asks for all parts at once and, only where
 * that is not answered well, for each alone.
 */
export function findsEach(
  eventually: Eventually,
  api: Api,
  parts: readonly Custom[],
  set: HardSet,
): (index: number) => Promise<void> {
  let together: boolean | undefined;
  return async (index) => {
    together ??= await holds(eventually(() => finds(api, set, joined(...parts))));
    if (!together) await eventually(() => finds(api, set, parts[index] ?? {}));
  };
}

function has(whole: unknown, part: Custom): boolean {
  return Object.entries(part).every(
    ([key, value]) => isObject(whole) && Object.hasOwn(whole, key) && whole[key] === value,
  );
}

/**
 * Which entries of a group are not understood, each tried alone: as a key, or already as a value under an ordinary key.
 * None where only their combination is not, which is not a matter of texts.
 */
export async function culprits(api: Api, set: HardSet, { entries }: HardGroup): Promise<string[]> {
  const found: string[] = [];
  for (const { name, key, value, plainKey } of entries) {
    if (await holds(finds(api, set, joined({ [key]: value })))) continue;
    const asValue = !(await holds(finds(api, set, joined({ [plainKey]: value }))));
    found.push(`${asValue ? 'a value' : 'a key'} with ${name}`);
  }
  return found;
}

async function holds(judging: Promise<void>): Promise<boolean> {
  try {
    await judging;
    return true;
  } catch (error) {
    if (!isAssertion(error)) throw error;
    return false;
  }
}

/** Key and value of each entry. */
export function customOf(entries: readonly HardEntry[]): Custom {
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}
