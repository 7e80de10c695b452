/** A requirement as the page shows it when it is opened. */
import { rerunCommand } from '../../exploration.ts';
import type { RequirementCheck, RequirementResult, RunReport } from '../../../schemas/report/run-report.ts';
import type { ExchangeRecord } from '../../../schemas/report/scenario-record.ts';
import { attemptsTold } from '../../../schemas/report/failure-text.ts';
import { addressOf } from '../../../specs/requirements/documentation.ts';
import { readProof } from '../../proof.ts';
import type { Evidence } from '../../evidence.ts';
import { impactOf, promiseOf } from '../../plain.ts';
import { clip } from '../../text.ts';
import { levelTold } from '../../words.ts';
import { reproduceScripts } from '../reproduce/index.ts';
import { sidesOf, type SideBySide } from './sides.ts';
import { bodyLimit, exchangeView, type ExchangeView, type TranscriptView } from './transcript-view.ts';

export interface CheckView {
  readonly check: RequirementCheck;
  /** What it compared, where it did and did not pass. */
  readonly sides: readonly SideBySide[];
  readonly reason: string;
  /** What led to it, where it is shown in place; the exchanges of the check itself last. */
  readonly exchanges: readonly ExchangeView[];
  /** Exchanges before those that are shown. */
  readonly earlier: number;
  readonly transcript: TranscriptView | undefined;
}

export interface RequirementView {
  readonly result: RequirementResult;
  /** What it promises, in a few words. */
  readonly promise: string;
  /** What its violation means for people. */
  readonly impact: string | undefined;
  /** Where the page is that its source names. */
  readonly address: string;
  /** `MUST`, or `MUST since rule set 1.1`. */
  readonly level: string;
  readonly checks: readonly CheckView[];
  readonly checksHidden: number;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** How many seeded defects of the reference server turn this requirement red in the suite's own tests. */
  readonly seenFailing: number;
  readonly rerun: string;
  /** What shows that it does not hold, or undefined where it is only in the report folder. */
  readonly script: string | undefined;
  readonly hasScript: boolean;
}

/** How many checks of a requirement are shown: a rule about every response may have hundreds of equal failures. */
const checksShown = 8;
/** Exchanges shown in place for a check that did not pass. */
const exchangesInPlace = 6;
/** Characters of all bodies together that are shown in place. */
const bodyBudget = 500_000;
const textLimit = 4000;
/** Longest script that the page holds, in characters. */
const scriptLimit = 20_000;

export function requirementViews(
  report: RunReport,
  transcripts: readonly TranscriptView[],
  evidence: Evidence,
): RequirementView[] {
  const scripts = reproduceScripts(report);
  const { requirements: proven } = readProof();
  const byKey = new Map(transcripts.map((one) => [one.key, one]));
  const shown = new Map(report.requirements.map((result) => [result.id, inPlaceOf(result, evidence)]));
  const limit = bodyLimit([...shown.values()].flat(), bodyBudget);
  return report.requirements.map((result) => {
    const ordered = inOrder(result);
    const script = scripts.get(`${result.id}.sh`);
    return {
      result,
      promise: promiseOf(result),
      impact: impactOf(result),
      address: addressOf(result.source),
      level: levelTold(result),
      checks: ordered.slice(0, checksShown).map((check, index): CheckView => {
        const records = index === 0 ? (shown.get(result.id) ?? []) : [];
        return {
          check,
          sides: check.verdict === 'passed' ? [] : sidesOf(check),
          reason: reasonOf(check),
          exchanges: records.map((record) => exchangeView(record, undefined, limit)),
          earlier: records.length === 0 ? 0 : evidence.leadingTo(check).length - records.length,
          transcript: byKey.get(check.scenario),
        };
      }),
      checksHidden: Math.max(0, ordered.length - checksShown),
      answers: report.surveys.filter(({ requirement }) => requirement === result.id),
      seenFailing: proven[result.id]?.length ?? 0,
      rerun: rerunCommand(report, result.id),
      hasScript: script !== undefined,
      script: script !== undefined && script.length <= scriptLimit ? script : undefined,
    };
  });
}

/** What did not pass stands first. */
function inOrder({ checks }: RequirementResult): RequirementCheck[] {
  return [...checks].sort((a, b) => rank(a) - rank(b));
}

function rank({ verdict }: RequirementCheck): number {
  return ['harness-error', 'failed', 'unstable', 'blocked', 'passed', 'not-applicable'].indexOf(verdict);
}

/** The exchanges that led to the first check that failed. What is blocked shows nothing that its cause does not show. */
function inPlaceOf(result: RequirementResult, evidence: Evidence): ExchangeRecord[] {
  const [first] = inOrder(result);
  return first !== undefined && ['failed', 'unstable', 'harness-error'].includes(first.verdict)
    ? evidence.leadingTo(first).slice(-exchangesInPlace)
    : [];
}

function reasonOf({ verdict, expected, message = '', attempts = [] }: RequirementCheck): string {
  if (verdict === 'passed') return '';
  const { text, omitted } = clip(expected === undefined ? message : attemptsTold(attempts), textLimit);
  return omitted === 0 ? text : `${text}\n… ${omitted} more characters, see results.json`;
}
