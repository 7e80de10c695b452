/** A kill matrix made up for tests. */
import type { Matrix, MatrixRow } from '../../../schemas/report/kill-matrix.ts';
import { mustIds } from './sample.ts';

/** A kill matrix with a row of each kind: found, missed, a false alarm, a clean server. */
export function sampleMatrix(text = ''): Matrix {
  const row = (name: string, more: Partial<MatrixRow>): MatrixRow => ({
    name: `${name}${text}`,
    kind: 'defect',
    does: `A second PUT without a subject clears the subject${text}`,
    must: ['PUT-MERGE-01'],
    may: ['PUT-MERGE-04'],
    red: ['PUT-MERGE-01', 'PUT-MERGE-04'],
    blocked: [],
    missed: [],
    unexpected: [],
    requests: 61,
    durationMs: 300,
    ...(more.kind === undefined ? { breaks: `What a PUT does not name is kept${text}` } : {}),
    ...more,
  });
  const many = Array.from({ length: 60 }, (_, index) => row(`defect put-clears-field-${index}`, {}));
  const silent = {
    kind: 'choice',
    does: 'Limits above the highest are refused',
    must: [],
    may: [],
    red: [],
  } as const;
  return {
    figures: {
      defects: 62,
      killed: 61,
      exact: 61,
      collateral: { mean: 0.98, most: 7 },
      conforming: 3,
      falseAlarms: 1,
      requests: 12_345,
      durationMs: 65_000,
    },
    rows: [
      row('clean', { ...silent, kind: 'clean', does: 'Nothing else' }),
      row('choice limit-refused', silent),
      row('choice limit-clamped', { ...silent, red: ['PAGE-LIMIT-01'], unexpected: ['PAGE-LIMIT-01'] }),
      row('defect put-keeps-nothing', { red: [], missed: ['PUT-MERGE-01'] }),
      row('defect put-breaks-a-lot', { red: ['PUT-MERGE-01', ...mustIds(25)] }),
      ...many,
    ],
  };
}
