/** What the outputs say about an exploration. */
import type { ContradictionRecord, Exploration } from '../schemas/report/exploration.ts';
import type { Rerun } from '../schemas/report/run-settings.ts';
import type { RunReport } from '../schemas/report/run-report.ts';
import { scenarioKey, type CheckRecord, type ScenarioRecord } from '../schemas/report/scenario-record.ts';
import { shellWord } from '../schemas/report/shell-word.ts';
import { requirementById } from '../specs/requirements/index.ts';
import { oneLine, plural } from './text.ts';

/** The exploration, where no scenarios went before it: then it is all that the report tells. */
export function alone(exploration: Exploration | undefined): Exploration | undefined {
  return exploration?.afterScenarios ? undefined : exploration;
}

/** The command that plays a contradiction again. */
export function replayCommand(
  { mode, rerun: own }: Exploration,
  { replay }: ContradictionRecord,
  rerun: Rerun | undefined,
): string {
  const what = `${mode === 'race' ? '--race ' : ''}--replay ${replay}`;
  return commandOf(
    own ?? rerun ?? { variables: [], program: 'conversations-conformance explore', flags: [] },
    what,
  );
}

/** The command in full: secrets come from the environment. */
function commandOf({ variables, program, flags }: Rerun, what: string): string {
  return [...variables.map((name) => `${name}="$${name}"`), program, what, ...flags].join(' ');
}

/**
 * The command that judges one requirement again, in the first scenario in which it did not hold: few requests, and the same
 * fault. What is demanded of every answer may have failed in a scenario that judges other requirements: then the first of
 * those is named as well, so that the scenario is run.
 */
export function rerunCommand(report: RunReport, requirement: string): string {
  const { exploration } = report;
  const found = exploration?.contradictions.find(({ requirements }) => requirements.includes(requirement));
  return exploration && found && !failsInScenario(report, requirement)
    ? replayCommand(exploration, found, report.rerun)
    : commandOf(
        report.rerun ?? {
          variables: [],
          program: 'conversations-conformance run',
          flags: [`--seed ${report.seed}`],
        },
        scenarioFlags(report, requirement),
      );
}

function scenarioFlags(report: RunReport, requirement: string): string {
  const { declared = [], title } = firstWrong(report, requirement) ?? {};
  const besides = declared.includes(requirement) ? [] : declared.slice(0, 1);
  const only = `--only ${[requirement, ...besides].join(',')}`;
  // What declares nothing is no scenario that could be chosen: the clean-up after the last one.
  const isScenario = title !== undefined && declared.length > 0;
  return isScenario ? `${only} --scenario ${shellWord(title)}` : only;
}

/** The scenario in which the requirement failed first, or was blocked first where it failed in none. */
function firstWrong({ requirements, scenarios }: RunReport, requirement: string): ScenarioRecord | undefined {
  const checks = requirements.find(({ id }) => id === requirement)?.checks ?? [];
  const having = (wanted: string) => checks.find(({ verdict }) => verdict === wanted);
  const wrong = having('failed') ?? having('blocked');
  return scenarios.find((one) => scenarioKey(one) === wrong?.scenario);
}

function failsInScenario({ requirements }: RunReport, requirement: string): boolean {
  const checks = requirements.find(({ id }) => id === requirement)?.checks ?? [];
  return checks.some(({ verdict, foundBy }) => verdict === 'failed' && foundBy === undefined);
}

/** The contradiction that a check tells of, if it tells of one; where nothing else was tried, each does. */
export function contradictionOf(
  exploration: Exploration | undefined,
  check: CheckRecord,
): ContradictionRecord | undefined {
  const all = (exploration?.contradictions ?? []).filter(({ requirements }) =>
    requirements.includes(check.requirement),
  );
  return (
    all.find(({ claim }) => claim === check.claim) ?? (alone(exploration) === undefined ? undefined : all[0])
  );
}

