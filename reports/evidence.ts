/** Finds what a requirement was judged by: its scenarios and their exchanges. */
import type { RequirementCheck, RequirementResult, RunReport } from '../schemas/report/run-report.ts';
import { scenarioKey, type ExchangeRecord, type ScenarioRecord } from '../schemas/report/scenario-record.ts';

/** Looks scenarios up by their key. */
export class Evidence {
  readonly #scenarios: ReadonlyMap<string, ScenarioRecord>;
  readonly #exchanges: ReadonlyMap<string, ExchangeRecord>;

  constructor(report: RunReport) {
    this.#scenarios = new Map(report.scenarios.map((scenario) => [scenarioKey(scenario), scenario]));
    this.#exchanges = new Map(
      report.scenarios.flatMap(({ exchanges }) => exchanges.map((one) => [one.id, one])),
    );
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
