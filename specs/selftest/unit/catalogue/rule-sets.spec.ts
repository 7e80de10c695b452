/** A released rule set never changes, and what is newer than the rule set of a run is told and decides nothing. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { explain } from '../../../../reports/cli/explain.ts';
import { compare, gated } from '../../../../reports/compare/compare.ts';
import { buildRunReport } from '../../../../reports/run-report.ts';
import { consoleReport } from '../../../../reports/writers/console.ts';
import { writers } from '../../../../reports/writers/index.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import { reportIssues } from '../../../../schemas/report/validate.ts';
import {
  broughtBy,
  requirementById,
  requirements,
  ruleSet,
  ruleSetNamed,
  ruleSets,
  under,
  type Requirement,
} from '../../../requirements/index.ts';
import { ruleSetOf } from '../../../requirements/rule-set.ts';
import { releasedRuleSets } from '../../../requirements/rule-sets.ts';
import { sampleReport, sampleScenarios } from '../../support/sample.ts';
import { frozen } from '../../tools/freeze.ts';
import { fingerprint, released, ruleSetFile } from './released.ts';

test('released rule sets are as they were released', () => {
  const fingerprints = releasedRuleSets.map(({ version }) => [
    version,
    fingerprint(readFileSync(ruleSetFile(version), 'utf8')),
  ]);
  expect(Object.fromEntries(fingerprints)).toEqual(released);
});

test('the newest rule set is the catalogue', () => {
  expect(ruleSet).toEqual(ruleSetOf(ruleSet.version, requirements));
  expect(ruleSets.map(({ version }) => version)).toEqual([
    ...new Set([...Object.keys(released), ruleSet.version]),
  ]);
});

test('what a released rule set knows stays in the catalogue: ids are permanent', () => {
  const ids = releasedRuleSets.flatMap(({ levels }) => Object.keys(levels));
  expect(ids.filter((id) => requirementById(id) === undefined)).toEqual([]);
});

test('each requirement names the rule set that brought it', () => {
  const { levels } = ruleSetNamed('1.0');
  for (const { id } of requirements.filter(({ excluded }) => excluded === undefined)) {
    expect(broughtBy(id) === '1.0', id).toBe(![undefined, 'excluded'].includes(levels[id]));
    expect(explain(id), id).toMatch(
      new RegExp(`^  rule set +${broughtBy(id).replace('.', '[.]')} and later`, 'm'),
    );
  }
});

test('a rule set is frozen once, under the next version, as the catalogue is', async () => {
  await expect(frozen(undefined)).rejects.toThrow(/say which version: npx tsx .*freeze\.ts VERSION/);
  for (const version of Object.keys(released))
    await expect(frozen(version)).rejects.toThrow(`rule set ${version} is released and never changes`);
  await expect(frozen('99.0')).rejects.toThrow('rule set 99.0 cannot be released now');
  test.skip(ruleSet.version in released, 'nothing has changed since the last release');
  expect(JSON.parse(await frozen(ruleSet.version))).toEqual(ruleSet);
});

const row: Requirement = {
  id: 'PUT-MERGE-99',
  level: 'MUST',
  basis: 'page',
  statement: 'What a later edition of the documentation says.',
  source: 'Conversations page: later',
};
const catalogue = [...requirements, row];
/** The catalogue as it is, as a rule set of former times, and today's with the row. */
const sets = { older: ruleSetOf('0.9', requirements), newer: ruleSetOf(ruleSet.version, catalogue) };

/** A run over the catalogue and one row more, which does not hold. */
function runOf(name: keyof typeof sets, verdict: 'failed' | 'blocked' = 'failed', strict = false): RunReport {
  const { target, runId, seed } = sampleReport();
  const [first, ...others] = sampleScenarios();
  if (first === undefined) throw new Error('no sample');
  const check = { requirement: row.id, claim: 'later', verdict, message: 'otherwise', exchanges: [] };
  return buildRunReport({
    catalogue,
    rules: sets[name],
    run: {
      ...{
        target: { ...target, strict: String(strict), rules: sets[name].version },
        runId,
        seed,
        only: [],
        strict,
      },
      ...{ workers: 2, maxDurationMs: 1, reportDir: 'x' },
    },
    scenarios: [{ ...first, checks: [...first.checks, { ...check, durationMs: 1 }] }, ...others],
    ...{ problems: [], baseline: [], startedAt: new Date(0), durationMs: 1 },
  });
}

