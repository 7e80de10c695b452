/** The one place that decides verdicts: of a requirement from its checks, and of a run from its requirements. */
import type {
  RequirementCheck,
  RequirementResult,
  RunVerdict,
  SurveyResult,
  Verdict,
} from '../schemas/report/run-report.ts';
import { exitCodes } from '../schemas/report/exit-codes.ts';
import type { Requirement } from '../specs/requirements/index.ts';
import type { KnownFailure } from './baseline.ts';

/** What is known about one requirement when the run is over. */
export interface Evidence {
  readonly requirement: Requirement;
  readonly checks: readonly RequirementCheck[];
  readonly surveys: readonly SurveyResult[];
  /** False where the user asked for other requirements only. */
  readonly selected: boolean;
  readonly knownFailure: KnownFailure | undefined;
}

/** Verdict of a requirement, with one line that says why. */
export function judgeRequirement(evidence: Evidence): { verdict: Verdict; detail: string } {
  const { requirement, checks, surveys, selected, knownFailure } = evidence;
  if (requirement.excluded !== undefined) return { verdict: 'excluded', detail: requirement.excluded };
  if (!selected) return { verdict: 'not-run', detail: 'not selected' };
  const worst = (['harness-error', 'failed', 'unstable', 'blocked'] as const).find((verdict) =>
    checks.some((check) => check.verdict === verdict),
  );
  if (worst !== undefined) {
    const detail = describeWorst(checks.filter((check) => check.verdict === worst));
    if (worst !== 'failed') return { verdict: worst, detail };
    if (knownFailure)
      return { verdict: 'known-failure', detail: `${detail} (known: ${knownFailure.reason})` };
    return { verdict: requirement.level === 'MUST' ? 'failed' : 'warned', detail };
  }
  if (surveys.length > 0) return { verdict: 'surveyed', detail: '' };
  if (checks.some((check) => check.verdict === 'passed')) return { verdict: 'passed', detail: '' };
  const inapplicable = checks.find((check) => check.verdict === 'not-applicable');
  if (inapplicable) return { verdict: 'not-applicable', detail: inapplicable.message ?? '' };
  return { verdict: 'not-run', detail: 'no scenario judged it' };
}

function describeWorst(checks: readonly RequirementCheck[]): string {
  const [first, ...others] = checks;
  if (first === undefined) return '';
  const reason =
    first.expected === undefined
      ? (first.message ?? '').split('\n')[0]
      : `expected ${first.expected}, received ${first.received ?? ''}`;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return first.verdict === 'blocked' ? `${reason}${more}` : `${first.claim}: ${reason}${more}`;
}

/** What decides the verdict of a run, beside the requirements. */
export interface RunState {
  readonly requirements: readonly RequirementResult[];
  /** Problems of the suite itself that belong to no requirement. */
  readonly problems: readonly string[];
  /** Entries of the baseline that no longer hold. */
  readonly stale: readonly string[];
  readonly strict: boolean;
  /** Where the target was explored: calls that were answered, and how many it takes at least. */
  readonly explored?: { readonly calls: number; readonly minimumCalls: number } | undefined;
}

/** Verdict of a run: of all that apply, the one that comes first among the exit codes. */
export function judgeRun(state: RunState): { verdict: RunVerdict; exitCode: number } {
  const applies = runVerdicts(state);
  const winner = exitCodes.find(({ verdict }) => applies[verdict]) ?? exitCodes[2];
  return { verdict: winner.verdict, exitCode: winner.code };
}

function runVerdicts({
  requirements,
  problems,
  stale,
  strict,
  explored,
}: RunState): Record<RunVerdict, boolean> {
  const any = (verdict: Verdict, level?: string): boolean =>
    requirements.some((one) => one.verdict === verdict && (level === undefined || one.level === level));
  const judged = requirements.some((one) =>
    ['passed', 'failed', 'unstable', 'warned', 'known-failure', 'surveyed'].includes(one.verdict),
  );
  const unjudgedMust = requirements.some(
    (one) =>
      one.level === 'MUST' &&
      (one.verdict === 'blocked' ||
        one.verdict === 'unstable' ||
        (one.verdict === 'not-run' && one.detail !== 'not selected')),
  );
  return {
    'usage-error': false,
    unreachable: false,
    'harness-error': problems.length > 0 || any('harness-error'),
    'non-conformant': any('failed') || (strict && any('warned')),
    incomplete: explored ? explored.calls < explored.minimumCalls : unjudgedMust || !judged,
    'baseline-stale': stale.length > 0,
    conformant: true,
  };
}
