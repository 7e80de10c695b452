/** What a watch judges next: first what failed the last time, and once that holds, everything that was asked for. */
import type { Texts } from '../../../fixtures/target/resolve.ts';
import { settings } from '../../../fixtures/target/settings.ts';
import type { RunReport } from '../../../schemas/report/run-report.ts';
import { selectedBy } from '../../selection.ts';
import { effectOf } from '../../verdict.ts';

/** Ids of what the report says is violated or could not be judged for a fault of the suite's. */
export function failedIn({ requirements }: Pick<RunReport, 'requirements'>, strict: boolean): string[] {
  return requirements
    .filter((one) => ['non-conformant', 'harness-error'].includes(effectOf(one, strict) ?? ''))
    .map(({ id }) => id);
}

/** What an earlier run of the same target left to mend, as far as it is asked for now. */
export function leftBy(
  last: Pick<RunReport, 'requirements' | 'target'> | undefined,
  now: { readonly target: string; readonly appId: string; readonly only: readonly string[] },
  strict: boolean,
): string[] {
  if (last?.target['target'] !== now.target || last.target['appId'] !== now.appId) return [];
  return failedIn(last, strict).filter(selectedBy(now.only));
}

/** What one judging showed. */
export interface Judged {
  /** The ids that were judged because they had failed; empty where everything was. */
  readonly asked: readonly string[];
  readonly exitCode: number;
  /** Undefined where the run left none. */
  readonly report: Pick<RunReport, 'requirements'> | undefined;
}

/** The ids to judge next, none for everything that was asked for; and whether to do so at once. */
export function nextAfter(
  { asked, exitCode, report }: Judged,
  strict: boolean,
): { readonly ids: readonly string[]; readonly atOnce: boolean } {
  if (exitCode === 0) return { ids: [], atOnce: asked.length > 0 };
  const failed = report === undefined ? [] : failedIn(report, strict);
  // What did not fail, but could not be judged either, is still to be mended.
  return { ids: failed.length > 0 ? failed : asked, atOnce: false };
}

/** The arguments of `run` for one judging: as they were given, but for what is selected. */
export function argumentsOf(texts: Texts, configFile: string | undefined, ids: readonly string[]): string[] {
  const given = ids.length === 0 ? texts : { ...texts, only: ids.join(',') };
  const flags = settings.flatMap(({ name, flag, placeholder }) => {
    const text = given[name];
    if (flag === undefined || text === undefined) return [];
    return placeholder === undefined ? [flag] : [`${flag}=${text}`];
  });
  return ['run', ...(configFile === undefined ? [] : [`--config=${configFile}`]), ...flags];
}
