/** What ends a run with `--bail`: the first violation that decides its exit code. */
import type { RunSettings } from '../schemas/report/run-settings.ts';
import { scenarioKey, type ScenarioRecord } from '../schemas/report/scenario-record.ts';
import { requirementById, ruleSet, ruleSetNamed, under } from '../specs/requirements/index.ts';
import type { KnownFailure } from './baseline.ts';
import { selectedBy } from './selection.ts';
import { effectOf, judgeRequirement } from './verdict.ts';

type Run = Pick<RunSettings, 'only' | 'strict' | 'rules' | 'confirm'>;

/** Id of the first requirement that a scenario shows violated, as the whole run would judge it; undefined if none is. */
export function violatedIn(
  record: ScenarioRecord,
  { only, strict, rules: version, confirm = 0 }: Run,
  baseline: readonly KnownFailure[],
): string | undefined {
  // It will be judged again, and may hold then.
  if ((record.attempt ?? 1) <= confirm) return undefined;
  const rules = version === undefined ? ruleSet : ruleSetNamed(version);
  const violated = record.checks.find((check) => {
    const requirement = requirementById(check.requirement);
    if (check.verdict !== 'failed' || requirement === undefined) return false;
    const { verdict } = judgeRequirement({
      ...{ requirement, rules, surveys: [] },
      checks: [{ ...check, scenario: scenarioKey(record) }],
      selected: selectedBy(only)(requirement.id),
      knownFailure: baseline.find(({ id }) => id === requirement.id),
    });
    return effectOf({ ...under(requirement, rules), verdict }, strict) === 'non-conformant';
  });
  return violated?.requirement;
}
