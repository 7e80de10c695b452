import { readFileSync } from 'node:fs';
import type { RuleSet } from './rule-set.ts';

/** Versions of the rule sets, the oldest first. Each is frozen in a file of its own; the newest is the catalogue. */
const versions = ['1.0'];

/** Every rule set that a run can be judged by, the newest last. */
export const ruleSets: readonly RuleSet[] = versions.map((version) => {
  const file = new URL(`./rule-sets/${version}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as RuleSet;
});

/** @throws Error where there is none of that version */
export function ruleSetNamed(version: string): RuleSet {
  const found = ruleSets.find((one) => one.version === version);
  if (found === undefined)
    throw new Error(`is no rule set; there is ${ruleSets.map((one) => one.version).join(', ')}`);
  return found;
}

const newest = ruleSets.at(-1);
if (newest === undefined) throw new Error('there is no rule set');

/** The state of the catalogue, by which a run is judged unless it asks for another one. */
export const newestRuleSet: RuleSet = newest;
