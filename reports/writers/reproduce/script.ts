/** A bash script that repeats the exchanges by which a requirement was judged. */
import type { RequirementResult, RunReport } from '../../../schemas/report/run-report.ts';
import type { ExchangeRecord, ScenarioRecord } from '../../../schemas/report/scenario-record.ts';
import { Evidence } from '../../evidence.ts';
import { oneLine } from '../../text.ts';
import { preparationFor } from './preparation.ts';
import { comment, printfFormat, word, type Replacement } from './shell.ts';
import { valuesOf, type Values } from './values.ts';

/** Scenarios repeated at most: a rule about every response is judged by all of them. */
const scenariosRepeated = 2;

/** Makes the script of a requirement of this report, or undefined where nothing was sent. */
export function scriptMaker(report: RunReport): (result: RequirementResult) => string | undefined {
  const evidence = new Evidence(report);
  const bodies = new Map<ScenarioRecord, string>();
  const bodyOf = (scenario: ScenarioRecord): string => {
    const text = bodies.get(scenario) ?? body(scenario, report);
    bodies.set(scenario, text);
    return text;
  };
  return (result) => {
    const scenarios = evidence.scenariosOf(result, report).filter(({ exchanges }) => exchanges.length > 0);
    if (scenarios.length === 0) return undefined;
    const repeated = scenarios.slice(0, scenariosRepeated);
    return [head(result, report, scenarios.length - repeated.length), ...repeated.map(bodyOf), tail].join(
      '\n',
    );
  };
}

function head(result: RequirementResult, report: RunReport, left: number): string {
  const url = report.target['target'] ?? '';
  const remote = /^https?:/.test(url);
  const appId = report.target['appId'] ?? '';
  return `#!/usr/bin/env bash
${[
  `${result.id} (${result.level}): ${oneLine(result.statement)}`,
  `Source: ${oneLine(result.source)}`,
  `Verdict of run ${oneLine(report.runId)}: ${oneLine(`${result.verdict} ${result.detail}`, 600)}`,
  '',
  `  ${remote ? '' : 'TARGET_URL=… '}TARGET_SECRET_KEY=… bash ${result.id}.sh`,
  '',
  'Sends the recorded requests again, in order and encoded exactly as then, and prints each status beside the recorded',
  'one. Exit code: 0 when every status is as recorded, 1 otherwise. Ids that the target gave are taken from its new',
  'answers; its timestamps are those of the recorded run. Set VERBOSE=1 to see the answers.',
  ...(left > 0
    ? [`${left} more scenarios judged this requirement; their exchanges stand in transcript.har.`]
    : []),
]
  .map(comment)
  .join('\n')}
set -u
${targetUrl(url, appId)}
: "\${TARGET_SECRET_KEY:?is needed: the secret key of the app}"
TARGET_APP_ID="\${TARGET_APP_ID:-${plainId(appId)}}"
${secondApp(report)}OTHER_CREDENTIAL="\${OTHER_CREDENTIAL:-another-credential}"
base="\${TARGET_URL%/}/v1"
answer="$(mktemp)"; trap 'rm -f "$answer"' EXIT
sent=0; differs=0

# call NUMBER RECORDED-STATUS curl …
call() {
  local number="$1" recorded="$2" status; shift 2
  status="$("$@" --silent --globoff --path-as-is --http1.1 --max-time 30 --output "$answer" --write-out '%{http_code}')" || status=000
  sent=$((sent + 1)); [ "$status" = "$recorded" ] || differs=$((differs + 1))
  printf '%-4s %s, recorded %s%s\\n' "$number" "$status" "$recorded" "$([ "$status" = "$recorded" ] || printf ' <- differs')"
  # cat -v: what the target sends must not steer the terminal.
  if [ -n "\${VERBOSE:-}" ]; then head -c 4000 "$answer" | cat -v; echo; fi
}
# The id at this position of the last answer.
id_at() { tr -d '\\n\\000' < "$answer" | grep -o '"id"[[:space:]]*:[[:space:]]*"[^"]*"' | sed -n "$1p" | sed 's/^"id"[^"]*"//; s/"$//'; }
encode() {
  local LC_ALL=C text="$1" i c
  for ((i = 0; i < \${#text}; i++)); do
    c="\${text:i:1}"
    case "$c" in [A-Za-z0-9._~-]) printf %s "$c" ;; *) printf '%%%02X' "$(($(printf %d "'$c") & 255))" ;; esac
  done
}
${report.target['auth'] === 'jwt' ? signing : ''}`;
}

/** The run signed in with tokens: so does the script. */
const signing = `# app_token APP-ID KEY: a token of 30 seconds.
app_token() {
  local now head payload
  now="$(date +%s)"
  head="$(printf '{"alg":"HS256","typ":"JWT"}' | base64url)"
  payload="$(printf '{"tokenType":"app","iss":"%s","iat":%s,"exp":%s}' "$1" "$now" "$((now + 30))" | base64url)"
  printf '%s.%s.%s' "$head" "$payload" "$(printf %s "$head.$payload" | openssl dgst -sha256 -hmac "$2" -binary | base64url)"
}
base64url() { base64 | tr -d '=\\n' | tr '/+' '_-'; }
`;

/** Where the requests go unless the environment says otherwise. */
function targetUrl(url: string, appId: string): string {
  if (/^https?:/.test(url)) return `recorded_url=${word(url)}; TARGET_URL="\${TARGET_URL:-$recorded_url}"`;
  const start = `npm run serve -- --app-id ${plainId(appId)}`;
  return `: "\${TARGET_URL:?is needed: the run judged the embedded server; start one with ${start}}"`;
}

