/** One way to answer a question that the documentation leaves open. */
export interface Switch<Value = unknown> {
  /** The answer that this switch puts in the place of the base answer. */
  readonly is: Value;
  readonly description: string;
  /** Names of switches of other questions that make no sense beside this one. */
  readonly excludes?: readonly string[];
}

/** A question on which the documentation is silent: the base answer, and others that conform as well. */
export interface Question<Base = unknown, Switches = Readonly<Record<string, Switch>>> {
  readonly base: Base;
  readonly switches: Switches;
}

/** Declares a question. Switches of the same question exclude each other: a server gives one answer. */
export const question = <const Base, const Switches extends Readonly<Record<string, Switch>>>(
  base: Base,
  switches: Switches,
): Question<Base, Switches> => ({ base, switches });

/** The type of all answers that a question can get. */
export type Answer<Q> =
  Q extends Question<infer Base, infer S>
    ? Base | S[keyof S & string] extends infer A
      ? A extends Switch<infer Value>
        ? Value
        : A
      : never
    : never;
