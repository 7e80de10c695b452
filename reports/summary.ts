/** The verdict of a run in one sentence. */
import type { RequirementResult, RunReport } from '../schemas/report/run-report.ts';
import { alone, explorationSummary } from './exploration.ts';
import { plural } from './text.ts';
import { counted, runTitle, titlesTold, verdictWords, type RunKind } from './words.ts';

interface Summarised extends RunKind, Pick<RunReport, 'shard'> {
  /** Those that count: none that is newer than the rule set of the run. */
  readonly requirements: readonly RequirementResult[];
  readonly strict: boolean;
}

export function summaryOf(run: Summarised): string {
  return `${sentenceOf(run)}${shardHint(run)}`;
}

function sentenceOf({ requirements, strict, ...run }: Summarised): string {
  const { verdict } = run;
  const exploration = alone(run.exploration);
  if (verdict === 'harness-error')
    return 'The suite itself failed: do not trust any verdict. Please report this.';
  if (exploration !== undefined) {
    const told = explorationSummary(exploration, { complete: verdict !== 'incomplete', strict });
    return verdict === 'baseline-stale' ? `${runTitle(run)}. ${told}` : told;
  }
  return `${runTitle(run)}: ${run.partial ? partTold(requirements, run) : wholeTold(run, requirements)}.`;
}

/** The verdict of a part must not be taken for that of the whole. */
function shardHint({ shard }: Summarised): string {
  return shard === undefined ? '' : ` This is only shard ${shard}: merge it with the others.`;
}

/** `3 of 160 requirements selected, 3 hold`. */
function partTold(requirements: readonly RequirementResult[], { quick, scenario }: RunKind): string {
  const selected = requirements.filter(({ verdict }) => verdict !== 'not-selected');
  const told = verdictWords.flatMap(({ verdict }) => {
    const count = selected.filter((one) => one.verdict === verdict).length;
    return count === 0 ? [] : [counted(count, verdict)];
  });
  const titles = scenario === undefined ? '' : `only scenarios titled ${titlesTold(scenario)}; `;
  const cases = quick ? 'the first case of each requirement; ' : '';
  return `${titles}${cases}${[`${selected.length} of ${plural(requirements.length, 'requirement')} selected`, ...told].join(', ')}`;
}

function wholeTold({ verdict }: RunKind, requirements: readonly RequirementResult[]): string {
  const count = (wanted: string, level?: string): number =>
    requirements.filter((one) => one.verdict === wanted && (level === undefined || one.level === level))
      .length;
  const musts = (number: number, one: string, many: string): string =>
    `${number} MUST ${number === 1 ? `requirement ${one}` : `requirements ${many}`}`;
  const held = musts(count('passed', 'MUST'), 'holds', 'hold');
  switch (verdict) {
    case 'conformant':
      return `${held}, ${plural(count('warned'), 'warning')}`;
    case 'non-conformant':
      return `${musts(count('failed'), 'is violated', 'are violated')}, ${held}`;
    case 'incomplete':
      return `${missing(count)}, ${held}`;
    default:
      return `otherwise conformant, ${held}`;
  }
}

/** What is missing to a verdict, in words. */
function missing(count: (wanted: string, level?: string) => number): string {
  const blocked = count('blocked', 'MUST');
  const unstable = count('unstable', 'MUST');
  const idle = count('not-run', 'MUST');
  const parts = [
    ...(blocked > 0 || unstable + idle === 0 ? [`${plural(blocked, 'MUST requirement')} blocked`] : []),
    ...(unstable > 0 ? [`${plural(unstable, 'MUST requirement')} unstable`] : []),
    ...(idle > 0 ? [`${plural(idle, 'MUST requirement')} not run`] : []),
  ];
  return parts.join(', ');
}
