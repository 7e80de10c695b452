/** Exchanges as the page shows them: pretty-printed, and cut so that the whole page stays small. */
import type { RunReport } from '../../../schemas/report/run-report.ts';
import {
  scenarioKey,
  scenarioTitle,
  type ExchangeRecord,
  type ScenarioRecord,
} from '../../../schemas/report/scenario-record.ts';

export interface ExchangeView {
  readonly record: ExchangeRecord;
  /** Id of the element that shows it; none where it is shown a second time. */
  readonly anchor: string | undefined;
  readonly outcome: string;
  /** `ok` for 2xx, `refused` for the rest, `none` without a response. */
  readonly tone: 'ok' | 'refused' | 'none';
  readonly request: string;
  readonly response: string;
}

export interface TranscriptView {
  readonly scenario: ScenarioRecord;
  readonly key: string;
  readonly title: string;
  readonly anchor: string;
}

/** Longest body in characters: the largest of these with which all bodies fit into a budget. */
const bodyLimits = [16_384, 8192, 4096, 2048, 1024, 512, 256, 128, 64] as const;

export function transcriptViews(report: RunReport): TranscriptView[] {
  return report.scenarios.map((scenario, index) => ({
    scenario,
    key: scenarioKey(scenario),
    title: scenarioTitle(scenario),
    anchor: `transcript-${index + 1}`,
  }));
}

/** Id of the element that shows an exchange, once its transcript is opened. */
export function exchangeAnchor({ anchor }: TranscriptView, { number }: ExchangeRecord): string {
  return `${anchor}-${number}`;
}

/** Maximum length of a body, in characters, so that all bodies together stay within the budget. */
export function bodyLimit(exchanges: readonly ExchangeRecord[], budget: number): number {
  const lengths = exchanges.flatMap(({ requestBody = '', responseBody = '' }) => [
    requestBody.length,
    responseBody.length,
  ]);
  const fits = (limit: number): boolean =>
    lengths.reduce((sum, length) => sum + Math.min(length, limit), 0) <= budget;
  return bodyLimits.find(fits) ?? 64;
}

export function exchangeView(
  record: ExchangeRecord,
  anchor: string | undefined,
  limit: number,
): ExchangeView {
  const { status, failure } = record;
  return {
    record,
    anchor,
    outcome: failure ?? String(status),
    tone: failure !== undefined ? 'none' : status >= 200 && status < 300 ? 'ok' : 'refused',
    request: message([`${record.method} ${record.path}`], record.requestHeaders, record.requestBody, limit),
    response:
      failure === undefined
        ? message([String(status)], record.responseHeaders, record.responseBody, limit)
        : `no response: ${cut(failure, 2000)}`,
  };
}

/** Headers beyond this many characters are cut as well: a target may send any. */
const headerLimit = 500;
const headersShown = 40;

function message(
  first: readonly string[],
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
  limit: number,
): string {
  const all = Object.entries(headers);
  const lines = all
    .slice(0, headersShown)
    .map(([name, value]) => `${cut(name, headerLimit)}: ${cut(value, headerLimit)}`);
  const more = all.length > headersShown ? [`… ${all.length - headersShown} more headers`] : [];
  const content = body === undefined || body === '' ? [] : ['', cut(pretty(body, limit), limit * 2)];
  return [...first.map((line) => cut(line, 4000)), ...lines, ...more, ...content].join('\n');
}

/** JSON with indentation; anything else, and what is too long to be read anyway, as it came. */
function pretty(body: string, limit: number): string {
  if (body.length > limit) return cut(body, limit);
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function cut(text: string, limit: number): string {
  return text.length <= limit
    ? text
    : `${text.slice(0, limit)}\n… ${text.length - limit} more characters, see results.json`;
}
