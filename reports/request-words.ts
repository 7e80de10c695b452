/** A request in the words of a report. */
import type { RunReport } from '../schemas/report/run-report.ts';
import type { AttemptRecord, ExchangeRecord } from '../schemas/report/scenario-record.ts';

/** The path without what begins every path of the app; its query decoded where it was encoded in the usual way. */
export function pathOf({ path }: ExchangeRecord, { target }: Pick<RunReport, 'target'>): string {
  const prefix = `/v1/${encodeURIComponent(target['appId'] ?? '')}`;
  const start = path.indexOf(`${prefix}/`);
  const [route = '', ...query] = (start < 0 ? path : path.slice(start + prefix.length)).split('?');
  if (query.length === 0) return route;
  return `${route}?${query.join('?').split('&').map(decoded).join('&')}`;
}

/** `filter={"custom":{"a":"b"}}`; a parameter that is not encoded in the usual way, or would look like two, as it was sent. */
function decoded(parameter: string): string {
  try {
    const text = decodeURIComponent(parameter);
    const usual = text.split('=').map(encodeURIComponent).join('=') === parameter.replaceAll('%3D', '=');
    return usual && !/[&#?%\s\p{Cc}\p{Cf}]/u.test(text) ? text : parameter;
  } catch {
    return parameter;
  }
}

/** How often something was looked for in vain, and for how long: `, read 4 times within 482 ms`; empty where never. */
export function waitedTold(attempts: readonly AttemptRecord[] | undefined): string {
  const last = attempts?.at(-1);
  return last === undefined ? '' : `, read ${last.number} times within ${last.atMs} ms`;
}
