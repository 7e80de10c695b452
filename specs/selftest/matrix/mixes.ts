/**
 * Servers that choose otherwise in several places at once. Each choice alone conforms, and so do those together
 * that settle different questions.
 */
import fc from 'fast-check';
import { CHOICES, type ChoiceName } from '../../../fixtures/server/index.ts';
import type { Variant } from './variants.ts';

const prefix = 'mix ';

/** Choices that take their time. */
const slow: ReadonlySet<ChoiceName> = new Set(['rate-limit', 'rate-limit-50', 'late-80ms']);

/** Of each group one at most: its members settle the same question. */
const groups: readonly RegExp[] = [
  /^(topic|bounds|page-size|refuse|errors|unknown-participant|patch-nonparticipant|messageless)-/,
  /^(read-state-by|none|leaving|inbox-filter|duplicate-parameter|max-participants|coming-back)-/,
  /^(?:no-versions|unknown-version-latest|default-version-.*)$/,
  /^(?:cursor-beats-offset|offset-beats-cursor|offset-with-cursor-refused)$/,
  /^clock-\d+m?s$/,
  /^clock-.*(ahead|behind)$/,
  /^foreign-/,
  /^(ties-by-id-reversed|message-ties-by-id)$/,
  /-lag-/,
  /^limit-/,
];

/** Names of so many mixes, the same ones for each seed. */
export function mixes(count: number, seed: number): string[] {
  const names = (Object.keys(CHOICES) as ChoiceName[]).filter((name) => !slow.has(name));
  const some = fc.subarray(names, { minLength: 3, maxLength: 12 });
  return fc
    .sample(some, { numRuns: count, seed })
    .map((chosen) => `${prefix}${chosen.filter(isFirstOfItsGroup).join('+')}`);
}

function isFirstOfItsGroup(name: string, index: number, chosen: readonly string[]): boolean {
  return !chosen.slice(0, index).some((earlier) => questionOf(earlier) === questionOf(name));
}

/** What a choice settles; itself, where it belongs to no group. */
function questionOf(name: string): string {
  const group = groups.find((one) => one.test(name));
  return group ? `${group.source} ${group.exec(name)?.[1] ?? ''}` : name;
}

/** The variant of this name; undefined where it is no mix. */
export function mixNamed(name: string): Variant | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const choices = name.slice(prefix.length).split('+') as ChoiceName[];
  return { name, kind: 'choice', does: choices.join(', '), must: [], may: [], options: { choices } };
}
