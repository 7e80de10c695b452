/** What several attempts of a scenario say together: a check that fails and then holds is unstable, and no pass. */
import type { RequirementCheck } from '../schemas/report/run-report.ts';
import { scenarioKey, type CheckVerdict, type ScenarioRecord } from '../schemas/report/scenario-record.ts';

/** The records of each scenario, the first attempt first. */
export function attemptsOfEach(scenarios: readonly ScenarioRecord[]): ScenarioRecord[][] {
  const groups = new Map<string, ScenarioRecord[]>();
  for (const scenario of scenarios) {
    const key = scenarioKey({ ...scenario, attempt: 1 });
    groups.set(key, [...(groups.get(key) ?? []), scenario]);
  }
  return [...groups.values()].map((records) =>
    [...records].sort((a, b) => (a.attempt ?? 1) - (b.attempt ?? 1)),
  );
}

/** The checks of all scenarios. If a scenario had several attempts, each check occurs once, with their combined verdict. */
export function confirmedChecks(scenarios: readonly ScenarioRecord[]): RequirementCheck[] {
  return attemptsOfEach(scenarios).flatMap((attempts) => {
    // Shards may hold the same scenario, and are no attempts.
    return attempts.some(({ attempt = 1 }) => attempt > 1) ? together(attempts) : attempts.flatMap(checksOf);
  });
}

function checksOf(scenario: ScenarioRecord): RequirementCheck[] {
  return scenario.checks.map((check) => ({ ...check, scenario: scenarioKey(scenario) }));
}

function together(attempts: readonly ScenarioRecord[]): RequirementCheck[] {
  const seen = attempts.map((attempt) => ({ attempt, checks: byClaim(checksOf(attempt)) }));
  const claims = new Set(seen.flatMap(({ checks }) => [...checks.keys()]));
  return [...claims].flatMap((claim) => {
    const verdicts = seen.map(({ attempt, checks }) => checks.get(claim)?.verdict ?? unsaid(attempt));
    const verdict = verdictOfAll(verdicts);
    const deciding = seen.findLast(({ checks }) =>
      verdict === 'unstable'
        ? ['failed', 'blocked'].includes(checks.get(claim)?.verdict ?? '')
        : checks.get(claim)?.verdict === verdict,
    );
    const check = deciding?.checks.get(claim);
    if (check === undefined) return [];
    if (verdict !== 'unstable') return [check];
    const told = `${verdicts.map((one, index) => `attempt ${index + 1}: ${one}`).join(', ')}. ${check.message ?? ''}`;
    return [{ ...check, verdict, message: told }];
  });
}

/** Rules about every response leave no record where they hold, unless the scenario ended early. */
function unsaid({ checks }: ScenarioRecord): CheckVerdict {
  return checks.some(({ verdict }) => verdict === 'blocked') ? 'blocked' : 'passed';
}

function verdictOfAll(verdicts: readonly CheckVerdict[]): CheckVerdict {
  const any = (verdict: CheckVerdict): boolean => verdicts.includes(verdict);
  if (any('harness-error')) return 'harness-error';
  if (any('passed') && (any('failed') || any('blocked'))) return 'unstable';
  if (any('failed')) return 'failed';
  return verdicts.at(-1) ?? 'passed';
}

/** The n-th check of a claim has its own key. */
function byClaim(checks: readonly RequirementCheck[]): Map<string, RequirementCheck> {
  const keyed = new Map<string, RequirementCheck>();
  for (const check of checks) {
    let key = `${check.requirement} ${check.claim}`;
    while (keyed.has(key)) key += ' again';
    keyed.set(key, check);
  }
  return keyed;
}

/** Whether the end of the run cut a scenario short. */
export function cutByTime(scenarios: readonly ScenarioRecord[]): boolean {
  return scenarios.some(({ checks }) => checks.some(({ cause }) => cause?.kind === 'time'));
}
