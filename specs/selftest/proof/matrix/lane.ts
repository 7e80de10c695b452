/**
 * One lane of the kill matrix: a process with a reference server that has an app for every variant, and with all
 * scenarios, which it runs against the variants that it is asked for. Without Playwright's runner, which would start a
 * process for each variant; checks, matchers and judgement are the suite's own.
 */
import { makeWorkerContext } from '../../../../fixtures/scenario/context.ts';
import { startReferenceServer } from '../../../../fixtures/server/index.ts';
import { dropFolder, makeFolder } from '../../../../fixtures/run/folder.ts';
import { resolveSettings } from '../../../../fixtures/target/resolve.ts';
import { newRunId } from '../../../../fixtures/run/ids.ts';
import { makeRun } from '../../../../fixtures/run/make-run.ts';
import type { ScenarioRecord } from '../../../../schemas/report/scenario-record.ts';
import { perform, scenarios } from './perform.ts';
import type { CollectedScenario } from './collector.ts';
import { disclaimedNamed } from './disclaimed.ts';
import { rowOf } from './matrix.ts';
import { isSlow, mixNamed } from './mixes.ts';
import { secondNamed } from './second.ts';
import { startSecondServer } from '../second-server/start.ts';
import type { MatrixRow } from '../../../../schemas/report/kill-matrix.ts';
import { appsOf, changesOf, isSelected, variants, type Selection, type Variant } from './variants.ts';

/** What a lane is asked for. */
export interface Order {
  readonly variant: string;
  /** All scenarios where there is none. */
  readonly selection?: Selection | undefined;
}

/** What a lane answers. */
export type Answer = { readonly row: MatrixRow } | { readonly error: string };

const server = await startReferenceServer({ apps: variants.flatMap(appsOf) });
const nobody = { appId: 'nobody', secretKey: 'sk_nobody' };
const settings = resolveSettings({ env: { CONFORMANCE_SEED: '1' } });
const embedded = { url: server.url, app: nobody, secondApp: nobody };
const run = makeRun(settings, { embedded });

/** As many as it takes to keep a core busy while scenarios wait. What their checks cite is mixed up; what they judge is not. */
const workersWhenSlow = 6;

process.on('message', ({ variant: name, selection }: Order) => {
  const added = mixNamed(name) ?? disclaimedNamed(name) ?? secondNamed(name);
  for (const app of added && !added.second ? appsOf(added) : []) server.addApp(app);
  const variant = added ?? variants.find((one) => one.name === name);
  const chosen = scenarios.filter((one) => !selection || isSelected(selection, name, one));
  const judging = variant ? judge(variant, chosen) : Promise.reject(new Error(`no variant "${name}"`));
  void judging
    .then((row): Answer => ({ row }))
    .catch((error: unknown): Answer => ({
      error: error instanceof Error ? (error.stack ?? '') : String(error),
    }))
    .then((answer) => process.send?.(answer));
});
// Whoever started the lane has gone.
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function judge(variant: Variant, chosen: readonly CollectedScenario[]): Promise<MatrixRow> {
  // A folder of its own, for what the scenarios of a run tell one another stands in it.
  const folder = makeFolder(run.folder);
  const second =
    variant.second && (await startSecondServer({ port: 0, apps: appsOf(variant), ...variant.second }));
  const own = {
    ...run,
    target: { ...run.target, ...changesOf(variant), ...(second ? { url: second.url } : {}) },
    id: newRunId(),
    folder,
  };
  const left = chosen.values();
  const records: ScenarioRecord[] = [];
  const work = async (): Promise<void> => {
    const worker = makeWorkerContext(own);
    for (const scenario of left) records.push(await perform(worker, scenario));
    await worker.close();
  };
  await Promise.all(Array.from({ length: isSlow(variant) ? workersWhenSlow : 1 }, work));
  await second?.close();
  dropFolder(folder);
  return rowOf(variant, records);
}
