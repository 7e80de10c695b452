/** Several runs in a terminal, and as Markdown: the sentences, and how much of each area holds. The page tells the rest. */
import pc from 'picocolors';
import { oneLine } from '../text.ts';
import { runTitle } from '../words.ts';
import { code, plain, table as markdownTable } from '../writers/markdown.ts';
import type { Column, Group, Held, Table } from './table.ts';

export function overviewText(table: Table, colour = false): string {
  const paint = pc.createColors(colour);
  const labels = table.columns.map(({ label }) => oneLine(label, 24));
  const widths = labels.map((label) => Math.max(label.length, 8));
  const line = (head: string, cells: readonly string[]): string =>
    `  ${head.padEnd(16)}${cells.map((cell, index) => `  ${cell.padEnd(widths[index] ?? 8)}`).join('')}`.trimEnd();
  return [
    ...table.columns.map((column) => outcomeOf(column)),
    '',
    ...table.sentences.map((one) => paint.bold(oneLine(one, 1000))),
    ...table.notes.map((one) => paint.yellow(oneLine(one, 1000))),
    '',
    paint.bold(line('', labels)),
    ...judgedGroups(table).map((group) => line(group.area, group.held.map(share))),
    paint.bold(line('all', table.held.map(share))),
    line(
      'not tested',
      table.held.map(({ open }) => String(open)),
    ),
    '',
  ].join('\n');
}

export function overviewMd(table: Table): string {
  const labels = table.columns.map(({ label }) => plain(label, 60));
  return `${[
    '## Conformance runs side by side',
    ...table.notes.map((one) => `**${plain(one, 1000)}**`),
    table.sentences.map((one) => `- ${plain(one, 1000)}`).join('\n'),
    markdownTable(
      ['area', ...labels],
      [
        ...judgedGroups(table).map((group) => [group.area, ...group.held.map(share)]),
        ['all', ...table.held.map(share)],
        ['not tested', ...table.held.map(({ open }) => String(open))],
      ],
    ),
    table.columns.map((column) => `- ${code(outcomeOf(column), 400)}`).join('\n'),
  ].join('\n\n')}\n`;
}

/** Areas of which something was judged somewhere. */
function judgedGroups({ groups }: Table): readonly Group[] {
  return groups.filter(({ held }) => held.some(({ judged }) => judged > 0));
}

/** `12 of 13`; `-` where nothing was judged. */
function share({ kept, judged }: Held): string {
  return judged === 0 ? '-' : `${kept} of ${judged}`;
}

function outcomeOf({ label, side: { name, report } }: Column): string {
  const { target, startedAt } = report;
  return oneLine(
    `${label}: ${target['target'] ?? ''}, app ${target['appId'] ?? ''}: ${runTitle(report)}, ${startedAt} (${name})`,
    300,
  );
}
