/**
 * The second server, which was written from the documentation alone by somebody who had not read the suite: it conforms
 * whatever switches it has. Variants of our own server only vary what we thought of.
 */
import { compatible, switches, type ListedSwitch } from '../second-server/start.ts';
import { covering } from './covering.ts';
import type { Variant } from './variants.ts';

const prefix = 'second ';

/** Long enough for switches by which something shows late, in ms. */
const consistencyMs = 250;

/** The server as it is, and with each switch alone. */
export function secondAlone(): readonly Variant[] {
  return [secondAsItIs, ...switches.map((one) => variantOf([one]))];
}

const isTimed = ({ topic }: ListedSwitch): boolean => topic === 'timing' || topic === 'lag';

/** Most switches at once. */
const most = 12;

/** With as few mixes of switches as it takes for each that is not about time to stand in one; other ones for each seed. */
export function secondMixes(seed: number): readonly Variant[] {
  const mixed = switches.filter((one) => !isTimed(one));
  return covering(mixed, seed, most, compatible).map(variantOf);
}

/** The server as it is. */
export const secondAsItIs: Variant = variantOf([]);

/** The variant of this name; undefined where it is not one of the second server. */
export function secondNamed(name: string): Variant | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const names = name.slice(prefix.length).split('+');
  return variantOf(switches.filter((one) => names.includes(one.name)));
}

function variantOf(chosen: readonly ListedSwitch[]): Variant {
  const names = chosen.map(({ name }) => name);
  return {
    name: `${prefix}${names.join('+') || 'as it is'}`,
    kind: 'choice',
    does: chosen.map(({ description }) => description).join(' ') || 'The second server, as it is.',
    must: [],
    may: [],
    options: {},
    second: { switches: names, consistencyMs: chosen.some(isTimed) ? consistencyMs : 0 },
  };
}
