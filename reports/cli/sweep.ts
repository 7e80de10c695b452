import { servePace } from '../../fixtures/run/pace.ts';
import { directApi } from '../../fixtures/client/direct.ts';
import { deleteLeftovers, findLeftovers } from '../../fixtures/run/sweep.ts';
import { escapeControls } from '../../fixtures/reading/show.ts';
import { resolveSettings } from '../../fixtures/target/resolve.ts';
import { duration, UsageError, type Settings } from '../../fixtures/target/settings.ts';
import { makeRun } from '../../fixtures/run/make-run.ts';
import { dropFolder } from '../../fixtures/run/folder.ts';
import { preflight } from '../../fixtures/target/preflight.ts';
import { Unreachable } from '../../fixtures/target/unreachable.ts';
import { exitCodeOf } from '../../schemas/report/exit-codes.ts';

export interface SweepOptions {
  readonly target?: string;
  readonly appId?: string;
  readonly config?: string;
  readonly olderThan: string;
  readonly dryRun?: boolean;
}

/** Removes what earlier runs left behind, and nothing else. Answers the exit code. Throws `UsageError`. */
export async function sweep(options: SweepOptions): Promise<number> {
  const { target: url, appId, config } = options;
  const flags = { ...(url === undefined ? {} : { target: url }), ...(appId === undefined ? {} : { appId }) };
  const settings = resolveSettings({ flags, configFile: config });
  const olderThanMs = parseAge(options.olderThan);
  if (settings.target === undefined)
    throw new UsageError(
      '--target: sweep needs a target. A valid example: --target https://staging.example.com',
    );
  return sweepTarget(settings, olderThanMs, options.dryRun ?? false);
}

async function sweepTarget(settings: Settings, olderThanMs: number, dryRun: boolean): Promise<number> {
  const { rate, burst } = settings;
  const pace = rate === undefined ? undefined : await servePace({ rate, burst });
  const run = makeRun(settings, { pace: pace?.url });
  const { api, close } = directApi(run, { purpose: 'clean-up' });
  try {
    await preflight(run, settings.waitMs);
    const leftovers = await findLeftovers(api, olderThanMs);
    for (const { id, ageMs } of leftovers)
      process.stdout.write(`${escapeControls(id)}  ${Math.round(ageMs / 60_000)} min old\n`);
    if (dryRun) {
      process.stdout.write(`${leftovers.length} conversations to delete\n`);
      return 0;
    }
    const left = await deleteLeftovers(api, leftovers);
    process.stdout.write(`${leftovers.length - left.length} of ${leftovers.length} conversations deleted\n`);
    return left.length === 0 ? 0 : exitCodeOf('incomplete');
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return error instanceof Unreachable ? exitCodeOf('unreachable') : exitCodeOf('incomplete');
  } finally {
    dropFolder(run.folder);
    pace?.close();
    await close();
  }
}

function parseAge(text: string): number {
  try {
    return duration(text);
  } catch (error) {
    throw new UsageError(
      `--older-than: "${text}" ${(error as Error).message}. A valid example: --older-than 1h`,
    );
  }
}
