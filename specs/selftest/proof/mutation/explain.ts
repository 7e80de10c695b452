/** What a mutation run found: figures, and which of the mutants that live on are explained. */
import type { schema } from '@stryker-mutator/api/core';
import { percent } from '../../../../reports/text.ts';
import { onOneLine, partsOf } from './parts.ts';
import { reasons, survivors, type Explanation, type Reason } from './survivors.ts';

/** A mutant that no scenario turned red. */
export interface Survivor {
  /** Path from the project's root, and line from 1. */
  readonly at: string;
  /** The innermost named part of the file that holds it. */
  readonly part: string;
  /** `before => after`, each on one line. */
  readonly mutation: string;
  readonly explanation: Explanation | undefined;
}

export const folder = 'fixtures/server/core/';

/** Longer code is cut: its beginning tells it apart from the rest of its part. */
const longest = 80;

export function survivorsIn({ files }: schema.MutationTestResult): readonly Survivor[] {
  return Object.entries(files).flatMap(([path, { source, mutants }]) => {
    const parts = partsOf(source);
    const lengths = source.split('\n').map(({ length }) => length + 1);
    const offset = ({ line, column }: schema.Position): number =>
      lengths.slice(0, line - 1).reduce((sum, length) => sum + length, 0) + column - 1;
    return mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location, replacement }): Survivor => {
        const [start, end] = [offset(location.start), offset(location.end)];
        const around = parts
          .filter((part) => part.start <= start && end <= part.end)
          .map((part) => part.path);
        const mutation = `${short(source.slice(start, end))} => ${short(replacement ?? '')}`;
        const explanation = survivors.find(
          (one) =>
            path === `${folder}${one.file}` &&
            one.parts.some((part) => around.includes(part)) &&
            (one.mutations === undefined || one.mutations.includes(mutation)),
        );
        return { at: `${path}:${location.start.line}`, part: around.at(-1) ?? '', mutation, explanation };
      });
  });
}

/** Explanations that none of these needs. */
export function idleAmong(found: readonly Survivor[]): readonly Explanation[] {
  return survivors.filter((one) => !found.some(({ explanation }) => explanation === one));
}

/** What a run says of mutants that break something documented: those killed, and those that no reason excuses. */
export function shareOf(
  { files }: schema.MutationTestResult,
  found: readonly Survivor[],
): { files: number; documented: number; killed: number } {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const killed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const passed = found.filter(({ explanation }) => (explanation?.reason ?? 'untried') === 'untried').length;
  return { files: Object.keys(files).length, documented: killed + passed, killed };
}

/** The figures of a run, a line each. */
export function describeRun(report: schema.MutationTestResult, found: readonly Survivor[]): string {
  const mutants = Object.values(report.files).flatMap((file) => file.mutants);
  const count = (holds: (mutant: schema.MutantResult) => boolean): number => mutants.filter(holds).length;
  const has = (...statuses: string[]): number => count(({ status }) => statuses.includes(status));
  const [killed, endless] = [has('Killed'), has('Timeout')];
  const byCheck = count(({ statusReason }) => statusReason?.startsWith('failed') === true);
  const numberOf = (reason: Reason | undefined): number =>
    found.filter(({ explanation }) => explanation?.reason === reason).length;
  const share = shareOf(report, found);
  return [
    `${killed + endless + found.length} mutants judged; ${has('RuntimeError')} more did not start, ${has('Ignored')} change wording only`,
    `${killed} killed, ${byCheck} of them by a failing check; ${endless} ran endlessly`,
    `${found.length} live on: ${reasons.map((reason) => `${numberOf(reason)} ${reason}`).join(', ')}, ${numberOf(undefined)} not explained`,
    `${percent(killed + endless, killed + endless + found.length)} of all, ${percent(share.killed, share.documented)} of those that break something documented`,
  ].join('\n');
}

function short(code: string): string {
  const text = onOneLine(code);
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
