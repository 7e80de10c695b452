/**
 * Preconditions that another scenario created: users, and conversations that several scenarios share. A script
 * has to make them as well.
 */
import type { RunReport } from '../../../schemas/report/run-report.ts';
import type { ExchangeRecord, ScenarioRecord } from '../../../schemas/report/scenario-record.ts';
import { requestText } from './values.ts';

/**
 * Requests of other scenarios that have to go first, in order.
 *
 * @param exchanges of the scenario that are repeated
 */
export function preparationFor(
  scenario: ScenarioRecord,
  exchanges: readonly ExchangeRecord[],
  report: RunReport,
): ExchangeRecord[] {
  const text = exchanges
    .map((one) => `${spelledOut(requestText(one))}\n${one.responseBody ?? ''}`)
    .join('\n');
  const made = new Set(exchanges.flatMap((one) => writtenPath(one) ?? []));
  const others = report.scenarios.filter((one) => one !== scenario);

  const shared = others.flatMap((other) => sharedBy(other, text));
  const needed = `${text}\n${shared.map(requestText).join('\n')}`;
  const users = new Map<string, ExchangeRecord>();
  for (const exchange of others.flatMap(({ exchanges }) => exchanges)) {
    const id = /\/users\/([^/?]+)$/.exec(exchange.path)?.[1];
    const path = writtenPath(exchange);
    if (id === undefined || path === undefined || made.has(path) || users.has(path)) continue;
    if (exchange.purpose === 'setup' && needed.includes(spelledOut(id))) users.set(path, exchange);
  }
  return [...users.values(), ...shared];
}

/** Preparing writes on conversations that outlive their scenario and that the text mentions, by id or by their data. */
function sharedBy(other: ScenarioRecord, text: string): ExchangeRecord[] {
  const deleted = new Set(
    other.exchanges.filter(({ method }) => method === 'DELETE').map(({ path }) => path),
  );
  const writes = other.exchanges.filter(
    (one) =>
      one.purpose === 'setup' &&
      one.method !== 'GET' &&
      conversationPath(one.path) !== undefined &&
      !deleted.has(conversationPath(one.path) ?? ''),
  );
  const mentioned = writes.some(
    (one) =>
      one.method === 'PUT' &&
      [idOf(one.path), ...marksOf(one.requestBody)].some((mark) => mark !== '' && text.includes(mark)),
  );
  return mentioned ? writes : [];
}

function conversationPath(path: string): string | undefined {
  return /^.*\/conversations\/[^/?]+/.exec(path)?.[0];
}

function idOf(path: string): string {
  return spelledOut(/\/conversations\/([^/?]+)$/.exec(path)?.[1] ?? '');
}

/** Values of custom data that are long enough to be told from ordinary words. */
function marksOf(body = ''): string[] {
  try {
    const { custom } = JSON.parse(body) as { custom?: Record<string, unknown> };
    return Object.values(custom ?? {}).filter(
      (value): value is string => typeof value === 'string' && value.length >= 12,
    );
  } catch {
    return [];
  }
}

/** Method and path of a write that makes something under an id. */
function writtenPath({ method, path }: ExchangeRecord): string | undefined {
  return method === 'PUT' ? path : undefined;
}

function spelledOut(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
