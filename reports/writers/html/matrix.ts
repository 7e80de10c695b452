import type { Matrix } from '../../../schemas/report/kill-matrix.ts';
import { plural } from '../../text.ts';
import { renderPage } from './render.ts';

/** The kill matrix for people: one file, nothing loaded. What does not hold stands first. */
export function matrixHtml({ figures, rows }: Matrix): string {
  const wrong = rows.filter(({ missed, unexpected }) => missed.length + unexpected.length > 0);
  const held = rows.filter((row) => !wrong.includes(row));
  return renderPage('matrix', {
    title: 'The suite on trial',
    figures,
    rows: [...wrong, ...held],
    wrong: wrong.length,
    plural,
  });
}
