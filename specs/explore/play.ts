/** Plays sequences of steps: those of the corpus, and random ones. */
import type fc from 'fast-check';
import { plan, type Plan } from './generate.ts';
import { lookAround, perform } from './perform/index.ts';
import { isPossible, resolved } from './possible.ts';
import type { Sequence } from './sequence.ts';
import type { Step } from './steps.ts';
import { corpus } from './corpus.ts';

/** One way to explore: what is generated, and how it is played. */
export interface Game<Value> {
  readonly arbitrary: fc.Arbitrary<Value>;
  /** The seed corpus: what is played before anything random. */
  readonly corpus: readonly Value[];
  readonly play: (sequence: Sequence, value: Value) => Promise<void>;
  /** Looks at everything once more in the end. */
  readonly look: (sequence: Sequence) => Promise<void>;
}

export const sequences: Game<Plan> = {
  arbitrary: plan,
  corpus,
  async play(sequence, { oddIds, steps }) {
    sequence.session.playsOddIds = oddIds;
    for (const { step, strangers } of steps) {
      const { state, session } = sequence;
      const { abilities } = session;
      const chosen = resolved(step, state, strangers, abilities);
      if (isPossible(chosen, state, abilities)) await perform(sequence, chosen);
    }
  },
  look: lookAround,
};

/** Plays those of the steps that are possible when their turn comes, as they are; tells the position of each. */
export async function playSteps(
  sequence: Sequence,
  steps: readonly Step[],
  onStep: (position: number) => void = () => undefined,
): Promise<void> {
  for (const [position, step] of steps.entries()) {
    if (!isPossible(step, sequence.state, sequence.session.abilities)) continue;
    onStep(position);
    await perform(sequence, step);
  }
}
