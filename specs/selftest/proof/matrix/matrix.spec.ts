/**
 * The kill matrix: the suite against every variant of the reference server, one test each. A defect has to turn red what
 * it names and nothing else; a silent choice has to turn red nothing.
 *
 * `npm run proof` judges every defect, and every choice together with others that settle other questions; `npm test` the
 * clean server and a defect of each area. `npm run matrix` judges each choice alone, and takes some variants.
 */
import { expect, test as base } from '@playwright/test';
import { requirements } from '../../../requirements/index.ts';
import { sampleTag } from '../../support/speeds.ts';
import { openLane, type Lane } from './lanes.ts';
import { rowAttachment } from './matrix.ts';
import { isSlow, together } from './mixes.ts';
import { selectionFor, someOfAll, someVariants, variants } from './variants.ts';

const test = base.extend<object, { lane: Lane }>({
  lane: [
    async ({}, use) => {
      const lane = await openLane();
      await use(lane);
      lane.close();
    },
    { scope: 'worker' },
  ],
});

test.describe.configure({ mode: 'parallel', timeout: 300_000 });

for (const variant of together())
  test(variant.name, { tag: someVariants.has(variant) ? sampleTag : [] }, async ({ lane }, testInfo) => {
    const row = await lane.judge({
      variant: variant.name,
      selection: isSlow(variant) ? someOfAll : selectionFor(variant),
    });
    await testInfo.attach(rowAttachment, { body: JSON.stringify(row), contentType: 'application/json' });
    expect(row.missed, 'ids that this defect has to turn red, and that stay green').toEqual([]);
    expect(row.unexpected, 'ids that turn red though nothing breaks them').toEqual([]);
  });

test('every checked requirement has a defect that has to turn it red', { tag: sampleTag }, () => {
  const named = new Set(variants.flatMap(({ must }) => must));
  const checked = requirements.filter(({ level, excluded }) => level !== 'SURVEY' && !excluded);
  expect(checked.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});
