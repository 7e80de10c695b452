/** What the kill matrix says: pure functions from the records of a variant to its row, and from the rows to a verdict. */
import { buildRunReport } from '../../../reports/run-report.ts';
import type { RequirementResult } from '../../../schemas/report/run-report.ts';
import type { ScenarioRecord } from '../../../schemas/report/scenario-record.ts';
import type { Variant } from './variants.ts';

/** Name of the attachment that carries a row from its test to the reporter. */
export const rowAttachment = 'matrix-row';

export interface Row {
  readonly name: string;
  readonly kind: Variant['kind'];
  readonly must: readonly string[];
  readonly may: readonly string[];
  /** Ids that turned red: failed or warned. */
  readonly red: readonly string[];
  /** Ids of MUST and SHOULD rows that could not be judged. */
  readonly blocked: readonly string[];
  /** Ids in `must` that stayed green. */
  readonly missed: readonly string[];
  /** Ids that turned red, or broke the suite, though neither `must` nor `may` names them. */
  readonly unexpected: readonly string[];
  readonly requests: number;
  readonly durationMs: number;
}

/** Rows that conforming servers may violate: the documentation contradicts itself there. */
const ambiguous = (result: RequirementResult): boolean => result.basis === 'ambiguous';

export function rowOf(variant: Variant, scenarios: readonly ScenarioRecord[]): Row {
  const { name, kind, must, may } = variant;
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
  const blocked = ids(having('blocked').filter(({ level }) => level !== 'SURVEY'));
  const allowed = [...must, ...may];
  return {
    name,
    kind,
    must,
    may,
    red: ids(red),
    blocked,
    missed: must.filter((id) => !ids(red).includes(id)),
    unexpected: [
      ...ids(red).filter((id) => !allowed.includes(id)),
      ...ids(having('harness-error')).map((id) => `${id} (harness-error)`),
      ...(kind === 'defect' ? [] : blocked.map((id) => `${id} (blocked)`)),
    ],
    requests: report.requests,
    durationMs: scenarios.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

/** What all rows say together. */
export interface Matrix {
  readonly rows: readonly Row[];
  readonly defects: number;
  /** Defects that turned something red. */
  readonly killed: number;
  /** Defects that turned red every id that they have to. */
  readonly exact: number;
  /** Ids besides those that turned red, per defect. */
  readonly collateral: { readonly mean: number; readonly most: number };
  /** The clean server and each silent choice. */
  readonly conforming: number;
  readonly falseAlarms: number;
  readonly requests: number;
  readonly durationMs: number;
}

export function matrixOf(rows: readonly Row[], durationMs: number): Matrix {
  const defects = rows.filter(({ kind }) => kind === 'defect');
  const conforming = rows.filter(({ kind }) => kind !== 'defect');
  const collateral = defects.map(({ red, must }) => red.filter((id) => !must.includes(id)).length);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  return {
    rows,
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
}

/** The figures of a matrix, a line each. */
export function describeMatrix(matrix: Matrix): string {
  const { defects, killed, exact, collateral, conforming, falseAlarms, requests, durationMs } = matrix;
  return [
    `kill matrix: ${defects} defects, ${killed} killed, ${exact} by every id expected`,
    `collateral ids per defect: mean ${collateral.mean}, at most ${collateral.most}`,
    `${conforming} conforming variants, ${falseAlarms} false alarms`,
    `${requests} requests, ${Math.round(durationMs / 1000)} s`,
  ].join('\n');
}
