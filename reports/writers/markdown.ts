/** Markdown that shows a target's text as text. */
import { oneLine } from '../text.ts';

/** A code span in which nothing is markup, mention or link; fit for a table cell. */
export function code(text: string, limit = 200): string {
  // A pipe ends a table cell even inside of a code span.
  const line = oneLine(text, limit).replaceAll('|', '\\|');
  if (line === '') return '';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Words of the suite's own that may hold marks of Markdown or HTML. */
export function plain(text: string, limit = 400): string {
  return oneLine(text, limit)
    .replace(/[\\`*_{}[\]<>#|~@]/g, (mark) => `\\${mark}`)
    .replaceAll('&', '&amp;');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