const since = `MUST since rule set ${ruleSet.version}`;
const written = (name: string, report: RunReport): string => writers[name]?.(report) ?? '';

test('a newer row that is violated: 0 under an older rule set, 1 under its own, in every output', () => {
  const [older, newer] = [runOf('older'), runOf('newer')];
  expect([older.exitCode, newer.exitCode]).toEqual([0, 1]);
  expect([older.rules.version, newer.rules.version]).toEqual(['0.9', ruleSet.version]);
  expect(older.rules.hash).toBe(sets.older.hash);
  expect(newer.rules.hash).toBe(sets.newer.hash);
  expect([older, newer].map((report) => reportIssues(report))).toEqual([[], []]);

  expect(older.requirements.at(-1)).toMatchObject({
    verdict: 'warned',
    level: 'MUST',
    newer: ruleSet.version,
  });
  expect(newer.requirements.at(-1)).toMatchObject({ verdict: 'failed', level: 'MUST' });
  expect(older.counts).toEqual(sampleReport().counts);
  expect(newer.counts.MUST['failed']).toBe(1);
  expect(older.summary).toMatch(/^Conformant: \d+ MUST requirements hold, 0 warnings\.$/);

  expect(written('junit.xml', older)).not.toMatch(/<(failure|error)/);
  expect(written('junit.xml', older)).toContain(`${since}, decides nothing: warning: later`);
  expect(written('junit.xml', newer).match(/<failure/g)).toHaveLength(1);
  expect(written('badge.json', older)).toBe(written('badge.json', sampleReport()));
  expect(JSON.parse(written('badge.json', newer))).toMatchObject({ isError: true, color: 'red' });
  expect(written('summary.md', older)).toContain('## ✅ Conformant');
  expect(written('summary.md', newer)).toContain('## ❌ Not conformant');
  expect(written('summary.md', newer).match(/\| MUST \|/g)).toHaveLength(1);
});

test('what is newer is told in words, beside the requirement and once for all', () => {
  const older = runOf('older');
  const sentence = 'Tested with rule set 0.9: 1 requirement is newer and decides nothing (1 warned).';
  const terminal = consoleReport(older, { colour: false, reportDir: 'x' });
  for (const text of [terminal, written('summary.md', older), written('index.html', older)]) {
    expect(text).toContain(sentence);
    expect(text).toContain(since);
    expect(text).toContain(`${older.suite.name} ${older.suite.version}`);
    expect(text).toContain(older.rules.hash);
  }
  expect(consoleReport(sampleReport(), { colour: false, reportDir: 'x' })).not.toContain('newer');
});

test('neither a gap nor strictness makes a newer row decide', () => {
  expect(runOf('older', 'failed', true).exitCode).toBe(0);
  expect([runOf('older', 'blocked').exitCode, runOf('newer', 'blocked').exitCode]).toEqual([0, 3]);
  expect(written('junit.xml', runOf('older', 'blocked'))).not.toContain('<error');
});

test('a level that was raised later counts as it was', () => {
  const [first] = requirements.filter(({ level }) => level === 'SHOULD');
  if (first === undefined) throw new Error('no SHOULD');
  expect(under({ ...first, level: 'MUST' }, ruleSet)).toEqual({ level: 'SHOULD' });
});

test('a comparison: other rule sets are refused in words, newer rows close no gate', () => {
  const held = runOf('older');
  const last = held.requirements.at(-1);
  const before = {
    ...held,
    requirements: [...held.requirements.slice(0, -1), { ...last!, verdict: 'passed' as const }],
  };
  const [a, b] = [
    { name: 'a', report: before },
    { name: 'b', report: held },
  ];
  expect(gated(compare(a, b), 'regression')).toEqual([]);
  expect(() => compare(a, { name: 'b', report: runOf('newer') })).toThrow(
    /a used rule set 0\.9 \(\w+\), b used [\d.]+ \(\w+\): test both with .*--rules/,
  );
});
