import type { RunVerdict } from './run-report.ts';

/** The meaning of every exit code, in the order in which they win when several apply. */
export const exitCodes = [
  {
    code: 2,
    verdict: 'usage-error',
    meaning:
      'a setting, a flag, a file or the selection is wrong, or this machine refuses to begin; nothing was judged',
  },
  {
    code: 4,
    verdict: 'unreachable',
    meaning: 'the target does not answer, lacks the app, or refuses the credentials',
  },
  {
    code: 70,
    verdict: 'harness-error',
    meaning: 'the suite itself broke, or this machine refused to go on; the verdicts cannot be trusted',
  },
  {
    code: 1,
    verdict: 'non-conformant',
    meaning: 'at least one MUST requirement failed, and the report names it',
  },
  { code: 3, verdict: 'incomplete', meaning: 'a MUST requirement was blocked, unstable or not run' },
  {
    code: 5,
    verdict: 'baseline-stale',
    meaning: 'the list of known failures names an id that passes or is unknown',
  },
  {
    code: 0,
    verdict: 'partial',
    meaning: 'not everything was tried (`--only`, `--quick`, one shard, `explore`); what was tried holds',
  },
  { code: 0, verdict: 'conformant', meaning: 'every judged MUST requirement holds' },
] as const satisfies readonly { code: number; verdict: RunVerdict; meaning: string }[];

/** Exit code of a run verdict. */
export function exitCodeOf(verdict: RunVerdict): number {
  return exitCodes.find((entry) => entry.verdict === verdict)?.code ?? 70;
}
