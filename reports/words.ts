/** What every verdict means, in words; every output and the legend take them from here. */
import type { RequirementResult, RunReport, RunVerdict, Verdict } from '../schemas/report/run-report.ts';
import { alone } from './exploration.ts';

export interface VerdictWords {
  readonly verdict: Verdict;
  /** In words of people, of one requirement: `violated`. */
  readonly title: string;
  /** The same of several: `3 hold`. */
  readonly many?: string;
  readonly meaning: string;
}

/** Every verdict of a requirement, the one that needs attention most first. */
export const verdictWords: readonly VerdictWords[] = [
  {
    verdict: 'harness-error',
    title: 'suite broken',
    meaning: 'The suite itself made a mistake. Nothing is said about the target.',
  },
  {
    verdict: 'failed',
    title: 'violated',
    meaning: 'A MUST does not hold: the target was seen doing something else. The target does not conform.',
  },
  {
    verdict: 'blocked',
    title: 'blocked',
    meaning:
      'Something that it stands on did not work, so it could not be judged. The cause is named once, among what does not hold.',
  },
  {
    verdict: 'unstable',
    title: 'unstable',
    meaning: 'It failed once and held when it was judged again on fresh data. That is no pass.',
  },
  {
    verdict: 'warned',
    title: 'warned',
    meaning:
      'A SHOULD does not hold: the target still conforms, unless the run is strict. Or a requirement that is newer than the rule set of the run.',
  },
  {
    verdict: 'known-failure',
    title: 'known failure',
    many: 'known failures',
    meaning: 'It does not hold, but is listed as known, with a reason.',
  },
  { verdict: 'passed', title: 'holds', many: 'hold', meaning: 'Every check of it held.' },
  {
    verdict: 'surveyed',
    title: 'recorded',
    meaning: 'The documentation is silent here: the answer of the target is recorded and never judged.',
  },
  {
    verdict: 'not-applicable',
    title: 'not applicable',
    meaning: 'It is about a part of the API that the target does not claim to have.',
  },
  {
    verdict: 'excluded',
    title: 'excluded',
    meaning: 'No check can judge it over REST. The reason stands beside it.',
  },
  {
    verdict: 'not-run',
    title: 'not run',
    meaning: 'Nothing judged it: the run ended before, or no scenario came to it.',
  },
  {
    verdict: 'not-selected',
    title: 'not selected',
    meaning:
      'Not part of this run, so nothing is said about it: left out by the selection, judged by another shard, or not met by an exploration.',
  },
];

const byVerdict = new Map(verdictWords.map((words) => [words.verdict, words]));

/** `1 holds`, `3 hold`. */
export function counted(count: number, verdict: Verdict): string {
  const { title, many = title } = wordsOf(verdict);
  return `${count} ${count === 1 ? title : many}`;
}

export function wordsOf(verdict: Verdict): VerdictWords {
  return byVerdict.get(verdict) ?? { verdict, title: verdict, meaning: '' };
}

/** Each level in one sentence. */
export const levelWords: Readonly<Record<keyof RunReport['counts'], string>> = {
  MUST: 'Documented. A server that does otherwise does not conform.',
  SHOULD: 'Likely meant, but not stated beyond doubt. A server that does otherwise gets a warning.',
  SURVEY: 'Not documented. The answer is recorded, never judged.',
};

/** A level, and beside it that the requirement is newer than the rule set of the run: `MUST since rule set 1.1`. */
export function levelTold({ level, newer }: Pick<RequirementResult, 'level' | 'newer'>): string {
  return newer === undefined ? level : `${level} since rule set ${newer}`;
}

/** What became of the requirements that are newer than the rule set of the run, in one sentence; none without any. */
export function newerTold(results: readonly RequirementResult[], version: string): string[] {
  const newer = results.filter((one) => one.newer !== undefined);
  if (newer.length === 0) return [];
  const told = verdictWords.flatMap(({ verdict }) => {
    const count = newer.filter((one) => one.verdict === verdict).length;
    return count === 0 ? [] : [counted(count, verdict)];
  });
  const [what, verb] = newer.length === 1 ? ['requirement is', 'decides'] : ['requirements are', 'decide'];
  return [
    `Judged by rule set ${version}: ${newer.length} ${what} newer than that, and ${verb} nothing (${told.join(', ')}).`,
  ];
}

export const basisWords: Readonly<Record<string, string>> = {
  page: 'the Conversations page says so',
  companion: 'another page of the same documentation says so',
  implied: 'follows from a documented sentence with no other reasonable reading',
  ambiguous: 'the documentation contradicts itself, or official sources differ',
  silent: 'the documentation is silent',
};

/** The headline of a run. */
export const runTitles: Readonly<Record<RunVerdict, string>> = {
  conformant: 'Conformant',
  partial: 'Partial run',
  'non-conformant': 'Not conformant',
  incomplete: 'Incomplete',
  unreachable: 'Target not reached',
  'usage-error': 'Nothing judged',
  'baseline-stale': 'List of known failures out of date',
  'harness-error': 'Suite broken',
};

/** What the headline of a run depends on. */
export type RunKind = Pick<RunReport, 'verdict' | 'partial' | 'quick' | 'exploration'>;

/** The headline of this run: nothing that tried a part only says that the target conforms. */
export function runTitle({ verdict, partial, quick, exploration }: RunKind): string {
  const words = runTitles[verdict];
  const sole = alone(exploration);
  if (sole !== undefined)
    return verdict !== 'partial'
      ? words
      : `No contradiction${sole.contradictions.length === 0 ? '' : ' of a MUST'} found`;
  const kind = quick ? 'Quick run' : runTitles.partial;
  if (verdict === 'partial') return kind;
  const judged = ['non-conformant', 'incomplete', 'baseline-stale'].includes(verdict);
  return partial && judged ? `${kind}, ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

/** What no verdict of this suite says. */
export function limitsOf({ exploration }: Pick<RunReport, 'exploration'>): readonly string[] {
  const tried =
    alone(exploration) === undefined
      ? 'each documented statement was tried in the situations that the scenarios know, with the data of one seed'
      : 'random sequences of one seed were tried, and no requirement was judged one by one';
  return [`It does not prove that the server is free of faults: ${tried}.`, ...limits];
}

const limits: readonly string[] = [
  'It says nothing about speed, load, security beyond the documented credentials, or any endpoint outside of the Conversations resource.',
  'It does not judge what the documentation leaves open; those answers are listed as recorded.',
  'It holds for this target at this time, under the rule set and the settings named here.',
];

/** The summary of a run without its verdict, where that stands beside it. */
export function runSentence(report: RunReport): string {
  const { summary } = report;
  const title = `${runTitle(report)}: `;
  if (!summary.startsWith(title)) return summary;
  const rest = summary.slice(title.length);
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}
