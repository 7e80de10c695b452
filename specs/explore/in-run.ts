/** The exploration of a run: after the last scenario, before the conversations that scenarios shared are deleted. */
import { hearOthers, newHealth } from '../../fixtures/run/health.ts';
import { outOfTime } from '../../fixtures/run/ends.ts';
import { describeEffort } from '../../fixtures/target/effort.ts';
import { publishedRun, type Run } from '../../fixtures/run/run.ts';
import { noteExploration, type ExplorationNote } from '../../schemas/report/measured.ts';
import type { ExplorePlan } from '../../schemas/report/run-settings.ts';

/** Set up before the scenarios, to hear of an interrupt. It is for Playwright, which calls what it answers after them. */
export default function setUpExploration(): () => Promise<void> {
  let interrupted = false;
  // Once: the second interrupt ends the process.
  process.once('SIGINT', () => (interrupted = true));
  return async () => {
    const run = publishedRun();
    if (run?.settings.explore === undefined || interrupted) return;
    const { explore, reportDir } = run.settings;
    const why = cannotExplore(run);
    const note =
      why === undefined
        ? await exploreAfterScenarios(run, explore)
        : { notes: [`The target was not explored: ${why}.`] };
    noteExploration(reportDir, note);
  };
}

function cannotExplore({ folder, endsAt }: Run): string | undefined {
  const health = newHealth();
  hearOthers(health, folder);
  return health.givenUp?.message ?? (Date.now() >= endsAt.scenarios ? outOfTime : undefined);
}

async function exploreAfterScenarios(run: Run, plan: ExplorePlan): Promise<ExplorationNote> {
  const { seed, maxMs, calls, rerun } = plan;
  const { exploreTarget, usualFindings } = await import('./exploration.ts');
  const interruption = takeInterrupts();
  process.stdout.write(`\nexploring (${describeEffort(plan)}) with seed ${seed}\n`);
  const { exploration, ...records } = await exploreTarget(run, {
    mode: 'sequences',
    seed,
    runs: Number.MAX_SAFE_INTEGER,
    maxRequests: Number.MAX_SAFE_INTEGER,
    maxMs: run.endsAt.scenarios - Date.now(),
    hunt: {
      ...(calls === undefined ? {} : { maxRequests: calls }),
      ...(maxMs === undefined ? {} : { maxMs }),
    },
    findings: usualFindings,
    minimumCalls: 0,
    signal: interruption.signal,
  }).finally(interruption.end);
  return { ...records, exploration: { ...exploration, afterScenarios: true, rerun } };
}

/**
 * While the target is explored, the first interrupt ends that in good order. The runner's own listeners would end the
 * clean-up that is still to come; they are set aside.
 */
function takeInterrupts(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const others = process.listeners('SIGINT');
  const interrupt = (): void => controller.abort('it was interrupted');
  process.removeAllListeners('SIGINT').once('SIGINT', interrupt);
  return {
    signal: controller.signal,
    end: () => {
      process.off('SIGINT', interrupt);
      for (const listener of others) process.on('SIGINT', listener);
    },
  };
}
