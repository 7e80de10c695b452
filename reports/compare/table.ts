/**
 * Any number of runs side by side: rows are areas, requirements and questions, columns are servers, or one server at
 * several times. A pure function.
 */
import { basename, dirname } from 'node:path';
import type { RequirementResult, RunReport, Verdict } from '../../schemas/report/run-report.ts';
import { areaTitle, requirementById } from '../../specs/requirements/index.ts';
import { oneLine, plural } from '../text.ts';
import {
  answersOf,
  findings,
  relate,
  relateAnswers,
  type Change,
  type Relation,
  type Side,
} from './compare.ts';

export interface Column {
  /** What it is called in the table: the folder of the report, or the day of the run. */
  readonly label: string;
  readonly side: Side;
}

export interface Cell {
  /** Undefined where the report has no such requirement. */
  readonly verdict: Verdict | undefined;
  readonly detail: string;
  /** What it is to the column that it is compared with. */
  readonly relation: Relation;
  readonly change: Change;
}

export interface Row {
  readonly id: string;
  readonly level: string;
  /** What it promises, in a few words; empty where this version of the suite does not know the id. */
  readonly title: string;
  readonly statement: string;
  readonly cells: readonly Cell[];
  readonly differs: boolean;
  readonly regressed: boolean;
  /** Label of the first column since which it is violated without a break, up to the last one; of one server only. */
  readonly since: string | undefined;
}

export interface Group {
  readonly area: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** How many of the area hold in each column, of how many that were judged. */
  readonly held: readonly { readonly kept: number; readonly judged: number }[];
}

export interface Question {
  readonly requirement: string;
  readonly question: string;
  /** Undefined where a report has no answer. */
  readonly answers: readonly (string | undefined)[];
  readonly differs: boolean;
}

export interface Table {
  readonly columns: readonly Column[];
  /** True where all runs are of one app of one target: then each column is compared with the one before it. */
  readonly overTime: boolean;
  readonly groups: readonly Group[];
  readonly questions: readonly Question[];
  /** The result in words, what matters most first. */
  readonly sentences: readonly string[];
  /** What the columns do not have in common, and has to be known for reading them. */
  readonly notes: readonly string[];
}

/** Lays reports out side by side; those of one target in the order of their time. */
export function tableOf(sides: readonly Side[]): Table {
  const overTime = new Set(sides.map(({ report }) => targetOf(report))).size === 1;
  const ordered = overTime
    ? [...sides].sort((a, b) => (a.report.startedAt < b.report.startedAt ? -1 : 1))
    : sides;
  const labels = overTime ? ordered.map(dayOf) : ordered.map(nameOf);
  const columns = ordered.map((side, index) => ({ label: distinct(labels, index, side), side }));
  const groups = groupsOf(columns, overTime);
  const questions = questionsOf(ordered);
  return {
    ...{ columns, overTime, groups, questions },
    sentences: sentencesOf(columns, groups, questions, overTime),
    notes: notesOf(columns),
  };
}

function targetOf({ target }: RunReport): string {
  return `${target['target'] ?? ''} ${target['appId'] ?? ''}`;
}

/** `staging` of `reports/staging/results.json` and of `reports/staging`, `monday` of `monday.json`. */
function nameOf({ name }: Side): string {
  const last = basename(name);
  if (last === 'results.json') return basename(dirname(name)) || name;
  return last.replace(/\.json$/, '') || name;
}

function dayOf({ report }: Side): string {
  return report.startedAt.slice(0, 10);
}

/** The label, or more of it where another column has the same. */
function distinct(labels: readonly string[], index: number, { name, report }: Side): string {
  const label = labels[index] ?? name;
  if (labels.filter((one) => one === label).length === 1) return label;
  return label === report.startedAt.slice(0, 10)
    ? report.startedAt.slice(0, 19).replace('T', ' ')
    : `${label} (${index + 1})`;
}

function groupsOf(columns: readonly Column[], overTime: boolean): Group[] {
  const byId = columns.map(({ side }) => new Map(side.report.requirements.map((one) => [one.id, one])));
  const areas = new Map(
    columns.flatMap(({ side }) =>
      side.report.areas.map(({ area, title }) => [area, areaTitle(area) ?? title] as const),
    ),
  );
  const all = new Map(
    columns.flatMap(({ side }) => side.report.requirements.map((one) => [one.id, one] as const)),
  );
  const rows = [...all.values()]
    .filter(({ level }) => level !== 'SURVEY')
    .map((one) => ({ area: one.area, row: rowOf(one, byId, columns, overTime) }));
  return [...areas].flatMap(([area, title]) => {
    const own = rows.filter((one) => one.area === area).map(({ row }) => row);
    const held = columns.map((_, index) => {
      const verdicts = own.flatMap(({ cells }) => cells[index]?.verdict ?? []).map(findings);
      const judged = verdicts.filter((found) => found !== 'open').length;
      return { kept: verdicts.filter((found) => found === 'kept').length, judged };
    });
    return own.length === 0 ? [] : [{ area, title, rows: own, held }];
  });
}

/** The column that another one is compared with: the one before it, or the first. */
function referenceOf(index: number, overTime: boolean): number {
  return overTime ? index - 1 : 0;
}

