import type { AttemptRecord, CheckRecord, ExchangeRecord } from './scenario-record.ts';

/** What a failure says about the requirement. */
interface Told {
  readonly level: string;
  readonly source: string;
}

/** Exchanges named in a failure at most; the last ones, since they hold the evidence. */
const exchangesTold = 3;

/**
 * A check that did not pass, in lines for people: the claim with id and level, the source, expected and received, the
 * exchanges, the place, and how to run it again alone. Plain text.
 */
export function failureText(
  check: CheckRecord,
  requirement: Told | undefined,
  exchanges: readonly ExchangeRecord[],
  seed: number,
  rerun = `conversations-conformance run --only ${check.requirement} --seed ${seed}`,
  found?: string,
): string {
  const level = requirement === undefined ? '' : ` (${requirement.level})`;
  const lines: [string, string][] = [];
  if (requirement) lines.push(['source', requirement.source]);
  if (check.expected !== undefined)
    lines.push(['expected', check.expected], ['received', check.received ?? '']);
  if (check.expected === undefined && check.message !== undefined) lines.push(['reason', check.message]);
  if (check.cause?.advice !== undefined) lines.push(['advice', check.cause.advice]);
  if (found !== undefined) lines.push(['found', found]);
  if (check.attempts) lines.push(['attempts', attemptsTold(check.attempts)]);
  const told = check.exchanges
    .slice(-exchangesTold)
    .flatMap((id) => exchanges.find((one) => one.id === id) ?? []);
  for (const exchange of told) lines.push(['exchange', exchangeLine(exchange)]);
  if (check.at !== undefined) lines.push(['at', check.at]);
  lines.push(['rerun', rerun]);
  const indented = lines.map(
    ([label, text]) => `  ${label.padEnd(9)} ${text.replaceAll('\n', `\n${' '.repeat(12)}`)}`,
  );
  return [`${check.requirement}${level} ${check.verdict}: ${check.claim}`, ...indented].join('\n');
}

/** One line for each look at the target. */
export function attemptsTold(attempts: readonly AttemptRecord[]): string {
  return attempts.map(({ number, atMs, saw }) => `${number}. after ${atMs} ms: ${saw}`).join('\n');
}

/** `#4 GET /v1/app/conversations/c → 404 (3 ms)`. */
export function exchangeLine(exchange: ExchangeRecord): string {
  const outcome = exchange.failure ?? String(exchange.status);
  const { number, method, path, durationMs } = exchange;
  return `#${number} ${method} ${path}${headersTold(exchange)} → ${outcome} (${durationMs} ms)`;
}

/** ` (version 2021-01-01, no Authorization header)`: what a request has in its headers, or lacks, that decides the answer. */
export function headersTold({ requestHeaders }: ExchangeRecord): string {
  const { authorization, 'talkjs-rest-version': version } = requestHeaders;
  const told = [
    ...(version === undefined ? [] : [`version ${version}`]),
    ...(authorization === undefined ? ['no Authorization header'] : []),
    ...(authorization?.startsWith('Bearer ') === false ? ['malformed Authorization header'] : []),
  ];
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}
