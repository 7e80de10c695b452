import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { MatrixRow } from '../../../../schemas/report/kill-matrix.ts';
import { describeMatrix, matrixOf, rowAttachment, writeMatrix } from './matrix.ts';

/** Collects the rows of the kill matrix, writes it to `reports/out/matrix` and prints its figures. */
export default class MatrixReporter implements Reporter {
  readonly #rows: MatrixRow[] = [];
  #began: number | undefined;
  #ended = 0;

  onTestEnd(_test: TestCase, result: TestResult): void {
    const body = result.attachments.find(({ name }) => name === rowAttachment)?.body;
    if (!body) return;
    this.#rows.push(JSON.parse(body.toString('utf8')) as MatrixRow);
    this.#began ??= result.startTime.getTime();
    this.#ended = result.startTime.getTime() + result.duration;
  }

  onEnd(): void {
    if (this.#began === undefined) return;
    const matrix = matrixOf(this.#rows, this.#ended - this.#began);
    writeMatrix(matrix, 'reports/out/matrix');
    process.stdout.write(`${describeMatrix(matrix)}\n`);
  }
}
