/** What the page shows, worked out before any template runs. Strings are raw here: the templates escape them. */
import type { RequirementResult, RunReport, Verdict } from '../../../schemas/report/run-report.ts';
import { areaTitle } from '../../../specs/requirements/index.ts';
import { Evidence } from '../../evidence.ts';
import { fixFirst } from '../../fix-first.ts';
import { counted, verdictWords } from '../../words.ts';
import { causeView, type CauseView } from './cause-view.ts';
import { requirementViews, type RequirementView } from './requirement-view.ts';
import { transcriptViews, type TranscriptView } from './transcript-view.ts';
import { packTranscripts } from './transcripts.ts';

/** How much of a level holds. */
export interface LevelFigure {
  readonly level: keyof RunReport['counts'];
  /** The number that matters most, and what it is a part of. */
  readonly head: { readonly count: number; readonly of: number; readonly word: string };
  readonly segments: readonly Segment[];
}

/** One verdict's share of a bar or ring. */
export interface Segment {
  readonly verdict: Verdict;
  /** `3 hold`. */
  readonly told: string;
  /** Beginning and length in percent. */
  readonly x: number;
  readonly width: number;
}

export interface AreaView {
  readonly area: string;
  /** One to three words. */
  readonly name: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** `2 holds, 1 violated`. */
  readonly told: string;
  /** How many of those that are judged hold; empty where none was. */
  readonly share: string;
  readonly segments: readonly Segment[];
  readonly open: boolean;
  readonly requirements: readonly RequirementView[];
  readonly requests: number;
  readonly seconds: string;
}

export interface PageView {
  readonly report: RunReport;
  readonly figures: readonly LevelFigure[];
  readonly areas: readonly AreaView[];
  /** What went wrong, by cause, the one to mend first at the beginning. */
  readonly causes: readonly CauseView[];
  /** What only warns, by cause. */
  readonly warnings: readonly CauseView[];
  readonly transcripts: readonly TranscriptView[];
  /** All exchanges, packed; undefined where there is no room for them. */
  readonly packed: string | undefined;
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
  const evidence = new Evidence(report);
  const transcripts = transcriptViews(report);
  const views = requirementViews(report, transcripts, evidence);
  const byId = new Map(views.map((view) => [view.result.id, view]));
  const causes = fixFirst(report, evidence).map((group) => causeView(group, report, byId));
  return {
    report,
    figures: (['MUST', 'SHOULD', 'SURVEY'] as const).map((level) => figure(level, report)),
    areas: report.areas.map((area) => areaView(area, views)),
    causes: causes.filter(({ pressing }) => pressing),
    warnings: causes.filter(({ pressing }) => !pressing),
    transcripts,
    packed: packTranscripts(transcripts),
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

function areaView(
  { area, title, verdict, counts, requests, durationMs }: RunReport['areas'][number],
  views: readonly RequirementView[],
): AreaView {
  const requirements = views.filter(({ result }) => result.area === area);
  // An area with requirements that were not run is not shown as excluded.
  const idle = verdict === 'excluded' && (counts['not-run'] ?? 0) > 0;
  const judged = [...attention, 'passed' as const].reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  return {
    area,
    name: areaTitle(area) ?? area,
    title,
    verdict: idle ? 'not-run' : verdict,
    told: told(counts),
    share: judged === 0 ? '' : `${counts['passed'] ?? 0} of ${judged}`,
    segments: segments(judged === 0 ? counts : { ...counts, surveyed: 0, 'not-applicable': 0 }),
    open: attention.some((one) => (counts[one] ?? 0) > 0),
    requirements,
    requests,
    seconds: (durationMs / 1000).toFixed(2),
  };
}

function figure(level: keyof RunReport['counts'], report: RunReport): LevelFigure {
  const counts = report.counts[level];
  const judged = Object.entries(counts).filter(
    ([verdict]) => !['excluded', 'not-selected', 'not-applicable'].includes(verdict),
  );
  const all = judged.reduce((sum, [, count]) => sum + count, 0);
  const wanted: Verdict = level === 'SURVEY' ? 'surveyed' : 'passed';
  const word = { MUST: 'hold', SHOULD: 'recommendations (SHOULD) hold', SURVEY: 'open questions recorded' }[
    level
  ];
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