function rowOf(
  { id, level, statement }: RequirementResult,
  byId: readonly ReadonlyMap<string, RequirementResult>[],
  columns: readonly Column[],
  overTime: boolean,
): Row {
  const results = byId.map((results) => results.get(id));
  const cells = results.map((result, index): Cell => {
    const reference = results[referenceOf(index, overTime)];
    const related =
      index === 0 ? same : result && reference ? relate(reference, result) : { ...same, relation: missing };
    return { verdict: result?.verdict, detail: result?.detail ?? '', ...related };
  });
  const broken = results.map((result) => result !== undefined && findings(result.verdict) === 'broken');
  const whole = broken.lastIndexOf(false) + 1;
  return {
    ...{ id, level, statement, cells },
    title: requirementById(id)?.title ?? '',
    differs:
      new Set(results.map((result) => (result === undefined ? missing : findings(result.verdict)))).size > 1,
    regressed: cells.some(({ change }) => change === 'regression' || change === 'lost'),
    since: overTime && whole < broken.length ? columns[whole]?.label : undefined,
  };
}

const missing = 'missing' as const;
const same = { relation: 'same', change: 'none' } as const;

function questionsOf(sides: readonly Side[]): Question[] {
  const answers = sides.map(({ report }) => answersOf(report));
  const keys = [...new Set(answers.flatMap((one) => [...one.keys()]))].sort();
  return keys.map((key) => {
    const [requirement = '', question = ''] = key.split('\n');
    const given = answers.map((one) => one.get(key));
    return { requirement, question, answers: given, differs: new Set(given).size > 1 };
  });
}

/** How many ids a sentence names. */
const idsNamed = 5;

function sentencesOf(
  columns: readonly Column[],
  groups: readonly Group[],
  questions: readonly Question[],
  overTime: boolean,
): string[] {
  const rows = groups.flatMap((group) => group.rows);
  const told = columns.flatMap(({ label }, index) => {
    const compared = referenceOf(index, overTime);
    const reference = columns[compared]?.label;
    if (index === 0 || reference === undefined) return [];
    const ids = (wanted: (cell: Cell) => boolean): string[] =>
      rows.filter(({ cells }) => cells[index] !== undefined && wanted(cells[index])).map(({ id }) => id);
    const [name, other] = [oneLine(label, 80), oneLine(reference, 80)];
    const lenient = ids(({ relation }) => relation === 'B more lenient');
    const answered = (wanted: Relation): number =>
      questions.filter(({ answers }) => relateAnswers(answers[compared], answers[index]) === wanted).length;
    const [accepts, refuses] = [lenient.length + answered('B more lenient'), answered('B stricter')];
    const violates = ids(({ relation }) => relation === 'only A keeps it');
    const [fixed, lost] = [ids(({ change }) => change === 'fix'), ids(({ change }) => change === 'lost')];
    return [
      violates.length === 0
        ? []
        : `${name} violates ${plural(violates.length, 'requirement')} that ${keeps(other, overTime)}: ${named(violates)}.`,
      accepts === 0
        ? []
        : `${name} accepts what ${other} refuses in ${plural(accepts, 'place')}${lenient.length === 0 ? '' : `; the documentation forbids this for ${named(lenient)}`}.`,
      refuses === 0 ? [] : `${name} refuses what ${other} accepts in ${plural(refuses, 'place')}.`,
      fixed.length === 0
        ? []
        : overTime
          ? `${name} fixes ${plural(fixed.length, 'requirement')} violated on ${other}: ${named(fixed)}.`
          : `${name} keeps ${plural(fixed.length, 'requirement')} that ${other} violates: ${named(fixed)}.`,
      lost.length === 0
        ? []
        : `${plural(lost.length, 'requirement')} that ${keeps(other, overTime)} could not be tested on ${name}: ${named(lost)}.`,
    ].flat();
  });
  const standing = rows.flatMap(({ id, since }) => (since === undefined ? [] : [`${id} since ${since}`]));
  const open = standing.length > 0 ? [`Violated now: ${named(standing)}.`] : [];
  return told.length + open.length === 0
    ? ['No difference: each requirement has the same result in every run.']
    : [...open, ...(overTime ? told.reverse() : told)];
}

function keeps(other: string, overTime: boolean): string {
  return overTime ? `held on ${other}` : `${other} keeps`;
}

function named(ids: readonly string[]): string {
  const more = ids.length - idsNamed;
  return more > 0 ? `${ids.slice(0, idsNamed).join(', ')} and ${more} more` : ids.join(', ');
}

function notesOf(columns: readonly Column[]): string[] {
  const kinds = (of: (report: RunReport) => string): string[] => {
    const groups = new Map<string, string[]>();
    for (const { label, side } of columns)
      groups.set(of(side.report), [...(groups.get(of(side.report)) ?? []), oneLine(label, 80)]);
    return groups.size < 2 ? [] : [...groups].map(([kind, labels]) => `${kind}: ${labels.join(', ')}`);
  };
  const rules = kinds(({ rules: { version, hash } }) => `rule set ${version} (${hash})`);
  const extents = kinds(({ quick, partial, target }) =>
    quick
      ? 'quick runs'
      : partial
        ? `partial runs of ${oneLine(target['only'] ?? 'everything', 200)}`
        : 'whole runs',
  );
  return [
    rules.length === 0
      ? []
      : `The runs used different rule sets, so only their common ids are compared. ${rules.join('; ')}.`,
    extents.length === 0 ? [] : `The runs did not test the same requirements. ${extents.join('; ')}.`,
  ].flat();
}
