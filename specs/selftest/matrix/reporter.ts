import { mkdirSync, writeFileSync } from 'node:fs';
import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { scenarioAttachment, type ScenarioRecord } from '../../../schemas/report/scenario-record.ts';
import { requirements } from '../../requirements/index.ts';
import { objectionsTo, rowOf, type Row } from './matrix.ts';
import { variants } from './variants.ts';

const folder = 'reports/out/matrix';

/** Collects the records of each variant, writes the matrix and fails where it does not hold. */
export default class MatrixReporter implements Reporter {
  readonly #records = new Map<string, ScenarioRecord[]>();
  readonly #problems: string[] = [];
  #projects: readonly string[] = [];
  #began = Date.now();

  constructor() {
    // See `fixtures/settle.ts`: failing is what most variants are for, and must not cost a worker each time.
    process.env['CONFORMANCE_REPORTER'] = 'listening';
  }

  onBegin(_config: unknown, suite: Suite): void {
    this.#began = Date.now();
    this.#projects = suite.suites.map(({ title }) => title);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const name = test.parent.project()?.name ?? '';
    const body = result.attachments.find((attachment) => attachment.name === scenarioAttachment)?.body;
    if (!body)
      this.#problems.push(`${name}: ${test.title} left no record: ${result.error?.message ?? result.status}`);
    else
      this.#records.set(name, [
        ...(this.#records.get(name) ?? []),
        JSON.parse(body.toString('utf8')) as ScenarioRecord,
      ]);
  }

  onError(error: { message?: string }): void {
    this.#problems.push(error.message ?? 'unknown error');
  }

  onEnd(result: FullResult): Promise<{ status: FullResult['status'] }> {
    const rows = variants
      .filter(({ name }) => this.#projects.includes(name))
      .map((variant) => rowOf(variant, this.#records.get(variant.name) ?? []));
    const complete = rows.length === variants.length;
    const checked = requirements
      .filter(({ level, excluded }) => level !== 'SURVEY' && !excluded)
      .map(({ id }) => id);
    const objections = [...this.#problems, ...objectionsTo(rows, complete ? checked : [])];
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/matrix.json`, `${JSON.stringify({ rows, objections }, null, 1)}\n`);
    process.stdout.write([...objections, summary(rows, Date.now() - this.#began), ''].join('\n'));
    const verdict = objections.length === 0 ? 'passed' : 'failed';
    return Promise.resolve({ status: result.status === 'interrupted' ? 'interrupted' : verdict });
  }
}

function summary(rows: readonly Row[], durationMs: number): string {
  const defects = rows.filter(({ kind }) => kind === 'defect');
  const killed = defects.filter(({ red }) => red.length > 0);
  const exact = defects.filter(({ missed, must }) => missed.length === 0 && must.length > 0);
  const collateral = defects.map(({ red, must }) => red.filter((id) => !must.includes(id)).length);
  const mean = collateral.reduce((sum, count) => sum + count, 0) / Math.max(1, collateral.length);
  const conforming = rows.filter(({ kind }) => kind !== 'defect');
  return [
    `${defects.length} defects, ${killed.length} killed, ${exact.length} by every expected id`,
    `collateral ids per defect: mean ${mean.toFixed(2)}, maximum ${Math.max(0, ...collateral)}`,
    `${conforming.length} conforming variants, ${conforming.filter(({ red, unexpected }) => red.length + unexpected.length === 0).length} without a false alarm`,
    `${rows.reduce((sum, { requests }) => sum + requests, 0)} requests, ${Math.round(durationMs / 1000)} s`,
  ].join('\n');
}
