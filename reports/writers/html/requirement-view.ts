/** A requirement as the page shows it when it is opened. */
import { rerunCommand } from '../../exploration.ts';
import type { RequirementCheck, RequirementResult, RunReport } from '../../../schemas/report/run-report.ts';
import { attemptsTold } from '../../../schemas/report/failure-text.ts';
import { readProof } from '../../proof.ts';
import { Evidence } from '../../evidence.ts';
import { clip } from '../../text.ts';
import { levelTold } from '../../words.ts';
import { reproduceScripts } from '../reproduce/index.ts';
import type { ExchangeView, TranscriptView } from './transcript-view.ts';

export interface CheckView {
  readonly check: RequirementCheck;
  /** What it compared, where it did. */
  readonly sides: { readonly expected: string; readonly received: string } | undefined;
  readonly reason: string;
  /** What led to it; the exchanges of the check itself last. */
  readonly exchanges: readonly ExchangeView[];
  /** Exchanges before those that are shown. */
  readonly earlier: number;
  readonly transcript: TranscriptView | undefined;
  /** True where the exchanges are shown in full here, not only linked. */
  readonly inPlace: boolean;
}

export interface RequirementView {
  readonly result: RequirementResult;
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

/** Checks of one requirement that are shown: a rule about every response has hundreds that all failed alike. */
const checksShown = 12;
/** Exchanges shown in place for a check that did not pass. */
const exchangesInPlace = 8;
const textLimit = 4000;
/** Longest script that the page holds, in characters. */
const scriptLimit = 20_000;

export function requirementViews(
  report: RunReport,
  transcripts: readonly TranscriptView[],
): RequirementView[] {
  const evidence = new Evidence(report);
  const scripts = reproduceScripts(report);
  const { requirements: proven } = readProof();
  const byKey = new Map(transcripts.map((one) => [one.key, one]));
  return report.requirements.map((result) => {
    const ordered = [...result.checks].sort((a, b) => rank(a) - rank(b));
    const script = scripts.get(`${result.id}.sh`);
    return {
      result,
      level: levelTold(result),
      checks: ordered
        .slice(0, checksShown)
        .map((check, index) => checkView(check, index === 0, evidence, byKey)),
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
function rank({ verdict }: RequirementCheck): number {
  return ['harness-error', 'failed', 'unstable', 'blocked', 'passed', 'not-applicable'].indexOf(verdict);
}

function checkView(
  check: RequirementCheck,
  first: boolean,
  evidence: Evidence,
  transcripts: ReadonlyMap<string, TranscriptView>,
): CheckView {
  const transcript = transcripts.get(check.scenario);
  // What is blocked behind a failure shows nothing that the failure does not show.
  const inPlace =
    ['failed', 'unstable', 'harness-error'].includes(check.verdict) || (first && check.verdict === 'blocked');
  const led = inPlace ? evidence.leadingTo(check) : evidence.exchangesOf(check);
  const shown = led.slice(-exchangesInPlace);
  const ids = new Set(shown.map(({ id }) => id));
  const { expected, received, message = '' } = check;
  return {
    check,
    sides:
      expected === undefined
        ? undefined
        : { expected: short(expected), received: short(received ?? 'nothing') },
    reason: short(expected === undefined ? message : attemptsTold(check.attempts ?? [])),
    exchanges: transcript?.exchanges.filter(({ record }) => ids.has(record.id)) ?? [],
    earlier: led.length - shown.length,
    transcript,
    inPlace,
  };
}

function short(text: string): string {
  const { text: shown, omitted } = clip(text, textLimit);
  return omitted === 0 ? shown : `${shown}\n… ${omitted} more characters, see results.json`;
}
