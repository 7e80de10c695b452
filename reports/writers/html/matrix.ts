import type { Matrix, MatrixRow } from '../../../schemas/report/kill-matrix.ts';
import { plural } from '../../text.ts';
import { renderPage } from './render.ts';

/** The kill matrix for people: one file, nothing loaded. What does not hold stands first. */
export function matrixHtml({ figures, rows }: Matrix): string {
  const wrong = rows.filter(({ missed, unexpected }) => missed.length + unexpected.length > 0);
  return renderPage('matrix', {
    title: 'Tests of the suite',
    headline: headline(rows.length, wrong.length),
    figures,
    wrong,
    held: rows.filter((row) => !wrong.includes(row)).map(split),
    plural,
  });
}

function headline(all: number, wrong: number): string {
  if (all === 0) return 'Nothing was tested';
  if (wrong === 0) return 'Every variant as expected';
  return `${wrong} of ${plural(all, 'variant')} with wrong verdicts`;
}

/** What failed: requirements that had to fail, and others that depend on the same behaviour. */
function split(row: MatrixRow): MatrixRow & Record<'found' | 'besides', readonly string[]> {
  const { red, must } = row;
  return {
    ...row,
    found: red.filter((id) => must.includes(id)),
    besides: red.filter((id) => !must.includes(id)),
  };
}
