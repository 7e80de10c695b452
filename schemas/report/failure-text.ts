import type { CheckRecord, ExchangeRecord } from './scenario-record.ts';

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
): string {
  const level = requirement === undefined ? '' : ` (${requirement.level})`;
  const lines: [string, string][] = [];
  if (requirement) lines.push(['source', requirement.source]);
  if (check.expected !== undefined)
    lines.push(['expected', check.expected], ['received', check.received ?? '']);
  const reason = check.expected === undefined ? check.message : attemptsOf(check.message);
  if (reason !== undefined) lines.push([check.verdict === 'failed' ? 'seen' : 'reason', reason]);
  const told = check.exchanges
    .slice(-exchangesTold)
    .flatMap((number) => exchanges.find((one) => one.number === number) ?? []);
  for (const exchange of told) lines.push(['exchange', exchangeLine(exchange)]);
  if (check.at !== undefined) lines.push(['at', check.at]);
  lines.push(['rerun', rerun]);
  const indented = lines.map(
    ([label, text]) => `  ${label.padEnd(9)} ${text.replaceAll('\n', `\n${' '.repeat(12)}`)}`,
  );
  return [`${check.requirement}${level} ${check.verdict}: ${check.claim}`, ...indented].join('\n');
}

/** The attempts of a poll, which stand behind the matcher's own message. */
function attemptsOf(message: string | undefined): string | undefined {
  const start = message?.indexOf('Attempts:') ?? -1;
  return start < 0 ? undefined : message?.slice(start);
}

/** `#4 GET /v1/app/conversations/c → 404 (3 ms)`. */
export function exchangeLine(exchange: ExchangeRecord): string {
  const outcome = exchange.failure ?? String(exchange.status);
  return `#${exchange.number} ${exchange.method} ${exchange.path} → ${outcome} (${exchange.durationMs} ms)`;
}
