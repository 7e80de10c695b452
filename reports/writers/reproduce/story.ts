/** Which requests show what became of a requirement: those of the story that failed, and no others. */
import type { Assertion } from '../../../schemas/report/assertion.ts';
import type { RequirementCheck, RequirementResult, RunReport } from '../../../schemas/report/run-report.ts';
import {
  scenarioKey,
  type ExchangeRecord,
  type ScenarioRecord,
} from '../../../schemas/report/scenario-record.ts';
import type { Evidence } from '../../evidence.ts';
import { preparationFor } from './preparation.ts';
import { valuesOf } from './values.ts';

export interface Story {
  readonly check: RequirementCheck;
  readonly scenario: ScenarioRecord;
  /** What a program can compare; absent where only a person can. */
  readonly assertion: Assertion | undefined;
  /** What other scenarios had prepared. */
  readonly before: readonly ExchangeRecord[];
  readonly exchanges: readonly ExchangeRecord[];
  /** What deletes the conversations that it makes. */
  readonly after: readonly ExchangeRecord[];
}

/** Verdicts of checks that a script shows, the most telling one first. */
const verdictsShown = ['failed', 'unstable', 'blocked'] as const;

/** The story of the check that shows the most; undefined where nothing failed, or nothing was sent. */
export function storyOf(result: RequirementResult, report: RunReport, evidence: Evidence): Story | undefined {
  if (!isOpen(result)) return undefined;
  for (const verdict of verdictsShown) {
    const told = result.checks
      // A crash has a script of its own.
      .filter((check) => check.verdict === verdict && check.cause?.crashedBy === undefined)
      .flatMap((check) => ledTo(check, report, evidence) ?? []);
    const shown = told.find(({ assertion }) => assertion !== undefined) ?? told[0];
    if (shown) return completed(shown, report);
  }
  return undefined;
}

/** A partial run may also see failures of requirements that were not selected. */
function isOpen({ verdict }: RequirementResult): boolean {
  return ['failed', 'unstable', 'warned', 'known-failure', 'blocked', 'harness-error'].includes(verdict);
}

type Led = Pick<Story, 'check' | 'scenario' | 'assertion' | 'exchanges'>;

function ledTo(check: RequirementCheck, report: RunReport, evidence: Evidence): Led | undefined {
  const cause = check.cause?.exchange;
  const elsewhere = report.scenarios.find(({ exchanges }) => exchanges.some(({ id }) => id === cause));
  const scenario = elsewhere ?? evidence.scenario(check.scenario);
  if (!scenario) return undefined;
  const led = evidence.leadingTo({ ...check, scenario: scenarioKey(scenario) });
  const exchanges = cause === undefined ? led : upTo(led, cause);
  const assertion = check.assertion ?? check.cause?.assertion ?? precondition(evidence.exchange(cause ?? ''));
  const shown = exchanges.some(({ id }) => id === assertion?.exchange);
  return exchanges.length === 0
    ? undefined
    : { check, scenario, exchanges, assertion: shown ? assertion : undefined };
}

/** The exchanges up to the one with this id. */
export function upTo(exchanges: readonly ExchangeRecord[], last: string): readonly ExchangeRecord[] {
  return exchanges.slice(0, exchanges.findIndex(({ id }) => id === last) + 1);
}

/** What the cause of a block was to answer, as far as its status tells. */
function precondition(cause: ExchangeRecord | undefined): Assertion | undefined {
  if (!cause || (cause.status >= 200 && cause.status < 300)) return undefined;
  return { exchange: cause.id, status: cause.status >= 500 ? 'below 500' : '2xx' };
}

function completed({ check, scenario, assertion, exchanges: all }: Led, report: RunReport): Story {
  const cited = new Set([...check.exchanges, assertion?.exchange]);
  const { captures } = valuesOf(all);
  const exchanges = all.filter(
    (one, index) => cited.has(one.id) || captures.has(one) || !isSpare(one, all.slice(index + 1)),
  );
  const before = preparationFor(scenario, exchanges, report);
  return { check, scenario, assertion, before, exchanges, after: deletionsOf([...before, ...exchanges]) };
}

/** What deletes each conversation that these requests may create, in the same app and by the same key. */
export function deletionsOf(exchanges: readonly ExchangeRecord[]): ExchangeRecord[] {
  const made = new Map<string, ExchangeRecord>();
  for (const one of exchanges)
    if (one.method === 'PUT' && /\/conversations\/[^/?]+$/.test(one.path)) made.set(one.path, one);
  return [...made.values()].map(({ requestBody: _body, requestHeaders, ...one }) => {
    const headers = Object.entries(requestHeaders).filter(([name]) => name.toLowerCase() !== 'content-type');
    return { ...one, method: 'DELETE', requestHeaders: Object.fromEntries(headers) };
  });
}

/** A reading that prepared, or that is repeated before anything is written: the last one shows what came of a change. */
function isSpare(one: ExchangeRecord, later: readonly ExchangeRecord[]): boolean {
  if (one.method !== 'GET') return false;
  if (one.purpose === 'setup') return true;
  const write = later.findIndex(({ method }) => method !== 'GET');
  return later.slice(0, write < 0 ? undefined : write).some(({ path }) => path === one.path);
}
