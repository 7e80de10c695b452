import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { schema } from '@stryker-mutator/api/core';
import { sampleTag } from '../../support/speeds.ts';
import { describeRun, folder, survivorsIn } from './explain.ts';
import { partsOf, type ScenarioIdentity } from './parts.ts';
import { survivors } from './survivors.ts';

/** What is kept about mutants that live on has to be about the source as it is; `npm run mutate` finds out the rest. */
const files = [...new Set(survivors.map(({ file }) => file))];
const partsIn = (file: string): readonly ScenarioIdentity[] =>
  partsOf(readFileSync(`${folder}${file}`, 'utf8'));

for (const file of files)
  test(`what is kept about mutants of ${file} is about its source`, { tag: sampleTag }, () => {
    expect(existsSync(`${folder}${file}`)).toBe(true);
    const parts = partsIn(file);
    for (const { parts: named, mutations = [] } of survivors.filter((one) => one.file === file)) {
      const texts = named.map((path) => parts.find((part) => part.path === path)?.text);
      expect(texts, named.join(', ')).not.toContain(undefined);
      for (const mutation of mutations) {
        const before = mutation.split(' => ')[0]?.replace(/…$/, '') ?? '';
        expect(
          texts.some((text) => text?.includes(before)),
          mutation,
        ).toBe(true);
      }
    }
  });

/** A report of one mutant of a comparison in a rule that is kept as undocumented, and of one that is not. */
const source = `export const listRules = {
  isAfterBound: (_ctx, at, bound) => lastMessageAt > bound,
  selects: () => lastMessageAt > bound,
};
`;
const mutant = (
  id: string,
  line: number,
  column: number,
  status: schema.MutantStatus,
): schema.MutantResult => ({
  ...{ id, status, mutatorName: 'EqualityOperator', replacement: 'lastMessageAt >= bound' },
  location: { start: { line, column }, end: { line, column: column + 'lastMessageAt > bound'.length } },
});
const report: schema.MutationTestResult = {
  schemaVersion: '1',
  thresholds: { high: 80, low: 60 },
  files: {
    [`${folder}rules/list.ts`]: {
      language: 'typescript',
      source,
      mutants: [
        mutant('1', 2, 38, 'Survived'),
        mutant('2', 3, 18, 'NoCoverage'),
        { ...mutant('3', 3, 18, 'Killed'), statusReason: 'failed LIST-ALL-01: all are listed' },
      ],
    },
  },
};

test(
  'a mutant that lives on is explained by its rule and its change, wherever it stands',
  { tag: sampleTag },
  () => {
    const found = survivorsIn(report);
    expect(found.map(({ part, mutation }) => [part, mutation])).toEqual([
      ['listRules.isAfterBound', 'lastMessageAt > bound => lastMessageAt >= bound'],
      ['listRules.selects', 'lastMessageAt > bound => lastMessageAt >= bound'],
    ]);
    expect(found.map(({ explanation }) => explanation?.reason)).toEqual(['undocumented', undefined]);
    expect(describeRun(report, found)).toContain('1 killed, 1 of them by a failing check');
    expect(describeRun(report, found)).toContain('1 undocumented, 0 elsewhere, 0 untried, 1 not explained');
  },
);
