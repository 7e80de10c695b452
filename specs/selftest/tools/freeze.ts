/**
 * Releases the catalogue as a rule set: `npx tsx specs/selftest/tools/freeze.ts VERSION` writes it down in a file that
 * never changes again. Which version is next follows from what is released already.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { releasedRuleSets, ruleSet } from '../../requirements/rule-sets.ts';
import { fingerprint, ruleSetFile } from '../unit/catalogue/released.ts';

const usage = 'npx tsx specs/selftest/tools/freeze.ts VERSION';

/** The text of that version's file. Throws where it is released already, or is not the next one. */
export async function frozen(version: string | undefined): Promise<string> {
  const released = releasedRuleSets.map((rules) => rules.version);
  const next = released.includes(ruleSet.version)
    ? `nothing has changed since ${ruleSet.version}`
    : `the next one is ${ruleSet.version}`;
  if (version === undefined) throw new Error(`say which version: ${usage}; ${next}`);
  if (released.includes(version))
    throw new Error(`rule set ${version} is released and never changes; ${next}`);
  if (version !== ruleSet.version) throw new Error(`rule set ${version} cannot be released now; ${next}`);
  return format(JSON.stringify(ruleSet), { parser: 'json' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [version] = process.argv.slice(2);
  try {
    const text = await frozen(version);
    writeFileSync(ruleSetFile(ruleSet.version), text, { flag: 'wx' });
    console.log(`Add to released.ts: '${ruleSet.version}': '${fingerprint(text)}',`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
