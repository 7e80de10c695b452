import type { ConversationView } from './projection.ts';
import { lastMessage } from './read-state.ts';
import { badRequest } from './refusal.ts';
import type { Choices } from './switches/index.ts';

export type Matcher = (view: ConversationView) => boolean;
type Test<T> = (value: T) => boolean;

const refused = (reason: string): Error => badRequest('filter', reason);

const asTexts = (operand: unknown, choices: Choices): readonly unknown[] => {
  if (!Array.isArray(operand) || operand.some((one) => typeof one !== 'string' && one !== null))
    throw refused('not a list of strings');
  if (operand.length === 0 && choices.emptyOneOf === 'refused') throw refused('no values');
  if (operand.length > choices.filterOperandsMax) throw refused('too many values');
  return operand;
};

const pair = (predicate: unknown): readonly [string, unknown] => {
  if (!Array.isArray(predicate) || predicate.length !== 2 || typeof predicate[0] !== 'string')
    throw refused('not a pair of operator and operand');
  return [predicate[0], predicate[1]];
};

/** Text operators of the SDK's predicate (companion 8); != and !oneOf also match what is not there. */
const textTest = (
  predicate: unknown,
  nullable: boolean,
  choices: Choices,
): Test<string | null | undefined> => {
  const [operator, operand] = pair(predicate);
  if (operator === 'oneOf' || operator === '!oneOf') {
    const values = asTexts(operand, choices);
    return (value) => values.includes(value) === (operator === 'oneOf');
  }
  if (operator !== '==' && operator !== '!=') throw refused('unknown operator');
  if (typeof operand !== 'string' && !(nullable && operand === null)) throw refused('not a string');
  return (value) => (value === operand) === (operator === '==');
};

const customTest = (predicate: unknown, choices: Choices): Test<string | undefined> => {
  if (predicate === 'exists') return (value) => value !== undefined;
  if (predicate === '!exists') return (value) => value === undefined;
  return textTest(predicate, false, choices);
};

/** Number operators; between includes its lower bound and, as base, excludes the upper one. */
const numberTest = (predicate: unknown, choices: Choices): Test<number> => {
  const [operator, operand] = pair(predicate);
  if (operator === 'between' || operator === '!between') {
    if (!Array.isArray(operand) || operand.length !== 2 || operand.some((one) => typeof one !== 'number'))
      throw refused('not two numbers');
    const [lower, upper] = operand as [number, number];
    const within: Test<number> = (value) =>
      value >= lower && (value < upper || (choices.betweenUpper === 'inclusive' && value === upper));
    return (value) => within(value) === (operator === 'between');
  }
  if (typeof operand !== 'number') throw refused('not a number');
  if (operator === '>') return (value) => value > operand;
  if (operator === '<') return (value) => value < operand;
  if (operator === '>=') return (value) => value >= operand;
  if (operator === '<=') return (value) => value <= operand;
  throw refused('unknown operator');
};

const flagTest = (predicate: unknown): Test<boolean> => {
  if (typeof predicate !== 'boolean') throw refused('not a boolean');
  return (value) => value === predicate;
};

const customMatcher = (predicates: unknown, choices: Choices): Matcher => {
  if (typeof predicates !== 'object' || predicates === null || Array.isArray(predicates))
    throw refused('custom is not an object');
  const tests = Object.entries(predicates).map(([key, one]) => [key, customTest(one, choices)] as const);
  return (view) => tests.every(([key, test]) => test(view.custom.get(key)));
};

const fieldMatcher = (field: string, predicate: unknown, choices: Choices): Matcher => {
  if (field === 'custom') return customMatcher(predicate, choices);
  if (choices.filterFields === 'custom') throw refused(`cannot filter by ${field}`);
  if (field === 'subject') {
    const test = textTest(predicate, true, choices);
    return (view) => test(view.subject);
  }
  if (field === 'createdAt' || field === 'lastMessageTs') {
    const test = numberTest(predicate, choices);
    const moment = (view: ConversationView): number | undefined =>
      field === 'createdAt' ? view.createdAt : lastMessage(view)?.createdAt;
    return (view) => moment(view) !== undefined && test(moment(view) ?? NaN);
  }
  if (field === 'hasMessages') {
    const test = flagTest(predicate);
    return (view) => test(view.messages.length > 0);
  }
  if (choices.unknownFilterField === 'refused') throw refused(`unknown field ${field}`);
  return () => choices.unknownFilterField === 'ignored';
};

const compile = (filter: unknown, choices: Choices): Matcher => {
  if (Array.isArray(filter) && choices.anyFilter === 'accepted') {
    const [operator, operands] = pair(filter);
    if (operator !== 'any' || !Array.isArray(operands)) throw refused('unknown compound');
    const matchers = operands.map((one) => compile(one, choices));
    return (view) => matchers.some((matches) => matches(view));
  }
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) throw refused('not an object');
  const matchers = Object.entries(filter).map(([field, one]) => fieldMatcher(field, one, choices));
  return (view) => matchers.every((matches) => matches(view));
};

/** Compiles a filter: JSON of the SDK's conversation predicate (page), all parts of which must match. */
export const readFilter = (text: string | undefined, choices: Choices): Matcher => {
  if (text === undefined) return () => true;
  if (text.length > choices.filterMax) throw refused('too long');
  let filter: unknown;
  try {
    filter = JSON.parse(text);
  } catch {
    throw refused('not JSON');
  }
  return compile(filter, choices);
};
