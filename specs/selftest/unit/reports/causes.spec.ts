/** What blocked many requirements is told once, by what it is and not by the words in which it is told. */
import { expect, test } from '@playwright/test';
import { rootCauses } from '../../../../reports/causes.ts';
import { consoleReport } from '../../../../reports/writers/console.ts';
import { indexHtml } from '../../../../reports/writers/html/index.ts';
import { summaryMd } from '../../../../reports/writers/summary-md.ts';
import { sampleReport, type Sample } from '../../support/sample.ts';

const ids = ['PUT-MERGE-01', 'READ-READ-01', 'LIST-ALL-01'];
/** Each in other words, as scenarios with data of their own tell it. */
const blocked = Object.fromEntries(ids.map((id, index) => [id, `reading conversation ${index} failed`]));
const told = (sample: Sample) =>
  rootCauses(sampleReport({ blocked, ...sample })).map((one) => [one.requirement, one.blocked.length]);

test('what a violated requirement blocks is one cause', () => {
  expect(told({ cause: { kind: 'requirement', requirement: 'RETRIEVE-FOUND-01' } })).toEqual([
    ['RETRIEVE-FOUND-01', 3],
  ]);
});

test('so is a capability, and the end of the run', () => {
  expect(told({ cause: { kind: 'capability', capability: 'readState' } })).toEqual([[undefined, 3]]);
  expect(told({ cause: { kind: 'time' } })).toEqual([[undefined, 3]]);
});

test('so is the same answer to the same operation, and violations that show it are named', () => {
  const report = sampleReport({ failed: ['PUT-MERGE-02'] });
  const exchange = report.requirements.find(({ id }) => id === 'PUT-MERGE-02')?.checks[0]?.exchanges[0] ?? '';
  const again = sampleReport({
    failed: ['PUT-MERGE-02'],
    blocked,
    cause: { kind: 'precondition', exchange },
  });
  const [cause, ...others] = rootCauses(again);
  expect(others).toEqual([]);
  expect(cause?.blocked).toHaveLength(3);
  expect(cause?.seenIn.map(({ id }) => id)).toEqual(['PUT-MERGE-02']);
});

test('where nothing else is known, the same words are one cause', () => {
  const same = Object.fromEntries(ids.map((id) => [id, 'the same']));
  expect(told({ blocked: same })).toEqual([[undefined, 3]]);
  expect(told({})).toHaveLength(3);
});

test('every output names the requirement and what to do about it', () => {
  const advice = 'disclaim it: --capabilities -readState';
  const report = sampleReport({
    blocked,
    cause: { kind: 'requirement', requirement: 'RETRIEVE-FOUND-01', advice },
  });
  const text = consoleReport(report, { colour: false, reportDir: 'x' });
  expect(text).toMatch(
    /^Fix first: blocked by RETRIEVE-FOUND-01: reading conversation 0 failed: 3 blocked$/m,
  );
  for (const id of ids) expect(text).toContain(id);
  for (const output of [text, summaryMd(report)]) expect(output).toContain(advice);
  expect(indexHtml(report)).toContain('Disclaim it: --capabilities -readState');
});