function plainId(id: string): string {
  return /^[\w.~-]+$/.test(id) ? id : 'app';
}

function secondApp({ target }: RunReport): string {
  const id = target['secondAppId'] ?? '';
  if (id === '' || id === 'none' || !/^[\w.~-]+$/.test(id)) return '';
  return `TARGET_SECOND_APP_ID="\${TARGET_SECOND_APP_ID:-${id}}"; TARGET_SECOND_SECRET_KEY="\${TARGET_SECOND_SECRET_KEY:-}"\n`;
}

const tail = `
echo "$sent requests, $differs with another status than recorded"
[ "$differs" -eq 0 ]
`;

function body(scenario: ScenarioRecord, report: RunReport): string {
  const { before, after } = preparationFor(scenario, report);
  const all = [...before, ...scenario.exchanges, ...after];
  const values = valuesOf(all);
  const told = (title: string, exchanges: readonly ExchangeRecord[], letter: string): string[] =>
    exchanges.length === 0
      ? []
      : [
          comment(title),
          ...exchanges.map((one, index) => step(one, index, exchanges, letter, values, report)),
        ];
  return [
    `\n# ${oneLine(scenario.title)} (${oneLine(scenario.file)}:${scenario.line})`,
    ...told('What other scenarios of the run had prepared:', before, 'p'),
    ...told('The scenario:', scenario.exchanges, ''),
    ...told('Cleaning up:', after, 'c'),
  ].join('\n');
}

function step(
  exchange: ExchangeRecord,
  index: number,
  all: readonly ExchangeRecord[],
  letter: string,
  values: Values,
  report: RunReport,
): string {
  const number = letter === '' ? String(exchange.number) : `${letter}${index + 1}`;
  const previous = all[index - 1];
  const together =
    previous !== undefined && letter === '' && exchange.startedMs < previous.startedMs + previous.durationMs;
  const title = `${number}. ${oneLine(exchange.operation)}, ${exchange.purpose}${together ? '; sent while the one before was under way' : ''}`;
  const captures = (values.captures.get(exchange) ?? []).map(
    ({ name, position }) => `${name}="$(id_at ${position})"`,
  );
  return ['', comment(title), command(exchange, number, values.replacements, report), ...captures].join('\n');
}

/** Longer bodies are cut in the record, with this at their end. */
const cut = /… \((\d+) more characters\)$/;

function command(
  exchange: ExchangeRecord,
  number: string,
  ids: readonly Replacement[],
  report: RunReport,
): string {
  const { method, path, requestHeaders, requestBody } = exchange;
  if (requestBody !== undefined && requestBody.length > 16_000 && cut.test(requestBody))
    return `echo ${word(`${number}: not sent, its body is too long to be recorded whole`)}; differs=$((differs + 1))`;
  const second = path.includes(`/v1/${report.target['secondAppId']}/`);
  const key = second ? '$TARGET_SECOND_SECRET_KEY' : '$TARGET_SECRET_KEY';
  const replacements: Replacement[] = [
    ...ids,
    { text: '$TARGET_SECRET_KEY', expression: key },
    {
      text: '$APP_TOKEN',
      expression: `$(app_token ${second ? '"$TARGET_SECOND_APP_ID"' : '"$TARGET_APP_ID"'} "${key}")`,
    },
    { text: '$OTHER_CREDENTIAL', expression: '$OTHER_CREDENTIAL' },
  ];
  const words = [`curl --request ${word(method)} ${address(path, replacements, report)}`];
  for (const [name, value] of Object.entries(requestHeaders))
    words.push(`--header ${word(`${name}: ${credential(name, value)}`, replacements)}`);
  const typed = Object.keys(requestHeaders).some((name) => name.toLowerCase() === 'content-type');
  if (requestBody !== undefined && !typed) words.push(`--header 'content-type:'`);
  const recorded = exchange.status === 0 ? '000' : String(exchange.status);
  const call = `call ${number} ${recorded} ${words.join(' \\\n  ')}`;
  if (requestBody === undefined) return call;
  return requestBody.includes('\0')
    ? `${call} \\\n  --data-binary @<(printf ${printfFormat(requestBody)})`
    : `${call} \\\n  --data-raw ${word(requestBody, replacements)}`;
}

/** The form of a credential is recorded, never the credential. */
function credential(name: string, value: string): string {
  if (name.toLowerCase() !== 'authorization') return value;
  if (/^Bearer \(.*not shown\)$/.test(value)) return 'Bearer $OTHER_CREDENTIAL';
  return /not shown\)$/.test(value) ? '$OTHER_CREDENTIAL' : value;
}

/** The recorded path after the app id, exactly as it was sent, below the address that the script is told. */
function address(path: string, replacements: readonly Replacement[], { target }: RunReport): string {
  for (const [name, variable] of [
    ['appId', 'TARGET_APP_ID'],
    ['secondAppId', 'TARGET_SECOND_APP_ID'],
  ] as const) {
    const marker = `/v1/${encodeURIComponent(target[name] ?? '')}`;
    const start = path.indexOf(`${marker}/`);
    if (start >= 0) return `"$base/$${variable}"${word(path.slice(start + marker.length), replacements)}`;
  }
  return `"\${TARGET_URL%/}"${word(path, replacements)}`;
}
