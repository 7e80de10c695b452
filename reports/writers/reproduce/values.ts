/**
 * Values that the target gave and that later requests hold, such as ids of messages: another run gives others, so a
 * script has to take them from the responses it gets.
 */
import type { ExchangeRecord } from '../../../schemas/report/scenario-record.ts';
import type { Replacement } from './shell.ts';

/** Take the id at this place of the response and keep it under this name. */
export interface Capture {
  /** Bash variable. */
  readonly name: string;
  /** Position among the `"id": "…"` members of the response, from 1. */
  readonly position: number;
}

export interface Values {
  /** What to take from the response of each exchange; exchanges without any are left out. */
  readonly captures: ReadonlyMap<ExchangeRecord, readonly Capture[]>;
  /** What to write instead of the recorded values. */
  readonly replacements: readonly Replacement[];
}

const idMember = /"id"\s*:\s*"([^"\\]{4,200})"/g;

/**
 * @param exchanges in the order in which the script repeats them
 * @param compared what the script compares at its end
 */
export function valuesOf(exchanges: readonly ExchangeRecord[], compared = ''): Values {
  const captures = new Map<ExchangeRecord, Capture[]>();
  const replacements: Replacement[] = [];
  const known = new Set<string>();
  for (const [index, exchange] of exchanges.entries()) {
    const sent = exchanges
      .slice(0, index + 1)
      .map(requestText)
      .join('\n');
    const later = [...exchanges.slice(index + 1).map(requestText), compared].join('\n');
    for (const [position, [, id = '']] of [...(exchange.responseBody ?? '').matchAll(idMember)].entries()) {
      const spellings = [...new Set([id, encodeURIComponent(id), strictlyEncoded(id)])];
      if (known.has(id) || spellings.some((spelling) => sent.includes(spelling))) continue;
      if (!spellings.some((spelling) => later.includes(spelling))) continue;
      known.add(id);
      const name = `ID_${known.size}`;
      captures.set(exchange, [...(captures.get(exchange) ?? []), { name, position: position + 1 }]);
      for (const text of spellings)
        replacements.push({
          text,
          expression: text === id && spellings.length > 1 ? `$${name}` : `$(encode "$${name}")`,
        });
    }
  }
  return { captures, replacements };
}

export function requestText({ path, requestBody }: ExchangeRecord): string {
  return `${path}\n${requestBody ?? ''}`;
}

/** The way in which the suite escapes a path segment. */
function strictlyEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
