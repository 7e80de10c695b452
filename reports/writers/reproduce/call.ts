/** One request of a story as a line of bash. */
import type { Assertion } from '../../../schemas/report/assertion.ts';
import type { RunReport } from '../../../schemas/report/run-report.ts';
import type { ExchangeRecord } from '../../../schemas/report/scenario-record.ts';
import { gatewayHeaders } from './beginning.ts';
import { printfFormat, split, word, wordOf, type Parts, type Replacement } from './shell.ts';

export interface Around {
  readonly report: RunReport;
  /** Values that are others in each call of the script. */
  readonly replacements: readonly Replacement[];
  /** The claim, which the script judges at its end. */
  readonly asserted: Assertion | undefined;
}

const plain = /^[A-Z]+$/;

/** Longer bodies are cut in the record, with this at their end. */
const cut = /… \((\d+) more characters\)$/;

/** `call METHOD PATH OPTIONS…`; what has to succeed for the story to go on ends the script where it does not. */
export function callOf(exchange: ExchangeRecord, around: Around): string {
  const { method, path, requestBody = '', status } = exchange;
  if (requestBody.length > 16_000 && cut.test(requestBody))
    return `echo ${word(`${method}: not sent, because its recorded body was cut`)}; exit 2`;
  const mayFail = status < 200 || status > 299 || isJudgedByStatus(exchange, around);
  const words = [
    'call',
    plain.test(method) ? method : word(method),
    wordOf(address(path, around)),
    ...options(exchange, around),
  ];
  return `${words.join(' ')}${mayFail ? ' || true' : ''}`;
}

function isJudgedByStatus({ id }: ExchangeRecord, { asserted }: Around): boolean {
  return asserted !== undefined && 'status' in asserted && asserted.exchange === id;
}

function options(exchange: ExchangeRecord, around: Around): string[] {
  const { requestHeaders, requestBody } = exchange;
  const body = requestBody === undefined ? undefined : data(requestBody, around.replacements);
  if (isUsual(exchange, around)) return body === undefined ? ['"${auth[@]}"'] : ['"${json[@]}"', ...body];
  const values = [...around.replacements, ...credentials(exchange, around)];
  const headers = Object.entries(requestHeaders).map(
    ([name, value]) => `--header ${word(`${name}: ${credential(name, value)}`, values)}`,
  );
  const typed = Object.keys(requestHeaders).some((name) => name.toLowerCase() === 'content-type');
  return [
    ...headers,
    ...(body === undefined ? [] : [...(typed ? [] : [`--header 'content-type:'`]), ...body]),
  ];
}

function data(text: string, replacements: readonly Replacement[]): string[] {
  return text.includes('\0')
    ? ['--data-binary', `@<(printf ${printfFormat(text)})`]
    : ['--data-raw', word(text, replacements)];
}

/** Headers as nearly every request has them: the script names these once. */
function isUsual({ path, requestHeaders, requestBody }: ExchangeRecord, { report }: Around): boolean {
  const usual: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${report.target['auth'] === 'jwt' ? '$APP_TOKEN' : '$TARGET_SECRET_KEY'}`,
    ...Object.fromEntries(gatewayHeaders(report.target).map(({ name, variable }) => [name, `$${variable}`])),
    ...(requestBody === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const names = Object.keys(requestHeaders);
  return (
    !isSecondApp(path, report) &&
    names.length === Object.keys(usual).length &&
    names.every((name) => requestHeaders[name] === usual[name])
  );
}

function isSecondApp(path: string, { target }: RunReport): boolean {
  return path.includes(`/v1/${target['secondAppId']}/`);
}

function credentials({ path }: ExchangeRecord, { report }: Around): Replacement[] {
  const second = isSecondApp(path, report);
  const key = second ? '$TARGET_SECOND_SECRET_KEY' : '$TARGET_SECRET_KEY';
  return [
    { text: '$TARGET_SECRET_KEY', expression: key },
    { text: '$APP_TOKEN', expression: `$(app_token "${second ? '$second_app' : '$app'}" "${key}")` },
    { text: '$OTHER_CREDENTIAL', expression: '$OTHER_CREDENTIAL' },
    ...gatewayHeaders(report.target).map(({ variable }) => ({
      text: `$${variable}`,
      expression: `$${variable}`,
    })),
  ];
}

/** The form of a credential is recorded, never the credential. */
function credential(name: string, value: string): string {
  if (name.toLowerCase() !== 'authorization') return value;
  if (/^Bearer \(.*not shown\)$/.test(value)) return 'Bearer $OTHER_CREDENTIAL';
  return /not shown\)$/.test(value) ? '$OTHER_CREDENTIAL' : value;
}

/** The recorded path from `/v1` on, exactly as sent, with the app of the script. */
function address(path: string, { report: { target }, replacements }: Around): Parts {
  for (const [name, variable] of [
    ['appId', '$app'],
    ['secondAppId', '$second_app'],
  ] as const) {
    const marker = `/v1/${encodeURIComponent(target[name] ?? '')}`;
    const start = path.indexOf(`${marker}/`);
    if (start >= 0)
      return [
        '/v1/',
        { text: '', expression: variable },
        ...split(path.slice(start + marker.length), replacements),
      ];
  }
  return split(path, replacements);
}
