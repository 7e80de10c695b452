import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Matrix, MutationFigures, Proof } from '../schemas/report/kill-matrix.ts';

const file = new URL('./proof.json', import.meta.url);

/** The proof that was kept last: `npm run matrix -- --publish` and `npm run mutate -- --publish` write it. */
export function readProof(): Proof {
  return JSON.parse(readFileSync(file, 'utf8')) as Proof;
}

/** Keeps a whole matrix; what is known of mutants stays. */
export function publishMatrix(matrix: Matrix, rules: string): void {
  const { mutation } = readProof();
  write({ ...proofOf(matrix, rules, trial()), ...(mutation === undefined ? {} : { mutation }) });
}

/** Keeps the figures of a mutation run; what is known of the matrix stays. */
export function publishMutation(figures: Omit<MutationFigures, 'date' | 'commit'>): void {
  write({ ...readProof(), mutation: { ...trial(), ...figures } });
}

/** Today, and the commit that is checked out. */
function trial(): { date: string; commit: string } {
  const commit = execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { encoding: 'utf8' }).trim();
  return { date: new Date().toISOString().slice(0, 10), commit };
}

function write({ date, commit, rules, figures, mutation, requirements }: Proof): void {
  const ordered = { date, commit, rules, figures, mutation, requirements };
  writeFileSync(file, `${JSON.stringify(ordered, null, 1)}\n`);
}

/**
 * What reports show of a matrix.
 *
 * @param rules hash of the rule set that the matrix was made with
 */
export function proofOf(
  { figures, rows }: Matrix,
  rules: string,
  when: { date: string; commit: string },
): Proof {
  const { requests: _requests, durationMs: _durationMs, ...lasting } = figures;
  const found: Record<string, string[]> = {};
  for (const { name, must, red } of [...rows].sort((a, b) => (a.name < b.name ? -1 : 1)))
    for (const id of must.filter((one) => red.includes(one)))
      (found[id] ??= []).push(name.replace(/^defect /, ''));
  const sorted = Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...when, rules, figures: lasting, requirements: Object.fromEntries(sorted) };
}
