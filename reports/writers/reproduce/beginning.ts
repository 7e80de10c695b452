/** The beginning of a script: the variables it reads from the environment, and the functions that its lines call. */
import type { RunReport } from '../../../schemas/report/run-report.ts';
import { word } from './shell.ts';
import type { Story } from './story.ts';

/** What a script does with the outcome of each request. */
export interface AfterCall {
  /** Bash that runs where curl fails. */
  readonly failed: string;
  /** Lines of bash that end the script early where the status calls for it. */
  readonly judged: string;
}

/** @param body the lines that follow; only the functions and variables that they use are defined */
export function beginning(
  report: RunReport,
  afterCall: AfterCall,
  body: string,
  cleanUp: readonly string[],
): string {
  const { target, runId } = report;
  const lines = [body, ...cleanUp].join('\n');
  const jwt = target['auth'] === 'jwt' || lines.includes('app_token');
  return [
    'set -eu',
    `[ -n "\${TARGET_SECRET_KEY:-}" ] || { echo 'TARGET_SECRET_KEY is required: the secret key of the app'; exit 2; }`,
    ...gatewayHeaders(target).map(
      ({ name, variable }) =>
        `[ -n "\${${variable}:-}" ] || { echo '${variable} is required: the value of the header ${name}'; exit 2; }`,
    ),
    `${targetUrl(target)}; app="\${TARGET_APP_ID:-${plainId(target['appId'])}}"`,
    ...(lines.includes('$second_app') ? [secondApp(target)] : []),
    ...(lines.includes('$OTHER_CREDENTIAL')
      ? ['OTHER_CREDENTIAL="${OTHER_CREDENTIAL:-another-credential}"']
      : []),
    ...(lines.includes('$run') || lines.includes('${run}')
      ? [`run="cct-$(LC_ALL=C tr -dc a-z0-9 </dev/urandom | head -c ${runId.length - 4})"`]
      : []),
    ...(jwt ? [signing] : []),
    `auth=(--header 'accept: application/json' --header "authorization: Bearer ${target['auth'] === 'jwt' ? '$(app_token "$app" "$TARGET_SECRET_KEY")' : '$TARGET_SECRET_KEY'}"${gatewayHeaders(
      target,
    )
      .map(({ name, variable }) => ` --header "${name}: $${variable}"`)
      .join('')})`,
    ...(lines.includes('${json[@]}')
      ? [`json=("\${auth[@]}" --header 'content-type: application/json')`]
      : []),
    calling(afterCall, tlsOptions(target)),
    ...(lines.includes('id_at ') ? [takingIds] : []),
    ...(lines.includes('encode ') ? [encoding] : []),
    finishing(cleanUp),
    '',
  ].join('\n');
}

/** Where the requests go unless the environment says otherwise. */
function targetUrl(target: RunReport['target']): string {
  const url = target['target'] ?? '';
  if (/^https?:/.test(url)) return `recorded=${word(url)}; url="\${TARGET_URL:-$recorded}"; url="\${url%/}"`;
  const start = `npm run serve -- --app-id ${plainId(target['appId'])}`;
  return `[ -n "\${TARGET_URL:-}" ] || { echo 'TARGET_URL is required, because the run tested the embedded server. Start one with ${start}'; exit 2; }; url="\${TARGET_URL%/}"`;
}

/** What a gateway wants with every request: the value is in a variable, as the record says. */
export function gatewayHeaders(target: RunReport['target']): { name: string; variable: string }[] {
  const all = (target['headers'] ?? '').matchAll(/([\w.~-]+)=\$(\w+)/g);
  return [...all].map(([, name = '', variable = '']) => ({ name, variable }));
}

function tlsOptions({ clientCert, clientKey, ca }: RunReport['target']): string {
  const given = [
    ['--cert', clientCert],
    ['--key', clientKey],
    ['--cacert', ca],
  ].filter(([, file = 'none']) => file !== 'none');
  return given.map(([option, file = '']) => ` ${option} ${word(file)}`).join('');
}

function plainId(id = ''): string {
  return /^[\w.~-]+$/.test(id) ? id : 'app';
}

