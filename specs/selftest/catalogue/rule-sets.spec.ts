/** A released rule set never changes, and what is newer than the rule set of a run is told and decides nothing. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { compare, gated } from '../../../reports/compare/compare.ts';
import { buildRunReport } from '../../../reports/run-report.ts';
import { consoleReport } from '../../../reports/writers/console.ts';
import { writers } from '../../../reports/writers/index.ts';
import type { RunReport } from '../../../schemas/report/run-report.ts';
import { reportIssues } from '../../../schemas/report/validate.ts';
import { requirements, ruleSet, ruleSets, under, type Requirement } from '../../requirements/index.ts';
import { ruleSetOf } from '../../requirements/rule-set.ts';
import { sampleReport, sampleScenarios } from '../reports/sample.ts';
import { conformance } from '../support/conformance.ts';

/** Fingerprints of the released rule sets. An entry never changes; a release adds one. */
const released: Readonly<Record<string, string>> = {
  '1.0': '02ed86496ef5a3dc',
};

test('released rule sets are as they were released', () => {
  const fingerprints = ruleSets.map(({ version }) => {
    const file = new URL(`../../requirements/rule-sets/${version}.json`, import.meta.url);
    return [version, createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)];
  });
  expect(Object.fromEntries(fingerprints), 'a new or changed requirement belongs to a new rule set').toEqual(
    released,
  );
});

test('the newest rule set is the catalogue', () => {
  const current = ruleSetOf(ruleSet.version, requirements);
  expect(current, 'renew it: npx tsx specs/selftest/catalogue/freeze.ts').toEqual(ruleSet);
  expect(Object.keys(current.levels)).toEqual(Object.keys(ruleSet.levels));
});

test('each requirement names the rule set that brought it', () => {
  for (const requirement of requirements.filter(({ excluded }) => excluded === undefined)) {
    const first = ruleSets.find((rules) => under(requirement, rules).newer === undefined);
    expect(requirement.addedIn ?? '1.0', requirement.id).toBe(first?.version);
  }
});

const row: Requirement = {
  id: 'PUT-MERGE-99',
  level: 'MUST',
  basis: 'page',
  statement: 'What a later edition of the documentation says.',
  source: 'Conversations page: later',
  addedIn: '1.1',
};
const catalogue = [...requirements, row];
const sets = { '1.0': ruleSet, '1.1': ruleSetOf('1.1', catalogue) };

/** A run over the catalogue and one row more, which does not hold. */
function runOf(
  version: keyof typeof sets,
  verdict: 'failed' | 'blocked' = 'failed',
  strict = false,
): RunReport {
  const { target, runId, seed } = sampleReport();
  const [first, ...others] = sampleScenarios();
  if (first === undefined) throw new Error('no sample');
  const check = { requirement: row.id, claim: 'later', verdict, message: 'otherwise', exchanges: [] };
  return buildRunReport({
    catalogue,
    rules: sets[version],
    run: {
      ...{ target: { ...target, strict: String(strict), rules: version }, runId, seed, only: [], strict },
      ...{ workers: 2, maxDurationMs: 1, reportDir: 'x' },
    },
    scenarios: [{ ...first, checks: [...first.checks, { ...check, durationMs: 1 }] }, ...others],
    ...{ problems: [], baseline: [], startedAt: new Date(0), durationMs: 1 },
  });
}

const written = (name: string, report: RunReport): string => writers[name]?.(report) ?? '';

test('a row since 1.1 that is violated: 0 under 1.0, 1 under 1.1, in every output', () => {
  const [older, newer] = [runOf('1.0'), runOf('1.1')];
  expect([older.exitCode, newer.exitCode]).toEqual([0, 1]);
  expect([older.rules.version, newer.rules.version]).toEqual(['1.0', '1.1']);
  expect(older.rules.hash).toBe(ruleSet.hash);
  expect(newer.rules.hash).not.toBe(ruleSet.hash);
  expect([older, newer].map((report) => reportIssues(report))).toEqual([[], []]);

  expect(older.requirements.at(-1)).toMatchObject({ verdict: 'warned', level: 'MUST', newer: '1.1' });
  expect(newer.requirements.at(-1)).toMatchObject({ verdict: 'failed', level: 'MUST' });
  expect(older.counts).toEqual(sampleReport().counts);
  expect(newer.counts.MUST['failed']).toBe(1);
  expect(older.summary).toMatch(/^Conformant: \d+ MUST requirements hold, 0 warnings\.$/);

  expect(written('junit.xml', older)).not.toMatch(/<(failure|error)/);
  expect(written('junit.xml', older)).toContain('MUST since rule set 1.1, decides nothing: warning: later');
  expect(written('junit.xml', newer).match(/<failure/g)).toHaveLength(1);
  expect(written('badge.json', older)).toBe(written('badge.json', sampleReport()));
  expect(JSON.parse(written('badge.json', newer))).toMatchObject({ isError: true, color: 'red' });
  expect(written('summary.md', older)).toContain('## ✅ Conformant');
  expect(written('summary.md', newer)).toContain('## ❌ Not conformant');
  expect(written('summary.md', newer).match(/\| MUST \|/g)).toHaveLength(1);
});

test('what is newer is told in words, beside the requirement and once for all', () => {
  const older = runOf('1.0');
  const sentence =
    'Judged by rule set 1.0: 1 requirement is newer than that, and decides nothing (1 warned).';
  const terminal = consoleReport(older, { colour: false, reportDir: 'x' });
  for (const text of [terminal, written('summary.md', older), written('index.html', older)]) {
    expect(text).toContain(sentence);
    expect(text).toContain('MUST since rule set 1.1');
    expect(text).toContain(`${older.suite.name} ${older.suite.version}`);
    expect(text).toContain(older.rules.hash);
  }
  expect(consoleReport(sampleReport(), { colour: false, reportDir: 'x' })).not.toContain('newer');
});

test('neither a gap nor strictness makes a newer row decide', () => {
  expect(runOf('1.0', 'failed', true).exitCode).toBe(0);
  expect([runOf('1.0', 'blocked').exitCode, runOf('1.1', 'blocked').exitCode]).toEqual([0, 3]);
  expect(written('junit.xml', runOf('1.0', 'blocked'))).not.toContain('<error');
});

test('a level that was raised later counts as it was', () => {
  const [first] = requirements.filter(({ level }) => level === 'SHOULD');
  if (first === undefined) throw new Error('no SHOULD');
  expect(under({ ...first, level: 'MUST' }, ruleSet)).toEqual({ level: 'SHOULD' });
});

test('a comparison: other rule sets are refused in words, newer rows close no gate', () => {
  const held = runOf('1.0');
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
  expect(() => compare(a, { name: 'b', report: runOf('1.1') })).toThrow(
    /a was judged by rule set 1\.0 \(\w+\), b by 1\.1 \(\w+\): judge both with .*--rules/,
  );
});

test('--rules takes a version that exists, and names those otherwise', async () => {
  const wrong = await conformance(['run', '--rules', '9.9']);
  expect(wrong.output.trim()).toBe(
    `--rules: "9.9" is no rule set; there is ${Object.keys(released).join(', ')}. A valid example: ${ruleSet.version}`,
  );
  expect(wrong.exitCode).toBe(2);
  const right = await conformance(['run', '--only', 'RETRIEVE-MISSING'], { CONFORMANCE_RULES: '1.0' });
  expect(right.exitCode, right.output).toBe(0);
  expect(right.report).toMatchObject({
    rules: { version: '1.0', hash: ruleSet.hash },
    target: { rules: '1.0' },
  });
});
