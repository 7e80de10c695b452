import type { Given } from '../../fixtures/scenario/given.ts';
import type { App, Target } from '../../fixtures/target/target.ts';

/** The other app of the target; where there is none, the scenario is not applicable. */
export async function secondApp(given: Given, target: Target): Promise<App> {
  await given.capability('secondApp', () => Promise.resolve(target.secondApp !== undefined));
  return target.secondApp ?? target;
}
