import fc from 'fast-check';

/**
 * As few mixes as it takes for each of these to stand in one; other ones for each seed.
 *
 * @param most in one mix: whoever finds one red has to find out by which of them
 * @param compatible whether one server can have both
 */
export function covering<One>(
  all: readonly One[],
  seed: number,
  most: number,
  compatible: (one: One, other: One) => boolean,
): One[][] {
  const [shuffled = []] = fc.sample(fc.shuffledSubarray([...all], { minLength: all.length }), {
    numRuns: 1,
    seed,
  });
  const mixes: One[][] = [];
  for (const one of shuffled) {
    const mix = mixes.find(
      (chosen) => chosen.length < most && chosen.every((other) => compatible(one, other)),
    );
    if (mix) mix.push(one);
    else mixes.push([one]);
  }
  return mixes;
}
