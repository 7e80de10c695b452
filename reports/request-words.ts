/** A request in the words of a report. */
import type { RunReport } from '../schemas/report/run-report.ts';
import type { AttemptRecord, ExchangeRecord } from '../schemas/report/scenario-record.ts';

/** The path without what begins every path of the app. */
export function pathOf({ path }: ExchangeRecord, { target }: Pick<RunReport, 'target'>): string {
  const prefix = `/v1/${encodeURIComponent(target['appId'] ?? '')}`;
  const start = path.indexOf(`${prefix}/`);
  return start < 0 ? path : path.slice(start + prefix.length);
}

/** How often something was looked for in vain, and for how long: `, read 4 times within 482 ms`; empty where never. */
export function waitedTold(attempts: readonly AttemptRecord[] | undefined): string {
  const last = attempts?.at(-1);
  return last === undefined ? '' : `, read ${last.number} times within ${last.atMs} ms`;
}
