/** Finds what a requirement was judged by: its scenarios and their exchanges. */
import type { RequirementCheck, RequirementResult, RunReport } from '../schemas/report/run-report.ts';
import type { ExchangeRecord, ScenarioRecord } from '../schemas/report/scenario-record.ts';

/** `specs/put/merge.spec.ts › title`, the key under which checks and surveys name their scenario. */
export function keyOf(scenario: ScenarioRecord): string {
  return `${scenario.file} › ${scenario.title}`;
}

/** Looks scenarios up by their key. */
export class Evidence {
  readonly #scenarios: ReadonlyMap<string, ScenarioRecord>;

  constructor(report: RunReport) {
    this.#scenarios = new Map(report.scenarios.map((scenario) => [keyOf(scenario), scenario]));
  }

  scenario(key: string): ScenarioRecord | undefined {
    return this.#scenarios.get(key);
  }

  /** The exchanges that were made while the check ran. */
  exchangesOf(check: RequirementCheck): ExchangeRecord[] {
    const exchanges = this.scenario(check.scenario)?.exchanges ?? [];
    return exchanges.filter(({ number }) => check.exchanges.includes(number));
  }

  /** What led to the check: every exchange before its last one; all of the scenario where it made none itself. */
  leadingTo(check: RequirementCheck): ExchangeRecord[] {
    const exchanges = (this.scenario(check.scenario)?.exchanges ?? []).filter(
      ({ purpose }) => purpose !== 'clean-up',
    );
    const last = Math.max(...check.exchanges);
    return check.exchanges.length === 0 ? exchanges : exchanges.filter(({ number }) => number <= last);
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
