import type { RunVerdict } from './run-report.ts';

/** The meaning of every exit code, in the order in which they win when several apply. */
export const exitCodes = [
  {
    code: 2,
    verdict: 'usage-error',
    meaning:
      'a setting, flag, file or selection is wrong, or this machine cannot start the run; nothing was tested',
  },
  {
    code: 4,
    verdict: 'unreachable',
    meaning: 'the target does not respond, does not have the app, or refuses the credentials',
  },
  {
    code: 70,
    verdict: 'harness-error',
    meaning: 'the suite itself failed, or this machine could not continue the run; do not trust the verdicts',
  },
  {
    code: 1,
    verdict: 'non-conformant',
    meaning: 'at least one MUST requirement failed; the report names it',
  },
  { code: 3, verdict: 'incomplete', meaning: 'a MUST requirement was blocked, unstable or not run' },
  {
    code: 5,
    verdict: 'baseline-stale',
    meaning: 'the baseline has an entry that passes, is unknown or has expired',
  },
  {
    code: 0,
    verdict: 'partial',
    meaning:
      'only a part was tested (`--only`, `--scenario`, `--quick`, one shard, `explore`); that part passed',
  },
  { code: 0, verdict: 'conformant', meaning: 'every MUST requirement that was tested passed' },
] as const satisfies readonly { code: number; verdict: RunVerdict; meaning: string }[];

/** Exit code of a run verdict. */
export function exitCodeOf(verdict: RunVerdict): number {
  return exitCodes.find((entry) => entry.verdict === verdict)?.code ?? 70;
}
