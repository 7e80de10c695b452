import { plural } from '../text.ts';
import { runTitle, verdictWords, wordsOf } from '../words.ts';
import { tones } from '../writers/html/index.ts';
import { renderPage } from '../writers/html/render.ts';
import type { Table } from './table.ts';
import { height, trendsOf, width } from './trends.ts';

/** Sentences that are not folded. */
const sentencesFirst = 6;
/** In more columns than these a verdict is its sign alone; its word is for readers who do not see. */
const wordsUpTo = 6;

/** Runs side by side for people: one file, nothing loaded. */
export function comparisonHtml(table: Table): string {
  const { columns, overTime, groups } = table;
  const shown = new Set(
    groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ verdict }) => verdict))),
  );
  return renderPage('comparison', {
    title: overTime
      ? `TalkJS Conversations API: one server in ${plural(columns.length, 'run')}`
      : `TalkJS Conversations API: ${plural(columns.length, 'server')} compared`,
    table,
    trends: overTime ? trendsOf(columns) : [],
    box: { width, height },
    sentencesFirst,
    verdicts: verdictWords.map(({ verdict }) => verdict).filter((verdict) => shown.has(verdict)),
    compact: columns.length > wordsUpTo,
    // Of a table that is alike everywhere, all is shown.
    differing: groups.some(({ rows }) => rows.some(({ differs }) => differs)),
    ...{ plural, runTitle, tones, wordsOf },
  });
}
