import { readdirSync, readFileSync } from 'node:fs';
import { requirements } from './areas.ts';
import type { Level, Requirement } from './requirement.ts';
import { hashRequirements, ruleSetOf, type RuleSet } from './rule-set.ts';

const folder = new URL('./rule-sets/', import.meta.url);

/** The rule sets that were released, the oldest first. Each is frozen in a file of its own. */
export const releasedRuleSets: readonly RuleSet[] = readdirSync(folder)
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as RuleSet)
  .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));

/**
 * The catalogue as it is, by which a run is judged unless it asks for another rule set: the last released one, or the
 * next one where something has changed since. The next one has no file until it is released.
 */
export const ruleSet: RuleSet = current();

function current(): RuleSet {
  const last = releasedRuleSets.at(-1);
  if (last === undefined) return ruleSetOf('1.0', requirements);
  if (last.hash === hashRequirements(requirements)) return last;
  const [major, minor] = last.version.split('.');
  return ruleSetOf(`${major}.${Number(minor) + 1}`, requirements);
}

/** Every rule set that a run can be judged by, the newest last. */
export const ruleSets: readonly RuleSet[] = [...new Set([...releasedRuleSets, ruleSet])];

/** @throws Error where there is none of that version */
export function ruleSetNamed(version: string): RuleSet {
  const found = ruleSets.find((one) => one.version === version);
  if (found === undefined)
    throw new Error(`is not a rule set; known: ${ruleSets.map((one) => one.version).join(', ')}`);
  return found;
}

/** Version of the first rule set that judges a requirement. */
export function broughtBy(id: string): string {
  return (ruleSets.find((rules) => levelIn(rules, id) !== undefined) ?? ruleSet).version;
}

/**
 * What a requirement is under a rule set: its level there. What the rule set does not know, or does not judge, is newer:
 * it keeps its own level, and names the rule set that brought it.
 */
export function under(
  { id, level, excluded }: Requirement,
  rules: RuleSet,
): { readonly level: Level; readonly newer?: string } {
  if (excluded !== undefined) return { level };
  const ruled = levelIn(rules, id);
  return ruled === undefined ? { level, newer: broughtBy(id) } : { level: ruled };
}

function levelIn({ levels }: RuleSet, id: string): Level | undefined {
  const level = levels[id];
  return level === 'excluded' ? undefined : level;
}