function secondApp(target: RunReport['target']): string {
  return `second_app="\${TARGET_SECOND_APP_ID:-${plainId(target['secondAppId'])}}"; TARGET_SECOND_SECRET_KEY="\${TARGET_SECOND_SECRET_KEY:-}"`;
}

/**
 * Ends the script with 2 where there is no answer (000) or the key is refused (401): neither says anything about the claim,
 * unless the story is about exactly that.
 */
export function untilUnusable({ exchanges, assertion }: Story): AfterCall {
  const known = exchanges.map(({ status }) => String(status).padStart(3, '0'));
  const expected = assertion && 'status' in assertion ? assertion.status : '';
  const unusable =
    ['000', '401'].filter((status) => !known.includes(status) && status !== expected).join('|') || 'none';
  return { failed: 'true', judged: `[[ ! "\${status[sent]}" =~ ^(${unusable})$ ]] || exit 2` };
}

/** Ends the script with 1 at the first request without a complete answer, and with 2 where there has been no answer yet. */
export const untilSilent: AfterCall = {
  failed: 'status[sent]=000',
  judged: `[[ "\${status[sent]}" != 401 ]] || exit 2
  [[ "\${status[sent]}" != 000 ]] || { [ "$sent" = 1 ] && exit 2; echo "received: no answer to request $sent"; exit 1; }`,
};

/** Answers are kept by their number, and escaped where they are shown: they must not send commands to the terminal. */
const calling = ({ failed, judged }: AfterCall, tls: string): string => `answers="$(mktemp -d)"; sent=0
call() { # METHOD PATH CURL-OPTIONS…
  sent=$((sent + 1)); : >"$answers/$sent"
  status[sent]="$(curl --request "$1" "$url$2" "\${@:3}" --silent --globoff --path-as-is --http1.1 --max-time 30${tls} --output "$answers/$sent" --write-out '%{http_code}')" || ${failed}
  echo "$sent. $1 $2 -> \${status[sent]}" | cat -v
  ${judged}
  [[ "\${status[sent]}" == 2?? ]] || return 2
}`;

const takingIds = `# The id at this position of the last answer.
id_at() { tr -d '\\n\\000' < "$answers/$sent" | grep -o '"id"[[:space:]]*:[[:space:]]*"[^"]*"' | sed -n "$1p" | sed 's/^"id"[^"]*"//; s/"$//'; }`;

const encoding = `encode() {
  local LC_ALL=C text="$1" i c
  for ((i = 0; i < \${#text}; i++)); do
    c="\${text:i:1}"
    case "$c" in [A-Za-z0-9._~-]) printf %s "$c" ;; *) printf '%%%02X' "$(($(printf %d "'$c") & 255))" ;; esac
  done
}`;

/** The run signed in with tokens: so does the script. */
const signing = `app_token() { # APP-ID KEY: a token of 30 seconds.
  local now head payload
  now="$(date +%s)"
  head="$(printf '{"alg":"HS256","typ":"JWT"}' | base64url)"
  payload="$(printf '{"tokenType":"app","iss":"%s","iat":%s,"exp":%s}' "$1" "$now" "$((now + 30))" | base64url)"
  printf '%s.%s.%s' "$head" "$payload" "$(printf %s "$head.$payload" | openssl dgst -sha256 -hmac "$2" -binary | base64url)"
}
base64url() { base64 | tr -d '=\\n' | tr '/+' '_-'; }`;

function finishing(cleanUp: readonly string[]): string {
  const told = `[ "$code" != 2 ] || echo 'This script cannot tell whether the fault is there. Compare by eye.'`;
  if (cleanUp.length === 0) return `trap 'code=$?; rm -rf "$answers"; ${told.replaceAll(`'`, `'\\''`)}' EXIT`;
  return `finish() {
  code=$?
  ( set +e
${cleanUp.map((line) => `    ${line}`).join('\n')}
  ) >/dev/null || true
  rm -rf "$answers"
  ${told}
  exit "$code"
}
trap finish EXIT`;
}
