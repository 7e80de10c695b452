/** One cause of failures as a card: what it means, what happened, and every requirement that shows it or waits for it. */
import type { RunReport, Verdict } from '../../../schemas/report/run-report.ts';
import { titleIn, type ExchangeRecord } from '../../../schemas/report/scenario-record.ts';
import { headersTold } from '../../../schemas/report/failure-text.ts';
import { contradictionOf, shrinkingText } from '../../exploration.ts';
import type { FaultGroup, Wrong } from '../../fix-first.ts';
import { promiseOf } from '../../plain.ts';
import { pathOf, waitedTold } from '../../request-words.ts';
import { capitalised, clip, plural } from '../../text.ts';
import { crashFile, reproduceScripts } from '../reproduce/index.ts';
import type { RequirementView } from './requirement-view.ts';
import { sidesOf, type SideBySide } from './sides.ts';

export interface RequestView {
  readonly line: string;
  readonly outcome: string;
  readonly body: string | undefined;
}

/** What shows a cause best. */
export interface LeadView {
  /** What was done to find it: the title of the scenario. */
  readonly story: string;
  /** What happened this time. */
  readonly told: string;
  /** Whether that is what should have happened, and did not. */
  readonly unmet: boolean;
  /** What the explorer did, step by step, where that found it. */
  readonly steps: readonly string[];
  /** How that was found. */
  readonly found: string;
  readonly request: RequestView | undefined;
  /** The answer that shows it, where that is another one. */
  readonly shownBy: RequestView | undefined;
  readonly waited: string;
  readonly sides: readonly SideBySide[];
  readonly reason: string;
  readonly view: RequirementView;
}

export interface CauseView {
  /** Stays the same from run to run while the same requirement shows it. */
  readonly anchor: string;
  readonly tone: Verdict;
  /** What it means for users; if there is no `impact`, what is wrong. */
  readonly headline: string;
  /** What is wrong in plain words, where the headline says what it means. */
  readonly plain: string | undefined;
  /** What is wrong in the words of the API. */
  readonly title: string;
  /** `breaks 2 MUST and 1 SHOULD requirement, blocks 12 requirements`. */
  readonly amount: string;
  readonly lead: LeadView | undefined;
  /** Requirements that do not hold, with what happened. */
  readonly wrong: readonly { readonly view: RequirementView; readonly told: string }[];
  /** Requirements that it keeps from being judged, by area. */
  readonly blocked: readonly BlockedArea[];
  readonly blockedCount: number;
  /** What kept them from being judged. */
  readonly reason: string | undefined;
  readonly exchange: RequestView | undefined;
  readonly advice: string | undefined;
  /** The script that repeats a crash, and its name. */
  readonly crash: { readonly file: string; readonly script: string } | undefined;
  /** More than warnings. */
  readonly pressing: boolean;
  /** Verdicts and words by which it is found. */
  readonly verdicts: string;
}

export interface BlockedArea {
  readonly area: string;
  readonly requirements: readonly { readonly id: string; readonly promise: string }[];
}

/** Characters of a request body at most. */
const bodyLimit = 2000;

export function causeView(
  group: FaultGroup,
  report: RunReport,
  views: ReadonlyMap<string, RequirementView>,
): CauseView {
  const { wrong, blocked, lead, plain, title, impact, cause, advice, exchange } = group;
  const leadView = lead && views.get(lead.result.id);
  const id = lead?.result.id ?? blocked[0]?.id ?? 'unknown';
  return {
    anchor: `cause-${id}`,
    tone: wrong[0]?.result.verdict ?? 'blocked',
    headline: impact ?? capitalised(plain.replace(/[^.!?]$/, '$&.')),
    plain: impact === undefined ? undefined : plain,
    title,
    amount: amountOf(group),
    lead: lead && leadView && leadOf(lead, leadView, report),
    wrong: wrong.flatMap(({ result, fault }) => {
      const view = views.get(result.id);
      return view === undefined ? [] : [{ view, told: fault.told }];
    }),
    blocked: byArea(group),
    blockedCount: blocked.length,
    reason: blocked.length === 0 ? undefined : cause,
    exchange: blocked.length === 0 ? undefined : requestView(exchange, report),
    advice,
    crash: group.crashed ? crashOf(report) : undefined,
    pressing: blocked.length > 0 || wrong.some(({ result }) => result.verdict !== 'warned'),
    verdicts: [
      ...new Set([...wrong.map(({ result }) => result.verdict), ...blocked.map(() => 'blocked')]),
    ].join(' '),
  };
}

function crashOf(report: RunReport): CauseView['crash'] {
  const script = reproduceScripts(report).get(crashFile);
  return script === undefined ? undefined : { file: crashFile, script };
}

function leadOf({ check, fault, result }: Wrong, view: RequirementView, report: RunReport): LeadView {
  const contradiction = contradictionOf(report.exploration, check);
  const statusOnly = check.assertion !== undefined && 'status' in check.assertion;
  // What was done and what came of it names the status already.
  const sides = statusOnly ? [] : sidesOf(check);
  const message = check.message ?? result.detail;
  return {
    told: fault.unmet ?? fault.told,
    unmet: fault.unmet !== undefined,
    story: titleIn(check.scenario),
    steps: contradiction?.story ?? [],
    found:
      contradiction === undefined
        ? ''
        : `found after ${plural(contradiction.foundAfter, 'call')}, ${shrinkingText(contradiction.shrinking, contradiction.story.length)}`,
    request: requestView(fault.request, report),
    shownBy: requestView(fault.shownBy, report),
    waited: waitedTold(check.attempts),
    sides,
    reason: sides.length > 0 || statusOnly ? '' : clip(message, bodyLimit).text,
    view,
  };
}

function requestView(exchange: ExchangeRecord | undefined, report: RunReport): RequestView | undefined {
  if (exchange === undefined) return undefined;
  const { method, requestBody, failure, status } = exchange;
  return {
    line: `${method} ${pathOf(exchange, report)}${headersTold(exchange)}`,
    outcome: failure ?? String(status),
    body: requestBody === undefined || requestBody === '' ? undefined : pretty(requestBody),
  };
}

function pretty(body: string): string {
  const { text, omitted } = clip(body, bodyLimit);
  if (omitted > 0) return `${text}\n… ${omitted} more characters, see results.json`;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

const verdictsTold: readonly (readonly [Verdict, string, string])[] = [
  ['harness-error', 'leaves', 'untested, because the suite failed'],
  ['failed', 'breaks', 'MUST'],
  ['unstable', 'makes', 'unstable'],
  ['warned', 'breaks', 'SHOULD'],
];

function amountOf({ wrong, blocked }: FaultGroup): string {
  const told = verdictsTold.flatMap(([verdict, does, what]) => {
    const count = wrong.filter(({ result }) => result.verdict === verdict).length;
    if (count === 0) return [];
    const capital = /^[A-Z]+$/.test(what);
    return [
      capital
        ? `${does} ${plural(count, `${what} requirement`)}`
        : `${does} ${plural(count, 'requirement')} ${what}`,
    ];
  });
  const kept = blocked.length === 0 ? [] : [`blocks ${plural(blocked.length, 'requirement')}`];
  return [...told, ...kept].join(', ');
}

function byArea({ blocked }: FaultGroup): BlockedArea[] {
  const areas = new Map<string, { id: string; promise: string }[]>();
  for (const result of blocked)
    areas.set(result.area, [
      ...(areas.get(result.area) ?? []),
      { id: result.id, promise: promiseOf(result) },
    ]);
  return [...areas].map(([area, requirements]) => ({ area, requirements }));
}
