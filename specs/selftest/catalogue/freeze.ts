/**
 * Writes the catalogue down as its newest rule set: `npx tsx specs/selftest/catalogue/freeze.ts`. A rule set that was
 * released is never written again: a changed or new requirement belongs to a new one.
 */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { requirements } from '../../requirements/index.ts';
import { ruleSetOf } from '../../requirements/rule-set.ts';
import { newestRuleSet } from '../../requirements/rule-sets.ts';

const { version } = newestRuleSet;
const file = new URL(`../../requirements/rule-sets/${version}.json`, import.meta.url);
writeFileSync(file, await format(JSON.stringify(ruleSetOf(version, requirements)), { parser: 'json' }));
