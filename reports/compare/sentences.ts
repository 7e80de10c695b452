/** What a comparison of several runs comes to, in sentences. */
import { oneLine, plural } from '../text.ts';
import { referenceOf, relateAnswers, type Relation } from './compare.ts';
import type { Cell, Row, Table } from './table.ts';

/** How many requirements a sentence names. */
const rowsNamed = 3;

/** Servers: what is violated first, of each of them, then what could not be tested, and so on. Runs: the latest first. */
export function sentencesOf({
  columns,
  groups,
  questions,
  overTime,
}: Pick<Table, 'columns' | 'groups' | 'questions' | 'overTime'>): string[] {
  const rows = groups.flatMap((group) => group.rows);
  const told = columns.map((_, index) => columnTold({ columns, questions, overTime }, rows, index));
  const kinds = Math.max(...told.map(({ length }) => length));
  const byKind = Array.from({ length: kinds }, (_, kind) => told.map((sentences) => sentences[kind]));
  const differences = (overTime ? told.toReversed() : byKind).flat().flatMap((sentence) => sentence ?? []);
  const standing = rows.flatMap(({ id, since }) => (since === undefined ? [] : [`${id} since ${since}`]));
  const open = standing.length > 0 ? [`Violated now: ${some(standing, 5)}.`] : [];
  return differences.length + open.length === 0
    ? ['No difference: each requirement has the same result in every run.']
    : [...open, ...differences];
}

/** What tells a column from the one that it is compared with, one sentence a kind; undefined where there is nothing to tell. */
function columnTold(
  { columns, questions, overTime }: Pick<Table, 'columns' | 'questions' | 'overTime'>,
  all: readonly Row[],
  index: number,
): (string | undefined)[] {
  const compared = referenceOf(index, overTime);
  const [column, reference] = [columns[index], columns[compared]];
  if (index === 0 || column === undefined || reference === undefined) return [];
  const [name, other] = [oneLine(column.label, 80), oneLine(reference.label, 80)];
  const rows = (wanted: (cell: Cell) => boolean): Row[] =>
    all.filter(({ cells }) => cells[index] !== undefined && wanted(cells[index]));
  const answered = (wanted: Relation): number =>
    questions.filter(({ answers }) => relateAnswers(answers[compared], answers[index]) === wanted).length;

  const violated = rows(({ change }) => change === 'regression');
  const [fixed, lost] = [rows(({ change }) => change === 'fix'), rows(({ change }) => change === 'lost')];
  const lenient = rows(({ relation }) => relation === 'B more lenient');
  const [accepted, refused] = [answered('B more lenient'), answered('B stricter')];
  const different = answered('different');
  const keeps = overTime ? `held on ${other}` : `${other} keeps`;
  const silent = 'where the documentation is silent';
  return [
    violated.length > 0 ? `${name} violates ${byLevel(violated, ` that ${keeps}`)}.` : undefined,
    lost.length > 0
      ? `${plural(lost.length, 'requirement')} that ${keeps} could not be tested on ${name}${lost.length > rowsNamed ? '' : `: ${named(lost)}`}.`
      : undefined,
    fixed.length > 0
      ? overTime
        ? `${name} fixes ${byLevel(fixed, ` violated on ${other}`)}.`
        : `${name} keeps ${byLevel(fixed, ` that ${other} violates`)}.`
      : undefined,
    lenient.length > 0
      ? `${name} accepts what ${other} refuses in ${plural(lenient.length + accepted, 'place')}; the documentation forbids this for ${named(lenient)}.`
      : accepted > 0
        ? `${name} accepts what ${other} refuses in ${plural(accepted, 'place')} ${silent}.`
        : undefined,
    refused > 0
      ? `${name} refuses what ${other} accepts in ${plural(refused, 'place')} ${silent}.`
      : undefined,
    different > 0
      ? `${name} answers differently from ${other} in ${plural(different, 'other place')} ${silent}.`
      : undefined,
  ];
}

/** `1 MUST requirement that staging keeps: PUT-MERGE-01 (title), and 1 SHOULD requirement: …`. */
function byLevel(rows: readonly Row[], which: string): string {
  const levels = [...new Set(rows.map(({ level }) => level))].sort();
  return levels
    .map((level, index) => {
      const own = rows.filter((row) => row.level === level);
      return `${plural(own.length, `${level} requirement`)}${index === 0 ? which : ''}: ${named(own)}`;
    })
    .join('; and ');
}

function named(rows: readonly Row[]): string {
  return some(
    rows.map(({ id, title }) => (title === '' ? id : `${id} (${title})`)),
    rowsNamed,
  );
}

function some(items: readonly string[], most: number): string {
  const more = items.length - most;
  return more > 0 ? `${items.slice(0, most).join(', ')} and ${more} more` : items.join(', ');
}
