/** Compares two run reports: a pure function. */
import type { RequirementResult, RunReport, Verdict } from '../../schemas/report/run-report.ts';
import { ReportError } from '../read-report.ts';

/** How B relates to A. Lenient and strict are said of what is accepted and refused, and of nothing else. */
export type Relation =
  'same' | 'B more lenient' | 'B stricter' | 'only A keeps it' | 'only B keeps it' | 'different' | 'missing';

/** What became of a requirement from run A to run B of one target. */
export type Change = 'none' | 'regression' | 'fix' | 'lost' | 'gained';

export interface RequirementComparison {
  readonly a: RequirementResult;
  readonly b: RequirementResult;
  readonly relation: Relation;
  readonly change: Change;
}

export interface SurveyComparison {
  readonly requirement: string;
  readonly question: string;
  /** Undefined where the report has no answer. */
  readonly a: string | undefined;
  readonly b: string | undefined;
  readonly relation: Relation;
}

export interface Side {
  /** File that it was read from. */
  readonly name: string;
  readonly report: RunReport;
}

export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  readonly requirements: readonly RequirementComparison[];
  readonly surveys: readonly SurveyComparison[];
}

/** Compares requirement by requirement and survey by survey. @throws ReportError for reports that are not comparable */
export function compare(a: Side, b: Side): Comparison {
  requireSameRules(a, b);
  for (const side of [a, b]) requireJudged(side);
  const others = new Map(b.report.requirements.map((one) => [one.id, one]));
  return {
    a,
    b,
    requirements: a.report.requirements.flatMap((one) => {
      const other = others.get(one.id);
      return other ? [{ a: one, b: other, ...relate(one, other) }] : [];
    }),
    surveys: compareSurveys(a.report, b.report),
  };
}

/** @throws ReportError for runs that were not judged by the same requirements */
function requireSameRules(a: Side, b: Side): void {
  const [left, right] = [a.report.rules, b.report.rules];
  if (left.hash === right.hash) return;
  throw new ReportError(
    `${a.name} used rule set ${left.version} (${left.hash}), ${b.name} used ${right.version} (${right.hash}): ` +
      `test both with the same version of the suite, or with --rules and a version that both know`,
  );
}

/** @throws ReportError for a run that cannot be compared */
export function requireJudged({ name, report }: Side): void {
  if (report.exitCode === 70)
    throw new ReportError(`${name} cannot be trusted: the suite itself failed in that run`);
  if (!report.requirements.some(({ verdict }) => findings(verdict) !== 'open' || verdict === 'surveyed'))
    throw new ReportError(`${name} tested nothing (${report.verdict})`);
}

/** Whether the target was seen to keep a requirement, to break it, or neither. */
export function findings(verdict: Verdict): 'kept' | 'broken' | 'open' {
  if (verdict === 'passed') return 'kept';
  return ['failed', 'warned', 'known-failure'].includes(verdict) ? 'broken' : 'open';
}

/** Whether what breaks the requirement is that the target accepts what it has to refuse. */
export function accepts({ checks }: Pick<RequirementResult, 'checks'>): boolean {
  const failed = checks.filter(({ verdict }) => verdict === 'failed');
  return (
    failed.length > 0 &&
    failed.every(({ assertion }) => assertion && 'status' in assertion && assertion.status === '4xx')
  );
}

/** What became of a requirement from the first of two results to the second. */
export function relate(
  before: RequirementResult,
  after: RequirementResult,
): Pick<RequirementComparison, 'relation' | 'change'> {
  const [a, b] = [findings(before.verdict), findings(after.verdict)];
  if (before.verdict === after.verdict || (a === b && a !== 'open'))
    return { relation: 'same', change: 'none' };
  if (a === 'kept' && b === 'broken')
    return { relation: accepts(after) ? 'B more lenient' : 'only A keeps it', change: 'regression' };
  if (a === 'broken' && b === 'kept')
    return { relation: accepts(before) ? 'B stricter' : 'only B keeps it', change: 'fix' };
  if (a === 'open' && b === 'open') return { relation: 'missing', change: 'none' };
  // What was left out on purpose is not lost.
  const wanted = after.verdict !== 'not-applicable' && after.verdict !== 'not-selected';
  return {
    relation: 'missing',
    change: b === 'open' ? (wanted && a === 'kept' ? 'lost' : 'none') : 'gained',
  };
}

