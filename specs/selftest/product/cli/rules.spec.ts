/** `--rules`: the rule set by which a run judges. */
import { expect, test } from '@playwright/test';
import { ruleSet, ruleSetNamed, ruleSets } from '../../../requirements/index.ts';
import { conformance } from '../../support/conformance.ts';

test('--rules takes a version that exists, and names those otherwise', async () => {
  const wrong = await conformance(['run', '--rules', '9.9']);
  expect(wrong.output.trim()).toBe(
    `--rules: "9.9" is not a rule set; known: ${ruleSets.map(({ version }) => version).join(', ')}. A valid example: ${ruleSet.version}`,
  );
  expect(wrong.exitCode).toBe(2);
  const right = await conformance(['run', '--only', 'RETRIEVE-MISSING'], { CONFORMANCE_RULES: '1.0' });
  expect(right.exitCode, right.output).toBe(0);
  expect(right.report).toMatchObject({
    rules: { version: '1.0', hash: ruleSetNamed('1.0').hash },
    target: { rules: '1.0' },
  });
});
