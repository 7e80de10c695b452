import { auth } from './auth.ts';
import { deletion } from './delete.ts';
import { filter } from './filter.ts';
import { inbox } from './inbox.ts';
import { isolation } from './isolation.ts';
import { list } from './list.ts';
import { message } from './message.ts';
import { nearest } from './nearest.ts';
import { page } from './page.ts';
import { participant } from './participant.ts';
import { put } from './put.ts';
import { read } from './read.ts';
import { areaOf, familyOf } from './requirement.ts';
import type { Area, Requirement } from './requirement.ts';
import { retrieve } from './retrieve.ts';
import { newestRuleSet } from './rule-sets.ts';
import type { RuleSet } from './rule-set.ts';
import { transport } from './transport.ts';
import { user } from './user.ts';
import { version } from './version.ts';

export { areaOf, familyOf } from './requirement.ts';
export type { Area, Basis, Capability, Level, Requirement } from './requirement.ts';
export { under } from './rule-set.ts';
export type { RuleSet } from './rule-set.ts';
export { ruleSetNamed, ruleSets } from './rule-sets.ts';

/** The areas of the catalogue, in the order in which a report shows them. */
export const areas: readonly Area[] = [
  transport,
  auth,
  retrieve,
  put,
  participant,
  deletion,
  read,
  message,
  list,
  page,
  filter,
  inbox,
  version,
  user,
  isolation,
];

/** Every requirement, excluded ones included, area by area. */
export const requirements: readonly Requirement[] = areas.flatMap((area) => area.requirements);

/** The state of the catalogue. */
export const ruleSet: RuleSet = newestRuleSet;

const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
const selectors = new Set(requirements.flatMap(({ id }) => [areaOf(id), familyOf(id), id]));

/** The requirement with exactly this id. */
export function requirementById(id: string): Requirement | undefined {
  return byId.get(id);
}

/**
 * The requirements that an id (`PUT-MERGE-01`), a family (`PUT-MERGE`) or an area (`PUT`) names, in catalogue order;
 * `[]` when it names nothing.
 */
export function expand(selector: string): readonly Requirement[] {
  return requirements.filter(({ id }) => [id, familyOf(id), areaOf(id)].includes(selector));
}

/** Up to three existing ids, families or areas that a mistyped selector may have meant, nearest first. */
export function suggest(selector: string): readonly string[] {
  return nearest(selector.trim().toUpperCase(), selectors);
}
