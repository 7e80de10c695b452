/**
 * Servers that choose otherwise in several places at once. Each choice alone conforms, and so do those together
 * that settle different questions.
 */
import fc from 'fast-check';
import { CHOICES, type ChoiceName } from '../../../../fixtures/server/index.ts';
import { covering } from './covering.ts';
import { someDisclaimed } from './disclaimed.ts';
import { secondAsItIs } from './second.ts';
import { variants, type Variant } from './variants.ts';

const prefix = 'mix ';

/** Whether a server with this choice is slow, or has a coarse clock: all scenarios together take minutes on it. */
function slow(name: ChoiceName): boolean {
  const { slow: late = false, target } = CHOICES[name];
  return late || target?.consistencyMs !== undefined;
}

/** Names of so many mixes, the same ones for each seed. */
export function mixes(count: number, seed: number): string[] {
  const names = (Object.keys(CHOICES) as ChoiceName[]).filter((name) => !slow(name));
  const some = fc.subarray(names, { minLength: 3, maxLength: 12 });
  return fc
    .sample(some, { numRuns: count, seed })
    .map((chosen) => `${prefix}${chosen.filter(isFirstOfItsQuestion).join('+')}`);
}

/** Most choices in one mix. */
const most = 20;

/** Names of as few mixes as it takes for each choice that is not slow to stand in one; other ones for each seed. */
export function coveringMixes(seed: number): string[] {
  const names = (Object.keys(CHOICES) as ChoiceName[]).filter((name) => !slow(name));
  const settleOther = (one: ChoiceName, other: ChoiceName): boolean => questionOf(one) !== questionOf(other);
  return covering(names, seed, most, settleOther).map((mix) => `${prefix}${mix.join('+')}`);
}

/**
 * Every defect, the clean server, each capability disclaimed, each slow choice, and all others up to twenty at once; the
 * second server as it is.
 */
export function together(): readonly Variant[] {
  const alone = variants.filter((variant) => variant.kind !== 'choice' || isSlow(variant));
  const mixed = coveringMixes(1).flatMap((name) => mixNamed(name) ?? []);
  return [...alone, ...someDisclaimed(), ...mixed, secondAsItIs];
}

/** Whether a variant is a choice that takes its time, and so stands in no mix. */
export function isSlow({ options, second }: Variant): boolean {
  return (options.choices?.some(slow) ?? false) || (second !== undefined && second.consistencyMs > 0);
}

/** Of those that settle the same question, a server makes one. */
function isFirstOfItsQuestion(name: ChoiceName, index: number, chosen: readonly ChoiceName[]): boolean {
  return !chosen.slice(0, index).some((earlier) => questionOf(earlier) === questionOf(name));
}

const questionOf = (name: ChoiceName): string => CHOICES[name].question ?? name;

/** The variant of this name; undefined where it is no mix. */
export function mixNamed(name: string): Variant | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const choices = name.slice(prefix.length).split('+') as ChoiceName[];
  return { name, kind: 'choice', does: choices.join(', '), must: [], may: [], options: { choices } };
}
