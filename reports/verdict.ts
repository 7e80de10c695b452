/** The one place that decides verdicts: of a requirement from its checks, and of a run from its requirements. */
import type {
  RequirementCheck,
  RequirementResult,
  RunVerdict,
  SurveyResult,
  Verdict,
} from '../schemas/report/run-report.ts';
import { exitCodes } from '../schemas/report/exit-codes.ts';
import { under, type Requirement, type RuleSet } from '../specs/requirements/index.ts';
import { blockedBy, mayBeKnown, type KnownFailure } from './baseline.ts';

/** What is known about one requirement when the run is over. */
export interface Evidence {
  readonly requirement: Requirement;
  /** The rule set that decides. */
  readonly rules: RuleSet;
  readonly checks: readonly RequirementCheck[];
  readonly surveys: readonly SurveyResult[];
  /** False where the user asked for other requirements only. */
  readonly selected: boolean;
  readonly knownFailure: KnownFailure | undefined;
  /** Every failure that is known: what one of them blocks is accepted with it. */
  readonly known?: ReadonlyMap<string, KnownFailure>;
}

/** Verdict of a requirement, with one line that says why. */
export function judgeRequirement(evidence: Evidence): Judged {
  const { requirement, rules, checks, surveys, selected } = evidence;
  const { level, newer } = under(requirement, rules);
  if (!selected) return { verdict: 'not-selected', detail: '' };
  if (requirement.excluded !== undefined) return { verdict: 'excluded', detail: requirement.excluded };
  const worst = (['harness-error', 'failed', 'unstable', 'blocked'] as const).find((verdict) =>
    checks.some((check) => check.verdict === verdict),
  );
  if (worst !== undefined) {
    const detail = describeWorst(checks.filter((check) => check.verdict === worst));
    const known = worst === 'harness-error' ? undefined : acceptedBy(worst, evidence);
    if (known) return { verdict: 'known-failure', detail: `${detail} (known: ${known.reason})`, known };
    if (worst !== 'failed') return { verdict: worst, detail };
    return { verdict: level === 'MUST' && newer === undefined ? 'failed' : 'warned', detail };
  }
  if (surveys.length > 0) return { verdict: 'surveyed', detail: '' };
  if (checks.some((check) => check.verdict === 'passed')) return { verdict: 'passed', detail: '' };
  const inapplicable = checks.find((check) => check.verdict === 'not-applicable');
  if (inapplicable) return { verdict: 'not-applicable', detail: inapplicable.message ?? '' };
  return { verdict: 'not-run', detail: 'no scenario judged it' };
}

interface Judged {
  readonly verdict: Verdict;
  readonly detail: string;
  readonly known?: NonNullable<RequirementResult['known']>;
}

/** Why it is accepted for now: it is listed, or what is listed keeps it from being judged. */
function acceptedBy(
  worst: 'failed' | 'unstable' | 'blocked',
  { checks, knownFailure, known = new Map() }: Evidence,
): Judged['known'] {
  if (worst === 'blocked' && !mayBeKnown(checks)) return undefined;
  if (knownFailure) {
    const { reason, ticket } = knownFailure;
    return { reason, ...(ticket === undefined ? {} : { ticket }) };
  }
  if (worst !== 'blocked' || !blockedBy(checks, known)) return undefined;
  const by = checks.find(({ verdict }) => verdict === 'blocked')?.cause?.requirement ?? '';
  return { reason: known.get(by)?.reason ?? '', by };
}

function describeWorst(checks: readonly RequirementCheck[]): string {
  const [first, ...others] = checks;
  if (first === undefined) return '';
  const reason =
    first.expected === undefined
      ? (first.message ?? '').split('\n')[0]
      : `expected ${first.expected}, received ${first.received ?? ''}`;
  const more = [
    first.foundBy === undefined ? '' : ' (found by the explorer)',
    others.length === 0 ? '' : ` (and ${others.length} more)`,
  ].join('');
  return first.verdict === 'blocked' ? `${reason}${more}` : `${first.claim}: ${reason}${more}`;
}

/**
 * What one requirement makes of the run, or undefined where it decides nothing, as what is newer than the rule set does.
 * Exit code, JUnit and comparison go by this.
 */
export function effectOf(
  { level, newer, verdict }: Pick<RequirementResult, 'level' | 'newer' | 'verdict'>,
  strict: boolean,
): 'harness-error' | 'non-conformant' | 'incomplete' | undefined {
  if (verdict === 'harness-error') return 'harness-error';
  if (newer !== undefined) return undefined;
  if (verdict === 'failed' || (strict && verdict === 'warned')) return 'non-conformant';
  const open = verdict === 'blocked' || verdict === 'unstable' || verdict === 'not-run';
  return level === 'MUST' && open ? 'incomplete' : undefined;
}

/** What decides the verdict of a run, beside the requirements. */
export interface RunState {
  readonly requirements: readonly RequirementResult[];
  /** Problems of the suite itself that belong to no requirement. */
  readonly problems: readonly string[];
  /** Entries of the baseline that no longer hold. */
  readonly stale: readonly string[];
  readonly strict: boolean;
  /** True where not everything was tried. */
  readonly partial?: boolean;
  /** True for one of several shards: it may have nothing to judge, and the merged report says whether anything was judged. */
  readonly shard?: boolean;
  /** Where the target was explored: calls that were answered, and how many it takes at least. */
  readonly explored?: { readonly calls: number; readonly minimumCalls: number } | undefined;
}

/** Verdict of a run: if several apply, the first one in the order of the exit codes. */
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
  partial = false,
  shard = false,
  explored,
}: RunState): Record<RunVerdict, boolean> {
  const effects = new Set(requirements.map((one) => effectOf(one, strict)));
  const judged = requirements.some(
    ({ verdict, newer }) =>
      newer === undefined &&
      ['passed', 'failed', 'unstable', 'warned', 'known-failure', 'surveyed'].includes(verdict),
  );
  return {
    'usage-error': false,
    unreachable: false,
    'harness-error': problems.length > 0 || effects.has('harness-error'),
    'non-conformant': effects.has('non-conformant'),
    incomplete: explored
      ? explored.calls < explored.minimumCalls
      : effects.has('incomplete') || !(judged || shard),
    'baseline-stale': stale.length > 0,
    partial,
    conformant: true,
  };
}
