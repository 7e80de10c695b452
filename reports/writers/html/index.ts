import type { RunReport, RunVerdict, Verdict } from '../../../schemas/report/run-report.ts';
import { levelOf, replayCommand, shrinkingText, stepsOf } from '../../exploration.ts';
import { oneLine, plural } from '../../text.ts';
import { lagTold } from '../../lag.ts';
import { mannersTold } from '../../traffic.ts';
import * as words from '../../words.ts';
import { renderPage } from './render.ts';
import { attention, pageView, type PageView } from './view.ts';

/** The colour and shape of a run's verdict are those of the requirement verdict that decides it. */
const tones: Readonly<Record<RunVerdict, Verdict>> = {
  conformant: 'passed',
  partial: 'not-selected',
  'non-conformant': 'failed',
  incomplete: 'blocked',
  unreachable: 'blocked',
  'usage-error': 'blocked',
  'baseline-stale': 'known-failure',
  'harness-error': 'harness-error',
};

/** The report for people: one file, nothing loaded, complete without JavaScript. */
export function indexHtml(report: RunReport): string {
  const view = pageView(report);
  return renderPage('report', {
    ...words,
    ...view,
    plural,
    levelOf,
    replayCommand,
    shrinkingText,
    stepsOf,
    tones,
    attention,
    title: `${words.runTitle(report)}: ${oneLine(report.target['target'] ?? 'Conversations API', 80)}`,
    sentence: words.runSentence(report),
    date: report.startedAt.replace(/T(\d\d:\d\d).*/, ' $1 UTC'),
    mapFirst: manyViolated < view.by('failed').length,
    nothingViolated: nothingViolated(view),
    manners: mannersTold(report),
    lagTold: lagTold(report),
    mostRequests: Math.max(1, ...view.areas.map(({ requests }) => requests)),
    contents: contentsOf(view),
  });
}

/** With more violations than this, the map of all comes before the single ones. */
const manyViolated = 5;

/** Nothing violated means little where little was judged. */
function nothingViolated({ report }: PageView): string {
  const { passed = 0, failed: _failed, excluded: _excluded, ...others } = report.counts.MUST;
  const open = Object.values(others).reduce((sum, count) => sum + count, 0);
  if (passed === 0) return 'No MUST was judged, so nothing was seen to be violated.';
  const held = `All ${passed} MUST requirements that were judged hold.`;
  return open === 0 ? held : `${held} ${open} more were not judged.`;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly amount?: number;
}

function contentsOf({ report, by, causes, surveys }: PageView): Entry[] {
  const entries: Entry[] = [
    { id: 'exploration', title: 'Exploration', amount: report.exploration?.contradictions.length ?? 0 },
    { id: 'violated', title: 'What does not hold', amount: by('failed').length },
    { id: 'causes', title: 'Root causes', amount: causes.length },
    { id: 'broken', title: 'Where the suite broke', amount: by('harness-error').length },
    { id: 'unstable', title: 'Unstable', amount: by('unstable').length },
    { id: 'warnings', title: 'Warnings', amount: by('warned').length },
    { id: 'known', title: 'Known failures', amount: by('known-failure').length },
    { id: 'map', title: 'Map' },
    { id: 'legend', title: 'What the words mean' },
    { id: 'requirements', title: 'Requirements', amount: report.requirements.length },
    { id: 'surveys', title: 'Where the documentation is silent', amount: surveys.length },
    { id: 'blocked', title: 'Blocked', amount: by('blocked').length },
    { id: 'not-applicable', title: 'Not applicable', amount: by('not-applicable').length },
    { id: 'excluded', title: 'Excluded', amount: by('excluded').length },
    { id: 'not-run', title: 'Not run', amount: by('not-run').length },
    { id: 'not-selected', title: 'Not selected', amount: by('not-selected').length },
    { id: 'drift', title: 'Undocumented fields' },
    { id: 'clean-up', title: 'Left behind' },
    { id: 'cost', title: 'Cost' },
    { id: 'configuration', title: 'Configuration' },
    { id: 'transcripts', title: 'Transcripts' },
  ];
  return entries.filter(
    ({ id, amount }) =>
      amount !== 0 || id === 'violated' || (id === 'exploration' && report.exploration !== undefined),
  );
}