/** That the explorer found what scenarios did not, and the story; said where a report tells of both. */
export function foundTold({ exploration }: RunReport, check: CheckRecord): string | undefined {
  if (check.foundBy === undefined || exploration?.afterScenarios === undefined) return undefined;
  const found = contradictionOf(exploration, check);
  if (found === undefined) return 'by the explorer';
  const steps = found.story.map((step, position) => `${position + 1}. ${oneLine(step)}`);
  return [`by the explorer, after ${plural(found.foundAfter, 'call')}:`, ...steps].join('\n');
}

/** What was found of requirements that were not asked for decides nothing. */
export function unselectedTold(
  exploration: Exploration | undefined,
  selected: (id: string) => boolean,
): string[] {
  const all = exploration?.contradictions ?? [];
  const others = all.filter(({ requirements }) => !requirements.some(selected));
  if (others.length === 0) return [];
  const ids = [...new Set(others.flatMap(({ requirements }) => requirements))].join(', ');
  return [
    `The explorer also found contradictions of ${ids}. They were not selected and do not change the exit code.`,
  ];
}

/** What an exploration after the scenarios did, in one sentence. */
export function exploredTold({ calls, sequences, contradictions, ended }: Exploration): string {
  const found =
    contradictions.length === 0 ? 'no contradiction' : plural(contradictions.length, 'contradiction');
  const why = ended === undefined ? '' : `; ended early: ${ended}`;
  return `${found} in ${plural(calls, 'call')} of ${plural(sequences, 'random sequence')}${why}`;
}

/** MUST where one of the requirements is: then the exit code is 1. */
export function levelOf({ requirements }: ContradictionRecord): 'MUST' | 'SHOULD' {
  return requirements.some((id) => requirementById(id)?.level === 'MUST') ? 'MUST' : 'SHOULD';
}

/**
 * The result in a sentence. What contradicts a SHOULD only is told as such, and what it means for the exit code: nobody
 * may read "no contradiction" where there is one.
 */
export function explorationSummary(
  { contradictions, calls, sequences, minimumCalls, ended }: Exploration,
  { complete, strict }: { readonly complete: boolean; readonly strict: boolean },
): string {
  const much = `${plural(calls, 'call')} in ${plural(sequences, 'sequence')}`;
  const why = ended === undefined ? '' : `; ${ended}`;
  const found = foundText(contradictions.map(levelOf), strict);
  return complete
    ? `${found}: ${much}${why}.`
    : `Incomplete: ${much}, fewer than the required ${minimumCalls} calls${why}. ${found}.`;
}

function foundText(levels: readonly ('MUST' | 'SHOULD')[], strict: boolean): string {
  const musts = levels.filter((level) => level === 'MUST').length;
  const shoulds = levels.length - musts;
  if (shoulds === 0) return musts === 0 ? 'No contradiction' : plural(musts, 'contradiction');
  const gate = strict ? 'a failure, because of --strict' : 'a failure only with --strict';
  return `${musts === 0 ? 'No' : musts} contradiction${musts > 1 ? 's' : ''} of a MUST, ${shoulds} of a SHOULD (${gate})`;
}

/** Each contradiction as a story in lines for people. Plain text. */
export function explorationText(exploration: Exploration, rerun: Rerun | undefined): string[] {
  return exploration.contradictions.map((found, index) => {
    const { shrinking, story } = found;
    return [
      `Contradiction ${index + 1} (${levelOf(found)}, ${found.requirements.join(', ')}):`,
      ...story.map((step, position) => `  ${position + 1}. ${oneLine(step)}`),
      `  expected  ${oneLine(found.expected)}`,
      `  received  ${oneLine(found.received)}`,
      `  replay    ${replayCommand(exploration, found, rerun)}`,
      `  found     after ${plural(found.foundAfter, 'call')}, ${shrinkingText(shrinking, story.length)}`,
    ].join('\n');
  });
}

/** `shortened from 17 steps to 2`. */
export function shrinkingText(
  { fromSteps, requests, limit }: ContradictionRecord['shrinking'],
  steps: number,
): string {
  const more = requests < limit ? '' : ', and perhaps not as far as possible';
  return `shortened from ${plural(fromSteps, 'step')} to ${steps}${more}`;
}

/** `3 delete, 12 put`. */
export function stepsOf({ steps }: Exploration): string {
  return (
    Object.entries(steps)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ') || 'none'
  );
}
