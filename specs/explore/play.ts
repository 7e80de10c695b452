/** Plays sequences of fast-check's model-based commands. */
import fc from 'fast-check';
import { anyStep, strangers } from './generate.ts';
import { lookAround, perform } from './perform/index.ts';
import { isPossible, resolved } from './possible.ts';
import type { Sequence } from './sequence.ts';
import type { Step } from './steps.ts';
import { tell } from './story.ts';

/** One way to explore: what is generated, and how it is played. */
export interface Game<Value> {
  readonly arbitrary: fc.Arbitrary<Value>;
  readonly play: (sequence: Sequence, value: Value) => Promise<void>;
  /** Looks at everything once more in the end. */
  readonly look: (sequence: Sequence) => Promise<void>;
}

class Command implements fc.AsyncCommand<Sequence, Sequence> {
  readonly step: Step;
  readonly strangers: boolean;

  constructor(step: Step, strangers: boolean) {
    this.step = step;
    this.strangers = strangers;
  }

  check({ state, session }: Readonly<Sequence>): boolean {
    const { abilities } = session;
    return isPossible(resolved(this.step, state, this.strangers, abilities), state, abilities);
  }

  run(_model: Sequence, sequence: Sequence): Promise<void> {
    const { state, session } = sequence;
    return perform(sequence, resolved(this.step, state, this.strangers, session.abilities));
  }

  toString(): string {
    return tell(this.step);
  }
}

/** Most commands of a sequence, those included that are not possible when their turn comes. */
const mostCommands = 80;

type Commands = Iterable<fc.AsyncCommand<Sequence, Sequence>>;

export const sequences: Game<Commands> = {
  arbitrary: fc.commands([fc.tuple(anyStep, strangers).map((made) => new Command(...made))], {
    maxCommands: mostCommands,
    size: 'max',
  }),
  play: (sequence, commands) => fc.asyncModelRun(() => ({ model: sequence, real: sequence }), commands),
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
