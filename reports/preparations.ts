/** What preparations saw the target violate. */
import type { RequirementCheck } from '../schemas/report/run-report.ts';
import { attemptsOfEach } from './attempts.ts';
import { scenarioKey, type ScenarioRecord } from '../schemas/report/scenario-record.ts';

/**
 * The first violation that a preparation saw, for each requirement whose own checks saw none. Otherwise the requirement
 * would be told as the cause that blocks others, and hold.
 *
 * @param chosen whether scenarios were chosen by their titles, so that a requirement may have no check of its own
 */
export function violationsSeen(
  scenarios: readonly ScenarioRecord[],
  checks: readonly RequirementCheck[],
  chosen = false,
): RequirementCheck[] {
  const seen = new Map<string, RequirementCheck>();
  for (const scenario of lastAttempts(scenarios))
    for (const violation of scenario.violations ?? [])
      if (!seen.has(violation.requirement) && isHeld(violation.requirement, checks, chosen))
        seen.set(violation.requirement, { ...violation, scenario: scenarioKey(scenario) });
  return [...seen.values()];
}

function isHeld(id: string, checks: readonly RequirementCheck[], chosen: boolean): boolean {
  const own = checks.filter(({ requirement }) => requirement === id);
  const passed = own.filter(({ verdict }) => verdict === 'passed');
  const inapplicable = own.filter(({ verdict }) => verdict === 'not-applicable');
  return (passed.length > 0 || chosen) && passed.length + inapplicable.length === own.length;
}

/** What was judged again counts as it was seen at last. Shards may hold the same scenario, and are no attempts. */
function lastAttempts(scenarios: readonly ScenarioRecord[]): readonly ScenarioRecord[] {
  return attemptsOfEach(scenarios).flatMap((attempts) =>
    attempts.filter(({ attempt }) => attempt === attempts.at(-1)?.attempt),
  );
}
