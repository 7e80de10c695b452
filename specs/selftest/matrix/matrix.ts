/** What the kill matrix says: pure functions from the records of a variant to its row, and from the rows to a verdict. */
import { buildRunReport } from '../../../reports/run-report.ts';
import type { RequirementResult } from '../../../schemas/report/run-report.ts';
import type { ScenarioRecord } from '../../../schemas/report/scenario-record.ts';
import type { Variant } from './variants.ts';

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

/** Every reason why the matrix does not hold, in words; empty when it does. */
export function objectionsTo(rows: readonly Row[], checked: readonly string[]): string[] {
  const proven = new Set(rows.flatMap(({ must }) => must));
  return [
    ...rows.flatMap(({ name, missed }) =>
      missed.length === 0 ? [] : [`${name} does not turn red: ${missed.join(', ')}`],
    ),
    ...rows.flatMap(({ name, unexpected }) =>
      unexpected.length === 0 ? [] : [`${name} turns red what it does not name: ${unexpected.join(', ')}`],
    ),
    ...checked.filter((id) => !proven.has(id)).map((id) => `${id} has no defect that must turn it red`),
  ];
}
