/** Finds what a requirement was judged by: its scenarios and their exchanges. */
import { routeIsAbsent } from '../schemas/absent-route.ts';
import { operations, type OperationId, type Resource } from '../schemas/operations.ts';
import { capabilityOf } from '../specs/requirements/index.ts';
import type { RequirementCheck, RequirementResult, RunReport } from '../schemas/report/run-report.ts';
import { scenarioKey, type ExchangeRecord, type ScenarioRecord } from '../schemas/report/scenario-record.ts';

/** The deprecated call to mark as read tells nothing of the other one, which may have another route. */
function resourceOf(operation: string): Resource | undefined {
  if (!Object.hasOwn(operations, operation)) return undefined;
  const known = operation as OperationId;
  return capabilityOf(known) === 'legacyReadBy' ? undefined : operations[known].resource;
}

/** Whether the answer shows that there is a route. Refusing a credential does not, and no answer says nothing. */
function isAnsweredByRoute(exchange: ExchangeRecord): boolean {
  return exchange.status > 0 && ![401, 403].includes(exchange.status) && !routeIsAbsent(exchange);
}

/** Looks scenarios up by their key. */
export class Evidence {
  readonly #scenarios: ReadonlyMap<string, ScenarioRecord>;
  readonly #exchanges: ReadonlyMap<string, ExchangeRecord>;
  readonly #present: ReadonlySet<string>;

  constructor(report: RunReport) {
    this.#scenarios = new Map(report.scenarios.map((scenario) => [scenarioKey(scenario), scenario]));
    this.#exchanges = new Map(
      report.scenarios.flatMap(({ exchanges }) => exchanges.map((one) => [one.id, one])),
    );
    const answered = [...this.#exchanges.values()].filter(isAnsweredByRoute);
    this.#present = new Set(answered.flatMap(({ operation }) => resourceOf(operation) ?? []));
  }

  /**
   * The resource that an operation belongs to, where the target answered every call of it as if it had no such routes;
   * undefined where it answered one in any other way.
   */
  missingResource(operation: string): Resource | undefined {
    const resource = resourceOf(operation);
    return resource === undefined || this.#present.has(resource) ? undefined : resource;
  }

  scenario(key: string): ScenarioRecord | undefined {
    return this.#scenarios.get(key);
  }

  /** An exchange of any scenario. */
  exchange(id: string): ExchangeRecord | undefined {
    return this.#exchanges.get(id);
  }

  /** The exchanges that a check cites, wherever they were made. */
  exchangesOf(check: RequirementCheck): ExchangeRecord[] {
    return check.exchanges.flatMap((id) => this.exchange(id) ?? []);
  }

  /** What led to the check: every exchange before its last one; all of the scenario where it made none itself. */
  leadingTo(check: RequirementCheck): ExchangeRecord[] {
    const exchanges = (this.scenario(check.scenario)?.exchanges ?? []).filter(
      ({ purpose }) => purpose !== 'clean-up',
    );
    const last = exchanges.findLastIndex(({ id }) => check.exchanges.includes(id));
    return last < 0 ? exchanges : exchanges.slice(0, last + 1);
  }

  /** The scenarios that judged a requirement, those with a check that did not pass first. */
  scenariosOf(result: RequirementResult, report: RunReport): ScenarioRecord[] {
    const open = result.checks.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not-applicable');
    const keys = [...open, ...result.checks].map(({ scenario }) => scenario);
    const surveyed = report.surveys
      .filter(({ requirement }) => requirement === result.id)
      .map(({ scenario }) => scenario);
    return [...new Set([...keys, ...surveyed])].flatMap((key) => this.scenario(key) ?? []);
  }
}
