import { appendFileSync } from 'node:fs';
import type { Reporter, Suite } from '@playwright/test/reporter';

/**
 * Ends the output of a test run with one plain line of figures. Where several runs are to be told as one, `FIGURES` names
 * a file, and the line goes there.
 */
export default class ClosingLine implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onExit(): Promise<void> {
    const outcomes = this.#suite?.allTests().map((test) => test.outcome()) ?? [];
    const count = (...wanted: string[]): number =>
      outcomes.filter((outcome) => wanted.includes(outcome)).length;
    const line = `${count('expected')} passed, ${count('unexpected', 'flaky')} failed, ${count('skipped')} skipped\n`;
    const file = process.env['FIGURES'];
    if (file === undefined) process.stdout.write(line);
    else appendFileSync(file, line);
    return Promise.resolve();
  }
}
