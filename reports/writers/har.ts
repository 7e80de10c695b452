/** The exchanges as HAR 1.2, which browsers' developer tools, proxies and many libraries open. */
import { STATUS_CODES } from 'node:http';
import type { RunReport } from '../../schemas/report/run-report.ts';
import {
  scenarioTitle,
  type ExchangeRecord,
  type ScenarioRecord,
} from '../../schemas/report/scenario-record.ts';
import { harmlessJson } from '../text.ts';

interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** Every exchange of the run, a page for each scenario. */
export function transcriptHar(report: RunReport): string {
  const origin = originOf(report);
  const scenarios = report.scenarios.filter(({ exchanges }) => exchanges.length > 0);
  const starts = startsOf(scenarios, report);
  const log = {
    version: '1.2',
    creator: { name: report.suite.name, version: report.suite.version },
    comment: 'Redacted. Long bodies are cut. Cookies are in the headers only.',
    pages: scenarios.map((scenario, index) => ({
      id: pageId(index),
      startedDateTime: iso(starts[index] ?? 0),
      title: `${scenario.file}: ${scenarioTitle(scenario)}`,
      pageTimings: {},
    })),
    entries: scenarios.flatMap((scenario, index) =>
      scenario.exchanges.map((exchange) =>
        entry(exchange, origin, pageId(index), (starts[index] ?? 0) + exchange.startedMs),
      ),
    ),
  };
  return harmlessJson({ log }, 1);
}

function pageId(index: number): string {
  return `scenario-${index + 1}`;
}

/** When each scenario began, in Unix ms; where that was not recorded, one after the other from the start of the run. */
function startsOf(scenarios: readonly ScenarioRecord[], report: RunReport): number[] {
  let next = Date.parse(report.startedAt);
  return scenarios.map(({ startedAt, durationMs }) => {
    const start = startedAt === undefined ? next : Date.parse(startedAt);
    next += durationMs;
    return start;
  });
}

/** The embedded server has no address that means anything after the run. */
function originOf(report: RunReport): string {
  try {
    return new URL(report.target['target'] ?? '').origin;
  } catch {
    return 'http://embedded-reference-server.invalid';
  }
}

function entry(exchange: ExchangeRecord, origin: string, pageref: string, startedAt: number): object {
  return {
    pageref,
    startedDateTime: iso(startedAt),
    time: exchange.durationMs,
    request: request(exchange, origin),
    response: response(exchange),
    cache: {},
    timings: { send: 0, wait: exchange.durationMs, receive: 0 },
    comment: `#${exchange.number} ${exchange.operation}, ${exchange.purpose}`,
  };
}

function request({ method, path, requestHeaders, requestBody }: ExchangeRecord, origin: string): object {
  return {
    method,
    url: `${origin}${path}`,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairs(requestHeaders),
    queryString: queryOf(path),
    ...(requestBody === undefined
      ? {}
      : {
          postData: {
            mimeType: headerOf(requestHeaders, 'content-type') ?? '',
            params: [],
            text: wellFormed(requestBody),
          },
        }),
    headersSize: -1,
    bodySize: requestBody === undefined ? 0 : Buffer.byteLength(requestBody),
  };
}

function response({ status, failure, responseHeaders, responseBody = '' }: ExchangeRecord): object {
  const size = Buffer.byteLength(responseBody);
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairs(responseHeaders),
    content: {
      size,
      mimeType: headerOf(responseHeaders, 'content-type') ?? 'x-unknown',
      text: wellFormed(responseBody),
    },
    redirectURL: headerOf(responseHeaders, 'location') ?? '',
    headersSize: -1,
    bodySize: size,
    ...(failure === undefined ? {} : { comment: failure, _error: failure }),
  };
}

function pairs(headers: Readonly<Record<string, string>>): NameValue[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value: wellFormed(value) }));
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Name and value pairs of the query, decoded where they can be. */
function queryOf(path: string): NameValue[] {
  const query = path.split('?').slice(1).join('?');
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return { name: decoded(name), value: decoded(rest.join('=')) };
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Other programs refuse a lone surrogate. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function iso(unixMs: number): string {
  return new Date(unixMs).toISOString();
}
