/** The suite against a mutated reference server, in one process. Runs in the sandbox that holds the mutated sources. */
import { register } from 'node:module';
import { makeWorkerContext, type WorkerContext } from '../../../../fixtures/scenario/context.ts';
import { dropFolder, makeFolder } from '../../../../fixtures/run/folder.ts';
import type * as Server from '../../../../fixtures/server/core/server.ts';
import { resolveSettings } from '../../../../fixtures/target/resolve.ts';
import { capabilityNames } from '../../../../fixtures/target/settings.ts';
import { newRunId } from '../../../../fixtures/run/ids.ts';
import { makeRun } from '../../../../fixtures/run/make-run.ts';
import type { ScenarioRecord } from '../../../../schemas/report/scenario-record.ts';
import { perform, scenarios } from '../matrix/perform.ts';

export { scenarios };

register('./reload.ts', import.meta.url);

const apps = ['mutated', 'second'].map((appId) => ({ appId, secretKey: `sk_${appId}` }));
const settings = resolveSettings({
  env: { CONFORMANCE_SEED: '1', TARGET_TIMEOUT_MS: '2000', TARGET_CAPABILITIES: capabilityNames.join(',') },
});
const [app, secondApp] = apps as [(typeof apps)[0], (typeof apps)[0]];
const run = makeRun(settings, { embedded: { url: '', app, secondApp } });

/** A server without data, and those who judge it. */
export interface Trial {
  judge(scenario: (typeof scenarios)[number]): Promise<ScenarioRecord>;
  end(): Promise<void>;
}

/** @param copy which copy of the server's modules; a new number loads them anew */
export async function openTrial(copy: number): Promise<Trial> {
  const url = new URL(`../../../../fixtures/server/core/server.ts?copy=${copy}`, import.meta.url);
  const { startServer } = (await import(url.href)) as typeof Server;
  const server = await startServer(apps, {});
  const folder = makeFolder(run.folder);
  const worker: WorkerContext = makeWorkerContext({
    ...run,
    target: { ...run.target, url: server.url },
    id: newRunId(),
    folder,
  });
  return {
    judge: (scenario) => perform(worker, scenario),
    async end() {
      await worker.close();
      dropFolder(folder);
      await server.close();
    },
  };
}
