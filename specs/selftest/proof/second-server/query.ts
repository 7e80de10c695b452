import { badRequest } from './refusal.ts';
import type { Choices } from './switches/index.ts';

export type Query = ReadonlyMap<string, string>;

/** Decodes a query string once. `known` are the parameters that a page names for this call. */
export const readQuery = (search: string, known: readonly string[], choices: Choices): Query => {
  const raw = choices.barePlus === 'plus' ? search.replaceAll('+', '%2B') : search;
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(raw)) {
    if (!known.includes(name)) {
      if (choices.unknownParameter === 'refused') throw badRequest(name, 'unknown parameter');
      continue;
    }
    if (value === '' && name !== 'filter' && choices.emptyParameter === 'ignored') continue;
    if (query.has(name) && choices.doubled === 'refused') throw badRequest(name, 'given twice');
    if (!query.has(name) || choices.doubled === 'last') query.set(name, value);
  }
  return query;
};

/** The page size: a whole number from 1 to `max`, or the default. */
export const readLimit = (query: Query, standard: number, max: number, choices: Choices): number => {
  const text = query.get('limit');
  if (text === undefined) return standard;
  const rounded = choices.fractions === 'floor' ? Math.floor(Number(text === '' ? NaN : text)) : NaN;
  const limit = /^\d+$/.test(text) ? Number(text) : rounded;
  if (!(limit >= 1)) {
    if (choices.badLimit === 'refused') throw badRequest('limit', 'not a number from 1 on');
    return choices.badLimit === 'one' ? 1 : standard;
  }
  if (limit <= max) return limit;
  if (choices.largeLimit === 'refused') throw badRequest('limit', `above ${max}`);
  return choices.largeLimit === 'maximum' ? max : standard;
};

/** A timestamp in Unix milliseconds. NaN is one that matches nothing. */
export const readTimestamp = (query: Query, name: string, choices: Choices): number | undefined => {
  const text = query.get(name);
  if (text === undefined) return undefined;
  const iso = choices.isoTimestamps === 'accepted' && /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : NaN;
  const value = /^-?\d+$/.test(text) ? Number(text) : iso;
  if (value < 0 && choices.negativeTimestamps === 'refused') throw badRequest(name, 'before 1970');
  if (!Number.isNaN(value)) return value;
  if (choices.badTimestamps === 'refused') throw badRequest(name, 'not a timestamp');
  return choices.badTimestamps === 'ignored' ? undefined : NaN;
};

/** One of two documented words, the first of which is the default. */
export const readWord = <const A extends string, const B extends string>(
  query: Query,
  name: string,
  [standard, other]: readonly [A, B],
  choices: Choices,
): A | B => {
  const text = query.get(name);
  const same = (word: string): boolean =>
    choices.orderCase === 'any' ? word.toLowerCase() === text?.toLowerCase() : word === text;
  if (text === undefined || same(standard)) return standard;
  if (same(other)) return other;
  if (choices.unknownOrder === 'refused') throw badRequest(name, `neither ${standard} nor ${other}`);
  return standard;
};

export const readFlag = (query: Query, name: string, choices: Choices): boolean => {
  const text = query.get(name) ?? 'false';
  if (text === 'true' || text === 'false') return text === 'true';
  const lenient = choices.unreadsOnlyForm === 'lenient' && /^(1|yes|true|0|no|false)$/i.test(text);
  if (!lenient) throw badRequest(name, 'neither true nor false');
  return /^(1|yes|true)$/i.test(text);
};
