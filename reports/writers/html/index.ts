import type { Exploration } from '../../../schemas/report/exploration.ts';
import type { RunReport, RunVerdict, Verdict } from '../../../schemas/report/run-report.ts';
import { documentation } from '../../../specs/requirements/documentation.ts';
import { alone, levelOf } from '../../exploration.ts';
import { stepTold } from '../../plain.ts';
import { capitalised, oneLine, plural } from '../../text.ts';
import { lagTold } from '../../lag.ts';
import { mannersTold } from '../../traffic.ts';
import * as words from '../../words.ts';
import { renderPage } from './render.ts';
import { attention, pageView, type PageView } from './view.ts';

/** The colour and shape of a run's verdict are those of the requirement verdict that decides it. */
export const tones: Readonly<Record<RunVerdict, Verdict>> = {
  conformant: 'passed',
  partial: 'not-selected',
  'non-conformant': 'failed',
  incomplete: 'blocked',
  unreachable: 'blocked',
  'usage-error': 'blocked',
  'baseline-stale': 'known-failure',
  'harness-error': 'harness-error',
};

/** Causes that the first screen names. */
const causesFirst = 5;
/** How many causes are open at the start. With more, the next one would be hard to find. */
const causesOpen = 10;

/** The report for people: one self-contained file that needs JavaScript only for the transcripts. */
export function indexHtml(report: RunReport): string {
  const view = pageView(report);
  const sole = alone(report.exploration);
  return renderPage('report', {
    ...words,
    ...view,
    plural,
    capitalised,
    stepTold,
    tones,
    attention,
    documentation,
    sole,
    causesFirst,
    causesOpen,
    title: `${words.runTitle(report)}: ${oneLine(report.target['target'] ?? 'Conversations API', 80)}`,
    sentence: sentenceOf(view),
    tested: testedTold(report),
    date: report.startedAt.replace(/T(\d\d:\d\d).*/, ' $1 UTC'),
    steps: Object.entries(report.exploration?.steps ?? {}).sort(([, a], [, b]) => b - a),
    nothingViolated: nothingViolated(view),
    manners: mannersTold(report),
    lagTold: lagTold(report),
    mostRequests: Math.max(1, ...view.areas.map(({ requests }) => requests)),
    limits: words.limitsOf(report),
    unjudged: unjudgedOf(view),
    unselected: view.by('not-selected').length,
    listed: listedIn(view),
  });
}

/** The verdict in one or two sentences, for people who read no others. */
function sentenceOf(view: PageView): string {
  const { report, causes, figures } = view;
  const { verdict, partial } = report;
  const sole = alone(report.exploration);
  if (sole !== undefined) return exploredSentence(sole, report);
  const { passed = 0, failed = 0, blocked = 0 } = report.counts.MUST;
  const all = figures.find(({ level }) => level === 'MUST')?.head.of ?? 0;
  if (partial || passed === 0) return words.runSentence(report);
  if (verdict === 'conformant') {
    const { warned = 0 } = report.counts.SHOULD;
    const but =
      warned === 0 ? '' : ` ${warned} of what it recommends (SHOULD) ${warned === 1 ? 'does' : 'do'} not.`;
    return `${passed === all ? `All ${all}` : `${passed} of ${all}`} documented requirements (MUST) that apply to this server hold.${but}`;
  }
  if (verdict !== 'non-conformant' || failed === 0) return words.runSentence(report);
  const rest = blocked === 0 ? '' : `, and ${blocked} more could not be tested`;
  const why = causes.length === 1 ? 'This has one cause.' : `This has ${causes.length} causes.`;
  return `${failed} of ${plural(all, 'documented requirement')} (MUST) ${failed === 1 ? 'is' : 'are'} violated${rest}. ${why}`;
}

/** What an exploration alone came to. What depends on how strict the run was, the summary tells. */
function exploredSentence({ calls, sequences, contradictions }: Exploration, report: RunReport): string {
  if (report.verdict === 'incomplete' || contradictions.some((one) => levelOf(one) === 'SHOULD'))
    return words.runSentence(report);
  const tried = `${plural(calls, 'call')} in ${plural(sequences, 'random sequence')}`;
  return contradictions.length === 0
    ? `${tried}: the documentation allows every response.`
    : `${tried}: ${plural(contradictions.length, 'response')} that the documentation does not allow.`;
}

/** Verdicts of requirements that nothing was sent for. */
const untried: readonly Verdict[] = ['not-selected', 'not-run', 'not-applicable', 'excluded'];

/** `172 of 174 requirements`, `4,663 calls`. */
function testedTold({ requirements, exploration }: RunReport): string {
  const sole = alone(exploration);
  if (sole !== undefined) return `${sole.calls.toLocaleString('en')} calls`;
  const tried = requirements.filter(({ verdict }) => !untried.includes(verdict)).length;
  const all = plural(requirements.length, 'requirement');
  return tried === requirements.length ? all : `${tried} of ${all}`;
}

/** Nothing violated means little where little was judged. */
function nothingViolated({ report }: PageView): string {
  const { passed = 0, failed: _failed, excluded: _excluded, ...others } = report.counts.MUST;
  const open = Object.values(others).reduce((sum, count) => sum + count, 0);
  if (passed === 0) return 'No MUST requirement was tested, so none was found violated.';
  const held =
    passed === 1
      ? 'The one MUST requirement that was tested holds.'
      : `All ${passed} MUST requirements that were tested hold.`;
  return open === 0 ? held : `${held} ${open} more were not tested.`;
}

/** Requirements without a verdict about the target, and why; those that were not selected are left out. */
function unjudgedOf({ by }: PageView): ReturnType<PageView['by']> {
  return (['not-applicable', 'excluded', 'not-run'] as const).flatMap((verdict) => by(verdict));
}

/** The areas with what was tried. */
function listedIn({ areas }: PageView): PageView['areas'] {
  return areas.flatMap((area) => {
    const requirements = area.requirements.filter(({ result }) => result.verdict !== 'not-selected');
    return requirements.length === 0 ? [] : [{ ...area, requirements }];
  });
}
