/** All scenarios of the suite, and how one is run without a test runner. */
import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startScenario, type WorkerContext } from '../../../../fixtures/scenario/context.ts';
import type { ScenarioRecord } from '../../../../schemas/report/scenario-record.ts';
import type { CollectedScenario } from './collector.ts';

register('./redirect.ts', import.meta.url);
const { collect } = await import('./collector.ts');

const specs = fileURLToPath(new URL('../../..', import.meta.url));
const files = readdirSync(specs, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.spec.ts') && !file.startsWith('selftest'))
  .sort()
  .map((file) => join(specs, file));

export const scenarios: readonly CollectedScenario[] = await collect(files);

/** Runs a scenario to its end, clean-up included, whatever happens in it. */
export async function perform(worker: WorkerContext, scenario: CollectedScenario): Promise<ScenarioRecord> {
  const { title, file, declared, body } = scenario;
  const part = { title, file, declared, line: 1, attempt: 1, key: `${file} ${title}` };
  const started = startScenario(worker, part);
  let thrown: string | undefined;
  try {
    await body(started.context);
  } catch (error) {
    thrown = error instanceof Error ? error.message : String(error);
  }
  return started.end({ thrown, interrupted: false });
}
