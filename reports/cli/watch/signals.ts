/** What a watch waits for: a reason to judge again, or to end. */
export type Signal = 'again' | 'end';

/** Signals of several sources, one at a time: what comes while nobody waits is kept, and `end` outdoes `again`. */
export class Signals {
  #pending: Signal | undefined;
  #wake: () => void = () => undefined;
  /** Called each time the end is asked for, whether somebody waits or not. */
  onEnd: () => void = () => undefined;

  send(signal: Signal): void {
    if (signal === 'end') this.onEnd();
    if (this.#pending !== 'end') this.#pending = signal;
    this.#wake();
  }

  get ended(): boolean {
    return this.#pending === 'end';
  }

  async next(): Promise<Signal> {
    while (this.#pending === undefined) await new Promise<void>((wake) => (this.#wake = wake));
    const signal = this.#pending;
    // Whoever asks after the end is told of it again.
    if (signal !== 'end') this.#pending = undefined;
    return signal;
  }
}
