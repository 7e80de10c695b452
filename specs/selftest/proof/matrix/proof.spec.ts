import { expect, test } from '@playwright/test';
import { DEFECTS, type Defect } from '../../../../fixtures/server/index.ts';
import { readProof } from '../../../../reports/proof.ts';
import { requirements } from '../../../requirements/index.ts';
import { sampleTag } from '../../support/speeds.ts';

/** What reports and README show of the kill matrix is kept in a file, and is about these requirements and defects. */
const proof = readProof();
const defects: Readonly<Record<string, Defect>> = DEFECTS;
const stale = 'reports/proof.json is out of date; renew it: npm run matrix -- --publish && npm run generate';

test('every checked requirement has the defects that have to turn it red', { tag: sampleTag }, () => {
  const checked = requirements.filter(({ level, excluded }) => level !== 'SURVEY' && !excluded);
  const wanted = checked.map(({ id }) => [
    id,
    Object.keys(defects)
      .filter((name) => defects[name]?.must.includes(id))
      .sort(),
  ]);
  expect(proof.requirements, stale).toEqual(Object.fromEntries(wanted));
});

test('every defect was on trial', { tag: sampleTag }, () => {
  expect(proof.figures.defects, stale).toBe(Object.keys(defects).length);
});
