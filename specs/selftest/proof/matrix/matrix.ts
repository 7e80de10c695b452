/** What the kill matrix says: from the records of a variant to its row, and from the rows to figures and files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildRunReport } from '../../../../reports/run-report.ts';
import { matrixHtml } from '../../../../reports/writers/html/matrix.ts';
import type { Matrix, MatrixRow } from '../../../../schemas/report/kill-matrix.ts';
import type { RequirementResult } from '../../../../schemas/report/run-report.ts';
import type { ScenarioRecord } from '../../../../schemas/report/scenario-record.ts';
import type { Variant } from './variants.ts';

/** Name of the attachment that carries a row from its test to the reporter. */
export const rowAttachment = 'matrix-row';

/** Rows that conforming servers may violate: the documentation contradicts itself there. */
const ambiguous = (result: RequirementResult): boolean => result.basis === 'ambiguous';

export function rowOf(variant: Variant, scenarios: readonly ScenarioRecord[]): MatrixRow {
  const { name, kind, does, breaks, must, may } = variant;
  const report = buildRunReport({
    run: {
      target: {},
      runId: '',
      seed: 1,
      only: [],
      strict: false,
      workers: 2,
      maxDurationMs: 0,
      reportDir: '',
    },
    scenarios,
    problems: [],
    baseline: [],
    startedAt: new Date(0),
    durationMs: 0,
  });
  const having = (...verdicts: string[]): RequirementResult[] =>
    report.requirements.filter(({ verdict }) => verdicts.includes(verdict));
  const ids = (results: readonly RequirementResult[]): string[] => results.map(({ id }) => id);
  const red = having('failed', 'warned').filter((result) => kind === 'defect' || !ambiguous(result));
  const blocked = having('blocked').filter(({ level }) => level !== 'SURVEY');
  const allowed = [...must, ...may];
  const unexpected = [
    ...red.filter(({ id }) => !allowed.includes(id)),
    ...having('harness-error'),
    ...(kind === 'defect' ? [] : blocked),
  ];
  return {
    name,
    kind,
    does,
    ...(breaks === undefined ? {} : { breaks }),
    must,
    may,
    red: ids(red),
    blocked: ids(blocked),
    missed: must.filter((id) => !ids(red).includes(id)),
    unexpected: unexpected.map(({ id, verdict }) => (isFailure(verdict) ? id : `${id} (${verdict})`)),
    ...(unexpected.length > 0 ? { reasons: reasonsOf(unexpected) } : {}),
    requests: report.requests,
    durationMs: scenarios.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

const isFailure = (verdict: string): boolean => verdict === 'failed' || verdict === 'warned';

function reasonsOf(results: readonly RequirementResult[]): string[] {
  const lines = results.map(({ detail, checks }) => {
    const check = checks.find(({ verdict }) => verdict !== 'passed');
    return check ? `${check.scenario}: ${check.claim}: ${check.message ?? ''}` : detail;
  });
  return [...new Set(lines)];
}

export function matrixOf(rows: readonly MatrixRow[], durationMs: number): Matrix {
  const defects = rows.filter(({ kind }) => kind === 'defect');
  const conforming = rows.filter(({ kind }) => kind !== 'defect');
  const collateral = defects.map(({ red, must }) => red.filter((id) => !must.includes(id)).length);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const figures = {
    defects: defects.length,
    killed: defects.filter(({ red }) => red.length > 0).length,
    exact: defects.filter(({ missed, must }) => missed.length === 0 && must.length > 0).length,
    collateral: {
      mean: Math.round((sum(collateral) / Math.max(1, collateral.length)) * 100) / 100,
      most: Math.max(0, ...collateral),
    },
    conforming: conforming.length,
    falseAlarms: conforming.filter(({ red, unexpected }) => red.length + unexpected.length > 0).length,
    requests: sum(rows.map(({ requests }) => requests)),
    durationMs,
  };
  return { figures, rows };
}

/** The figures of a matrix, a line each; of defects and of conforming variants, if there were any. */
export function describeMatrix({ figures }: Matrix): string {
  const { defects, killed, exact, collateral, conforming, falseAlarms, requests, durationMs } = figures;
  const ofDefects = [
    `kill matrix: ${defects} defects, ${killed} killed, ${exact} by every id expected`,
    `collateral ids per defect: mean ${collateral.mean}, at most ${collateral.most}`,
  ];
  return [
    ...(defects > 0 ? ofDefects : []),
    ...(conforming > 0 ? [`${conforming} conforming variants, ${falseAlarms} false alarms`] : []),
    `${requests} requests, ${Math.round(durationMs / 1000)} s`,
  ].join('\n');
}

/** Writes the matrix into a folder, for programs and for people. */
export function writeMatrix(matrix: Matrix, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/matrix.json`, `${JSON.stringify(matrix, null, 1)}\n`);
  writeFileSync(`${folder}/index.html`, matrixHtml(matrix));
}