function compareSurveys(a: RunReport, b: RunReport): SurveyComparison[] {
  const [left, right] = [answersOf(a), answersOf(b)];
  const order = new Map(a.requirements.map(({ id }, index) => [id, index]));
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((key) => {
      const [requirement = '', question = ''] = key.split('\n');
      const [one, other] = [left.get(key), right.get(key)];
      return { requirement, question, a: one, b: other, relation: relateAnswers(one, other) };
    })
    .sort((x, y) => (order.get(x.requirement) ?? 0) - (order.get(y.requirement) ?? 0));
}

/** Of several runs, the position of the one that another is compared with: the one before it, or the first. */
export function referenceOf(index: number, overTime: boolean): number {
  return overTime ? index - 1 : 0;
}

/** Answers by requirement and question, where there are any; several answers to one question stand side by side. */
export function answersOf(report: RunReport): Map<string, string> {
  const answers = new Map<string, Set<string>>();
  for (const { requirement, question, answer, unanswered } of report.surveys) {
    if (unanswered) continue;
    const key = `${requirement}\n${question.replaceAll('\n', ' ')}`;
    answers.set(key, (answers.get(key) ?? new Set()).add(answer));
  }
  return new Map([...answers].map(([key, all]) => [key, [...all].sort().join('; ')]));
}

export function relateAnswers(a: string | undefined, b: string | undefined): Relation {
  if (a === undefined || b === undefined) return 'missing';
  if (a === b) return 'same';
  const [left, right] = [refuses(a), refuses(b)];
  if (left === undefined || right === undefined || left === right) return 'different';
  return left ? 'B more lenient' : 'B stricter';
}

/** Whether an answer tells of a refusal (4xx) or of acceptance (2xx); undefined where it tells of neither or of both. */
function refuses(answer: string): boolean | undefined {
  const statuses = [...answer.matchAll(/(?<![\d.])([2-5])\d\d(?![\d.])/g)].map(([, digit]) => digit);
  if (statuses.length === 0) return undefined;
  if (statuses.every((digit) => digit === '4')) return true;
  return statuses.every((digit) => digit === '2') ? false : undefined;
}

/** What a gate is about, and what makes it close. */
export type Gate = 'lenient' | 'regression';

/** What closes the gate, in words; empty when it stays open. */
export function gated({ requirements: all, surveys }: Comparison, gate: Gate | undefined): string[] {
  if (gate === undefined) return [];
  // What is newer than the rule set of the runs decides nothing.
  const requirements = all.filter(({ a, b }) => a.newer === undefined && b.newer === undefined);
  if (gate === 'regression')
    return requirements
      .filter(({ change }) => change === 'regression' || change === 'lost')
      .map(
        ({ a, b, change }) =>
          `${a.id} ${change === 'lost' ? 'can no longer be tested' : 'regressed'}: ${b.detail}`,
      );
  return [
    ...requirements
      .filter(({ relation }) => relation === 'B more lenient' || relation === 'only A keeps it')
      .map(({ a, b, relation }) => `${a.id}: ${closingWords[relation]}: ${b.detail}`),
    ...surveys
      .filter(({ relation }) => relation === 'B more lenient')
      .map(
        ({ requirement, question, a, b, relation }) =>
          `${requirement}: ${closingWords[relation]}: ${question}: A ${a}, B ${b}`,
      ),
  ];
}

const closingWords: Readonly<Partial<Record<Relation, string>>> = {
  'B more lenient': 'B is more lenient',
  'only A keeps it': 'B violates what A keeps',
};
