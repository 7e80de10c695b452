/** What a run shows while it runs: a mark for each scenario, or on a terminal a bar with count and time left. */
import type { ScenarioRecord } from '../schemas/report/scenario-record.ts';
import { requirementById, under, type RuleSet } from '../specs/requirements/index.ts';

/** Every mark, the one that needs attention most first, and what it means. */
const meanings = {
  E: 'suite broken',
  F: 'failed',
  b: 'blocked',
  W: 'warned',
  '.': 'holds',
  s: 'surveyed only',
  '-': 'not applicable',
} as const;

export type Mark = keyof typeof meanings;

/** `. holds  F failed  …`: what the marks mean. */
export const legend = (['.', 'F', 'W', 'b', '-', 's'] as const)
  .map((mark) => `${mark} ${meanings[mark]}`)
  .join('  ');

/**
 * What came of a scenario, in one character.
 *
 * @param isSelected of a requirement: what is demanded of every answer is judged in every scenario, and may not be asked for
 */
export function markOf(
  { checks, surveys }: ScenarioRecord,
  rules: RuleSet,
  isSelected: (id: string) => boolean = () => true,
): Mark {
  const asked = checks.filter(
    ({ requirement, verdict }) => isSelected(requirement) || verdict === 'harness-error',
  );
  const marks = new Set(asked.map((check) => markOfCheck(check, rules)));
  if (surveys.length > 0) marks.add('s');
  return (Object.keys(meanings) as Mark[]).find((mark) => marks.has(mark)) ?? '-';
}

function markOfCheck({ requirement, verdict }: ScenarioRecord['checks'][number], rules: RuleSet): Mark {
  switch (verdict) {
    case 'failed':
    case 'unstable': {
      const one = requirementById(requirement);
      const { level, newer } = one === undefined ? { level: 'MUST' } : under(one, rules);
      return level === 'MUST' && newer === undefined ? 'F' : 'W';
    }
    case 'blocked':
      return 'b';
    case 'not-applicable':
      return '-';
    case 'passed':
      return '.';
    default:
      return 'E';
  }
}

/** How progress is shown: not at all in CI, as a bar on a terminal, as marks elsewhere. */
export function progressKind(
  terminal: boolean,
  env: NodeJS.ProcessEnv = process.env,
): 'none' | 'bar' | 'marks' {
  const ci = !['', '0', 'false', undefined].includes(env['CI']?.toLowerCase());
  if (ci) return 'none';
  return terminal && env['TERM'] !== 'dumb' ? 'bar' : 'marks';
}

const barWidth = 24;

/** `[######------] 312 of 762, 8 s left: 300 holds, 4 failed`, cut to the width of the terminal. */
export function barOf(marks: readonly Mark[], total: number, elapsedMs: number, columns: number): string {
  const done = marks.length;
  const filled = total === 0 ? barWidth : Math.round((barWidth * Math.min(done, total)) / total);
  const left = done === 0 ? '' : `, ${timeTold((elapsedMs / done) * Math.max(0, total - done))} left`;
  const told = (Object.keys(meanings) as Mark[])
    .filter((mark) => mark !== '.' && marks.includes(mark))
    .map((mark) => `${marks.filter((one) => one === mark).length} ${meanings[mark]}`);
  const text = `[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}] ${done} of ${total}${left}${told.length === 0 ? '' : `: ${told.join(', ')}`}`;
  return text.slice(0, Math.max(20, columns - 1));
}

function timeTold(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

interface Out {
  write(text: string): unknown;
  readonly columns?: number;
}

/** Tells how far a run has come. */
export class Progress {
  readonly #marks: Mark[] = [];
  readonly #startedAt = Date.now();
  readonly #out: Out;
  readonly #kind: 'none' | 'bar' | 'marks';
  readonly #total: number;
  #drawnAt = 0;

  constructor(total: number, kind: 'none' | 'bar' | 'marks', out: Out) {
    this.#total = total;
    this.#kind = kind;
    this.#out = out;
    if (kind === 'marks' && total > 0) out.write(`${legend}\n`);
  }

  add(mark: Mark): void {
    this.#marks.push(mark);
    if (this.#kind === 'marks') this.#out.write(`${mark}${this.#marks.length % 80 === 0 ? '\n' : ''}`);
    if (this.#kind === 'bar') this.#draw();
  }

  /** Leaves the terminal as clean as it was. */
  end(): void {
    if (this.#kind === 'marks') this.#out.write('\n');
    if (this.#kind === 'bar') this.#out.write('\r\u001b[2K');
  }

  #draw(): void {
    const now = Date.now();
    if (now - this.#drawnAt < redrawMs && this.#marks.length < this.#total) return;
    this.#drawnAt = now;
    const bar = barOf(this.#marks, this.#total, now - this.#startedAt, this.#out.columns || 80);
    this.#out.write(`\r\u001b[2K${bar}`);
  }
}

/** How often a bar is drawn anew, in ms. */
const redrawMs = 100;
