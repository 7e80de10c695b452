import { areas, requirements } from './areas.ts';
import { nearest } from './nearest.ts';
import { areaOf, familyOf } from './requirement.ts';
import type { Requirement } from './requirement.ts';

export { areas, requirements } from './areas.ts';
export { areaOf, familyOf } from './requirement.ts';
export type { Area, Basis, Capability, Level, Requirement } from './requirement.ts';
export { capabilityOf, capabilityOfResource, disclaiming } from './capability.ts';
export type { RuleSet } from './rule-set.ts';
export { broughtBy, ruleSet, ruleSetNamed, ruleSets, under } from './rule-sets.ts';

const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
const selectors = new Set(requirements.flatMap(({ id }) => [areaOf(id), familyOf(id), id]));

/** What the area is called, in a few words. */
export function areaTitle(area: string): string | undefined {
  return areas.find(({ id }) => id === area)?.title;
}

/** The requirement with exactly this id. */
export function requirementById(id: string): Requirement | undefined {
  return byId.get(id);
}

/**
 * The requirements that an id (`PUT-MERGE-01`), a family (`PUT-MERGE`), an area (`PUT`) or a pattern (`PUT-*`) names, in
 * capitals or not, in catalogue order; `[]` when it names nothing.
 */
export function expand(selector: string): readonly Requirement[] {
  const words = selector.toUpperCase().split('*');
  const named = new RegExp(`^${words.map((word) => word.replace(/[^A-Z0-9-]/g, '\\$&')).join('.*')}$`);
  return requirements.filter(({ id }) => [id, familyOf(id), areaOf(id)].some((name) => named.test(name)));
}

/** Up to three existing ids, families or areas that a mistyped selector may have meant, nearest first. */
export function suggest(selector: string): readonly string[] {
  return nearest(selector.trim().toUpperCase(), selectors);
}

/** What to say about a selector that names nothing: names near it, or a valid example where none is near. */
export function describeUnknown(selector: string): string {
  const names = suggest(selector);
  const hint =
    names.length === 0
      ? '. A valid example: PUT-MERGE-01'
      : `; did you mean ${names.join(', ').replace(/, (?=[^,]*$)/, ' or ')}?`;
  return `"${selector}" is not a requirement, family or area${hint}`;
}
