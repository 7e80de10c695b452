import { expect, test } from '@playwright/test';
import { DEFECTS, type Defect } from '../../../fixtures/server/index.ts';
import { readProof } from '../../../reports/proof.ts';
import { requirements, ruleSet } from '../../requirements/index.ts';

/** What reports show of the kill matrix is kept in a file; `npm run matrix -- --publish` renews it. */
const proof = readProof();
const defects: Readonly<Record<string, Defect>> = DEFECTS;

test('the kept proof is about these rules and these defects', () => {
  expect(proof.rules).toBe(ruleSet.hash);
  expect(proof.figures.defects).toBe(Object.keys(defects).length);
  expect([...new Set(Object.values(proof.requirements).flat())].sort()).toEqual(Object.keys(defects).sort());
});

test('it has every checked requirement, each with the defects that have to turn it red', () => {
  const checked = requirements.filter(({ level, excluded }) => level !== 'SURVEY' && !excluded);
  const wanted = checked.map(({ id }) => [
    id,
    Object.keys(defects)
      .filter((name) => defects[name]?.must.includes(id))
      .sort(),
  ]);
  expect(proof.requirements).toEqual(Object.fromEntries(wanted));
});
