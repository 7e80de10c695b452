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
    title: 'suite error',
    meaning: 'The suite itself failed. This says nothing about the target.',
  },
  {
    verdict: 'failed',
    title: 'violated',
    meaning: 'A MUST does not hold: the target behaved differently. The target does not conform.',
  },
  {
    verdict: 'blocked',
    title: 'blocked',
    meaning:
      'A precondition failed, so the requirement could not be tested. The cause is listed once, under "What does not hold".',
  },
  {
    verdict: 'unstable',
    title: 'unstable',
    meaning:
      'It failed once and passed when it was tested again on fresh data. This does not count as passed.',
  },
  {
    verdict: 'warned',
    title: 'warned',
    meaning:
      'A SHOULD does not hold: the target still conforms, unless the run is strict. Or the requirement is newer than the rule set of the run.',
  },
  {
    verdict: 'known-failure',
    title: 'known failure',
    many: 'known failures',
    meaning: 'It does not hold, but the baseline lists it with a reason.',
  },
  { verdict: 'passed', title: 'holds', many: 'hold', meaning: 'Every check passed.' },
  {
    verdict: 'surveyed',
    title: 'recorded',
    meaning: 'The documentation is silent here: the behaviour of the target is recorded, never judged.',
  },
  {
    verdict: 'not-applicable',
    title: 'not applicable',
    meaning: 'It is about a part of the API that the target does not claim to implement.',
  },
  {
    verdict: 'excluded',
    title: 'excluded',
    meaning: 'It cannot be tested over REST. The report gives the reason.',
  },
  {
    verdict: 'not-run',
    title: 'not run',
    meaning: 'It was not tested, because the run ended first.',
  },
  {
    verdict: 'not-selected',
    title: 'not selected',
    meaning: 'Not part of this run: not selected, part of another shard, or not reached by the exploration.',
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
  MUST: 'Documented. A server that behaves differently does not conform.',
  SHOULD: 'Probably intended, but not stated clearly. A server that behaves differently gets a warning.',
  SURVEY: 'Not documented. The behaviour is recorded, never judged.',
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
    `Tested with rule set ${version}: ${newer.length} ${what} newer and ${verb} nothing (${told.join(', ')}).`,
  ];
}

export const basisWords: Readonly<Record<string, string>> = {
  page: 'the Conversations page says so',
  companion: 'another page of the same documentation says so',
  implied: 'follows from a documented sentence that has no other reasonable meaning',
  ambiguous: 'the documentation contradicts itself, or official sources differ',
  silent: 'the documentation is silent',
};

/** The headline of a run. */
export const runTitles: Readonly<Record<RunVerdict, string>> = {
  conformant: 'Conformant',
  partial: 'Partial run',
  'non-conformant': 'Not conformant',
  incomplete: 'Incomplete',
  unreachable: 'Target unreachable',
  'usage-error': 'Nothing tested',
  'baseline-stale': 'Baseline out of date',
  'harness-error': 'Suite error',
};

/** `"one" or "two"`: the texts by which scenarios were chosen. */
export function titlesTold(scenario: readonly string[]): string {
  return scenario.map((text) => `"${text}"`).join(' or ');
}

/** What the headline of a run depends on. */
export type RunKind = Pick<RunReport, 'verdict' | 'partial' | 'scenario' | 'quick' | 'exploration'>;

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
      ? 'each documented statement was tried in the situations that the scenarios cover, with the data of one seed'
      : 'random sequences of one seed were tried, not requirement by requirement';
  return [`It does not prove that the server has no faults: ${tried}.`, ...limits];
}

const limits: readonly string[] = [
  'It says nothing about speed, load, security beyond the documented credentials, or endpoints outside the Conversations resource.',
  'It does not judge what the documentation leaves open; that behaviour is listed as recorded.',
  'It applies to this target at this time, with the rule set and settings shown here.',
];

/** The summary of a run without its verdict, for outputs that show the verdict separately. */
export function runSentence(report: RunReport): string {
  const { summary } = report;
  const title = `${runTitle(report)}: `;
  if (!summary.startsWith(title)) return summary;
  const rest = summary.slice(title.length);
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}
