import { answers } from './answers.ts';
import { inputs } from './inputs.ts';
import { lag } from './lag.ts';
import { lists } from './lists.ts';
import { queries } from './queries.ts';
import type { Answer, Question, Switch } from './question.ts';
import { sizes } from './sizes.ts';
import { states } from './states.ts';
import { statuses } from './statuses.ts';
import { timing } from './timing.ts';
import { transport } from './transport.ts';

const topics = { sizes, inputs, queries, lists, states, answers, statuses, transport, timing, lag };

const questions = {
  ...sizes,
  ...inputs,
  ...queries,
  ...lists,
  ...states,
  ...answers,
  ...statuses,
  ...transport,
  ...timing,
  ...lag,
};

/** The answers of one server to all open questions. */
export type Choices = { readonly [Q in keyof typeof questions]: Answer<(typeof questions)[Q]> };

/** A switch as it is listed: which question it answers, and how. */
export interface ListedSwitch extends Switch {
  readonly name: string;
  readonly topic: string;
  readonly question: string;
}

/** All switches, by topic. */
export const switches: readonly ListedSwitch[] = Object.entries(topics).flatMap(([topic, asked]) =>
  Object.entries<Question>(asked).flatMap(([name, { switches: options }]) =>
    Object.entries(options).map(([key, option]) => ({ ...option, name: key, topic, question: name })),
  ),
);

/** Whether one server can have both: they answer different questions, and neither excludes the other. */
export const compatible = (one: ListedSwitch, other: ListedSwitch): boolean =>
  one.question !== other.question &&
  !one.excludes?.includes(other.name) &&
  !other.excludes?.includes(one.name);

const find = (name: string): ListedSwitch => {
  const found = switches.find((option) => option.name === name);
  if (found) return found;
  const near = switches.filter((option) => option.name.includes(name) || name.includes(option.name));
  const hint =
    near.length > 0 ? `did you mean ${near.map((option) => option.name).join(', ')}?` : 'see --list.';
  throw new Error(`There is no switch "${name}"; ${hint}`);
};

/** The answers of a server with these switches. Throws for an unknown name and for two that exclude each other. */
export const choose = (names: readonly string[]): Choices => {
  const chosen = [...new Set(names)].map(find);
  for (const [index, one] of chosen.entries()) {
    const clash = chosen.slice(index + 1).find((other) => !compatible(one, other));
    if (clash) throw new Error(`The switches "${one.name}" and "${clash.name}" exclude each other.`);
  }
  const base = Object.entries<Question>(questions).map(([name, { base: answer }]) => [name, answer] as const);
  const changed = chosen.map((option) => [option.question, option.is] as const);
  return Object.fromEntries([...base, ...changed]) as Choices;
};
