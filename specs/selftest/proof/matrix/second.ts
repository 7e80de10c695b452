/**
 * The second server, which was written from the documentation alone by somebody who had not read the suite: it conforms
 * whatever switches it has. Variants of our own server only vary what we thought of.
 */
import fc from 'fast-check';
import { compatible, switches, type ListedSwitch } from '../second-server/start.ts';
import type { Variant } from './variants.ts';

const prefix = 'second ';

/** Long enough for switches by which something shows late, in ms. */
const consistencyMs = 250;

/** Most switches in one mix: whoever finds one red has to find out by which of them. */
const most = 40;

/** The server as it is, and with each switch alone. */
export function secondAlone(): readonly Variant[] {
  return [variantOf([]), ...switches.map((one) => variantOf([one]))];
}

/** The server as it is, and as few mixes as it takes for each switch to stand in one; other ones for each seed. */
export function secondMixes(seed: number): readonly Variant[] {
  const [shuffled = []] = fc.sample(fc.shuffledSubarray([...switches], { minLength: switches.length }), {
    numRuns: 1,
    seed,
  });
  const mixes: ListedSwitch[][] = [];
  for (const one of shuffled) {
    const mix = mixes.find((chosen) => chosen.length < most && chosen.every((other) => fits(one, other)));
    if (mix) mix.push(one);
    else mixes.push([one]);
  }
  return [variantOf([]), ...mixes.map(variantOf)];
}

/** What shows late hides what else is wrong, and takes its time: it stands in mixes of its own. */
function fits(one: ListedSwitch, other: ListedSwitch): boolean {
  return compatible(one, other) && isTimed(one) === isTimed(other);
}

const isTimed = ({ topic }: ListedSwitch): boolean => topic === 'timing' || topic === 'lag';

/** The variant of this name; undefined where it is not one of the second server. */
export function secondNamed(name: string): Variant | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const names = name.slice(prefix.length).split('+');
  return variantOf(switches.filter((one) => names.includes(one.name)));
}

function variantOf(chosen: readonly ListedSwitch[]): Variant {
  const slow = chosen.some(isTimed);
  return {
    name: `${prefix}${chosen.map(({ name }) => name).join('+') || 'as it is'}`,
    kind: 'choice',
    does: chosen.map(({ description }) => description).join(' ') || 'The second server, as it is.',
    must: [],
    may: [],
    options: {},
    second: { switches: chosen.map(({ name }) => name), slow, consistencyMs: slow ? consistencyMs : 0 },
  };
}
