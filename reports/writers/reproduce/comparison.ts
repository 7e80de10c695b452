/** The end of a script: what was expected, what came this time, and whether that is the same. */
import type { Assertion, BodyAssertion, StatusAssertion } from '../../../schemas/report/assertion.ts';
import type { ExchangeRecord } from '../../../schemas/report/scenario-record.ts';
import { harmlessJson, oneLine } from '../../text.ts';
import { word, type Replacement } from './shell.ts';
import type { Story } from './story.ts';

/** The recorded text that is compared; it may hold ids that are others in each call of the script. */
export function compared(assertion: Assertion | undefined): string {
  return assertion === undefined || 'status' in assertion ? '' : harmlessJson(assertion.equals).trim();
}

export function comparison(
  { assertion, check }: Story,
  sent: readonly ExchangeRecord[],
  replacements: readonly Replacement[],
): string {
  const position = sent.findIndex(({ id }) => id === assertion?.exchange) + 1;
  if (assertion === undefined || position === 0) return byEye(check.expected ?? check.claim, sent.length);
  return 'status' in assertion
    ? byStatus(assertion, position)
    : byBody(assertion, position, word(compared(assertion), replacements));
}

/** Bash patterns of the statuses that hold. */
const patterns: Readonly<Record<string, string>> = { '2xx': '2??', 'below 500': '[1-4]??' };

function byStatus({ status }: StatusAssertion, position: number): string {
  const pattern = patterns[status] ?? status.replace(/[^0-9x]/g, '').replaceAll('x', '?');
  const but = status === '4xx' ? ` && ! "$received" =~ ^(401|429)$` : '';
  return `received="\${status[${position}]}"
echo ${word(`expected: status ${oneLine(status)}`)}
echo "received: status $received"
[[ "$received" == ${pattern}${but} ]]`;
}

function byBody({ select }: BodyAssertion, position: number, expected: string): string {
  return `expected=${expected}
select=${word(select)}
command -v jq >/dev/null || { echo "install jq to compare, or look for $expected in:"; cat -v "$answers/${position}"; exit 2; }
echo "expected: $expected" | cat -v
echo "received: $(jq --compact-output --argjson expected "$expected" "$select" "$answers/${position}" 2>&1)" | cat -v
jq --exit-status --argjson expected "$expected" "($select) == \\$expected" "$answers/${position}" >/dev/null 2>&1 || exit 1`;
}

function byEye(expected: string, position: number): string {
  return `# This cannot be compared automatically. Compare by eye.
echo ${word(`expected: ${oneLine(expected)}`)}
echo "received: $(head -c 4000 "$answers/${position}")" | cat -v
exit 2`;
}
