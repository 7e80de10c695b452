/** The clean server, as targets that disclaim two capabilities: what needs them is not applicable, all else holds. */
import { capabilityNames } from '../../../../fixtures/target/settings.ts';
import type { Variant } from './variants.ts';

const prefix = 'without ';
type Name = (typeof capabilityNames)[number];

const namingMakes = ['unknown-participant-created', 'join-unknown-user-created'] as const;

/** Every two capabilities. */
export function pairsDisclaimed(): readonly Variant[] {
  return capabilityNames.flatMap((first, index) =>
    capabilityNames.slice(index + 1).map((second) => without([first, second])),
  );
}

/** As few pairs as it takes for each capability to stand in one. */
export function someDisclaimed(): readonly Variant[] {
  const pairs = capabilityNames.map((_, index) => capabilityNames.slice(index, index + 2));
  return pairs.filter((_, index) => index % 2 === 0).map(without);
}

/** The variant of this name; undefined where it disclaims nothing. */
export function disclaimedNamed(name: string): Variant | undefined {
  return name.startsWith(prefix) ? without(name.slice(prefix.length).split('+') as Name[]) : undefined;
}

function without(disclaimed: readonly Name[]): Variant {
  const name = `${prefix}${disclaimed.join('+')}`;
  const does = `Nothing otherwise; the target disclaims ${disclaimed.join(' and ')}.`;
  // Where people cannot be made, they are there by being named.
  const choices = disclaimed.includes('users') ? namingMakes : [];
  return { name, kind: 'choice', does, must: [], may: [], options: { choices }, disclaimed };
}
