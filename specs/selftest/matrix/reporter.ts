import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { describeMatrix, matrixOf, rowAttachment, type Row } from './matrix.ts';

const folder = 'reports/out/matrix';

/** Collects the rows of the kill matrix, writes it to `reports/out/matrix/matrix.json` and prints its figures. */
export default class MatrixReporter implements Reporter {
  readonly #rows: Row[] = [];
  #began: number | undefined;
  #ended = 0;

  onTestEnd(_test: TestCase, result: TestResult): void {
    const body = result.attachments.find(({ name }) => name === rowAttachment)?.body;
    if (!body) return;
    this.#rows.push(JSON.parse(body.toString('utf8')) as Row);
    this.#began ??= result.startTime.getTime();
    this.#ended = result.startTime.getTime() + result.duration;
  }

  onEnd(): void {
    if (this.#began === undefined) return;
    const matrix = matrixOf(this.#rows, this.#ended - this.#began);
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/matrix.json`, `${JSON.stringify(matrix, null, 1)}\n`);
    process.stdout.write(`${describeMatrix(matrix)}\n`);
  }
}
