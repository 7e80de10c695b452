/** What stands in for `fixtures/test.ts` in a lane: `test` collects the scenario instead of handing it to Playwright. */
import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import type { covers } from '../../../../fixtures/scenario/covers.ts';
import type { ScenarioContext } from '../../../../fixtures/scenario/context.ts';

export { covers } from '../../../../fixtures/scenario/covers.ts';
export { expect } from '../../../../fixtures/scenario/matchers.ts';

export interface CollectedScenario {
  readonly title: string;
  /** Path from the project's root. */
  readonly file: string;
  /** Requirement ids. */
  readonly declared: readonly string[];
  readonly body: (stage: ScenarioContext) => void | Promise<void>;
}

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const collected: CollectedScenario[] = [];
let currentFile = '';

export function test(
  title: string,
  { annotation }: ReturnType<typeof covers>,
  body: CollectedScenario['body'],
): void {
  const declared = [annotation ?? []].flat().map(({ description }) => description ?? '');
  collected.push({ title, file: currentFile, declared, body });
}

/** Loads these files, given as absolute paths, and answers their scenarios. */
export async function collect(files: readonly string[]): Promise<readonly CollectedScenario[]> {
  for (const file of files) {
    currentFile = relative(root, file);
    await import(file);
  }
  return collected;
}
