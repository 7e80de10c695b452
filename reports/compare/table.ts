/**
 * Any number of runs side by side: rows are areas, requirements and questions, columns are servers, or one server at
 * several times. A pure function.
 */
import { basename, dirname } from 'node:path';
import type { RequirementResult, RunReport, Verdict } from '../../schemas/report/run-report.ts';
import { areaTitle, requirementById } from '../../specs/requirements/index.ts';
import { oneLine } from '../text.ts';
import {
  answersOf,
  findings,
  referenceOf,
  relate,
  type Change,
  type Relation,
  type Side,
} from './compare.ts';
import { sentencesOf } from './sentences.ts';

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
  /** For each column. */
  readonly held: readonly Held[];
}

/** How many requirements hold, of how many that were judged, and how many were not. */
export interface Held {
  readonly kept: number;
  readonly judged: number;
  readonly open: number;
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
  /** Of all areas together, for each column. */
  readonly held: readonly Held[];
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
    held: heldOf(
      groups.flatMap(({ rows }) => rows),
      columns,
    ),
    sentences: sentencesOf({ columns, groups, questions, overTime }),
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
    return own.length === 0 ? [] : [{ area, title, rows: own, held: heldOf(own, columns) }];
  });
}

function heldOf(rows: readonly Row[], columns: readonly Column[]): Held[] {
  return columns.map((_, index) => {
    const verdicts = rows.flatMap(({ cells }) => cells[index]?.verdict ?? []).map(findings);
    const open = verdicts.filter((found) => found === 'open').length;
    const kept = verdicts.filter((found) => found === 'kept').length;
    return { kept, judged: verdicts.length - open, open };
  });
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
    // Who gave no answer does not differ.
    const different = new Set(given.filter((answer) => answer !== undefined));
    return { requirement, question, answers: given, differs: different.size > 1 };
  });
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
