import { readFileSync } from 'node:fs';
import type { Matrix, Proof } from '../schemas/report/kill-matrix.ts';

const file = new URL('./proof.json', import.meta.url);

/** The proof that was kept last: `npm run matrix -- --publish` writes it. */
export function readProof(): Proof {
  return JSON.parse(readFileSync(file, 'utf8')) as Proof;
}

/** @param rules hash of the rule set that the matrix was made with */
export function proofOf({ figures, rows }: Matrix, rules: string): Proof {
  const { requests: _requests, durationMs: _durationMs, ...lasting } = figures;
  const requirements: Record<string, string[]> = {};
  for (const { name, must, red } of [...rows].sort((a, b) => (a.name < b.name ? -1 : 1)))
    for (const id of must.filter((one) => red.includes(one)))
      (requirements[id] ??= []).push(name.replace(/^defect /, ''));
  return { rules, figures: lasting, requirements };
}
