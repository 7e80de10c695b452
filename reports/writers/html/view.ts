/** What the page shows, worked out before any template runs. Strings are raw here: the templates escape them. */
import type { RequirementResult, RunReport, Verdict } from '../../../schemas/report/run-report.ts';
import { familyOf } from '../../../specs/requirements/index.ts';
import { rootCauses, type RootCause } from '../../causes.ts';
import { counted, verdictWords } from '../../words.ts';
import { requirementViews, type RequirementView } from './requirement-view.ts';
import { transcriptViews, type TranscriptView } from './transcript-view.ts';

/** How much of a level holds. */
export interface LevelFigure {
  readonly level: keyof RunReport['counts'];
  /** The number that matters most, and what it is a part of. */
  readonly head: { readonly count: number; readonly of: number; readonly word: string };
  readonly segments: readonly Segment[];
}

/** One verdict's share of a bar. */
export interface Segment {
  readonly verdict: Verdict;
  /** `3 hold`. */
  readonly told: string;
  /** Left end and width in percent. */
  readonly x: number;
  readonly width: number;
}

export interface FamilyView {
  readonly family: string;
  /** The part of the name after the area. */
  readonly name: string;
  readonly results: readonly RequirementResult[];
  /** `2 holds, 1 violated`. */
  readonly told: string;
}

export interface AreaView {
  readonly area: string;
  readonly title: string;
  readonly told: string;
  /** Verdicts that need attention, with their number. */
  readonly open: readonly Segment[];
  readonly families: readonly FamilyView[];
  readonly requirements: readonly RequirementView[];
  readonly requests: number;
  readonly seconds: string;
}

export interface PageView {
  readonly report: RunReport;
  readonly figures: readonly LevelFigure[];
  readonly areas: readonly AreaView[];
  readonly causes: readonly RootCause[];
  readonly transcripts: readonly TranscriptView[];
  readonly surveys: readonly SurveyView[];
  /** Requirements by verdict, in catalogue order. */
  readonly by: (verdict: Verdict) => readonly RequirementView[];
}

/** What one requirement that is not judged asked, and the answers. */
export interface SurveyView {
  readonly result: RequirementResult;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

export function pageView(report: RunReport): PageView {
  const transcripts = transcriptViews(report);
  const views = requirementViews(report, transcripts);
  return {
    report,
    figures: (['MUST', 'SHOULD', 'SURVEY'] as const).map((level) => figure(level, report)),
    areas: report.areas.map((area) => {
      const requirements = views.filter(({ result }) => result.area === area.area);
      return {
        area: area.area,
        title: area.title,
        told: told(area.counts),
        open: segments(area.counts).filter(({ verdict }) => attention.includes(verdict)),
        families: familiesOf(requirements),
        requirements,
        requests: area.requests,
        seconds: (area.durationMs / 1000).toFixed(2),
      };
    }),
    causes: rootCauses(report),
    transcripts,
    surveys: surveysOf(report),
    by: (verdict) => views.filter(({ result }) => result.verdict === verdict),
  };
}

export const attention: readonly Verdict[] = [
  'harness-error',
  'failed',
  'unstable',
  'blocked',
  'warned',
  'known-failure',
];

function figure(level: keyof RunReport['counts'], report: RunReport): LevelFigure {
  const counts = report.counts[level];
  const judged = Object.entries(counts).filter(
    ([verdict]) => verdict !== 'excluded' && verdict !== 'not-selected',
  );
  const all = judged.reduce((sum, [, count]) => sum + count, 0);
  const wanted: Verdict = level === 'SURVEY' ? 'surveyed' : 'passed';
  const word = level === 'SURVEY' ? 'topics recorded' : 'requirements hold';
  return { level, head: { count: counts[wanted] ?? 0, of: all, word }, segments: segments(counts) };
}

/** What holds stands first, so that the length of its bar can be read off. */
const barOrder: readonly Verdict[] = [
  'passed',
  'surveyed',
  ...attention.toReversed(),
  'not-applicable',
  'not-run',
  'not-selected',
];

/** Share of a bar that the smallest count gets, in percent: one violation among a hundred has to be seen. */
const leastWidth = 1.5;

function segments(counts: Readonly<Record<string, number>>): Segment[] {
  const present = barOrder.filter((verdict) => (counts[verdict] ?? 0) > 0);
  const all = present.reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0);
  const widths = present.map((verdict) => Math.max(leastWidth, (100 * (counts[verdict] ?? 0)) / all));
  const scale = 100 / widths.reduce((sum, width) => sum + width, 0);
  let x = 0;
  return present.map((verdict, index) => {
    const width = (widths[index] ?? 0) * scale;
    const segment = { verdict, told: counted(counts[verdict] ?? 0, verdict), x, width };
    x += width;
    return segment;
  });
}

function told(counts: Readonly<Record<string, number>>): string {
  return verdictWords
    .filter(({ verdict }) => (counts[verdict] ?? 0) > 0)
    .map(({ verdict }) => counted(counts[verdict] ?? 0, verdict))
    .join(', ');
}

function familiesOf(requirements: readonly RequirementView[]): FamilyView[] {
  const families = new Map<string, RequirementResult[]>();
  for (const { result } of requirements)
    families.set(familyOf(result.id), [...(families.get(familyOf(result.id)) ?? []), result]);
  return [...families].map(([family, results]) => {
    const counts: Record<string, number> = {};
    for (const { verdict } of results) counts[verdict] = (counts[verdict] ?? 0) + 1;
    return { family, name: family.split('-').slice(1).join('-'), results, told: told(counts) };
  });
}

/** Answers in catalogue order, each question once: shards and workers may ask the same. */
function surveysOf(report: RunReport): SurveyView[] {
  return report.requirements.flatMap((result) => {
    const answers = new Map(
      report.surveys
        .filter(({ requirement }) => requirement === result.id)
        .map(({ question, answer }) => [`${question}\n${answer}`, { question, answer }]),
    );
    return answers.size === 0 ? [] : [{ result, answers: [...answers.values()] }];
  });
}
