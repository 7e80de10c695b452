import type { Reporter, Suite } from '@playwright/test/reporter';

/** Ends the output of a test run with one plain line of figures. */
export default class ClosingLine implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onExit(): Promise<void> {
    const outcomes = this.#suite?.allTests().map((test) => test.outcome()) ?? [];
    const count = (...wanted: string[]): number =>
      outcomes.filter((outcome) => wanted.includes(outcome)).length;
    process.stdout.write(
      `${count('expected')} passed, ${count('unexpected', 'flaky')} failed, ${count('skipped')} skipped\n`,
    );
    return Promise.resolve();
  }
}
