/** `junit.xml` is valid for the strictest of its readers, and that reader is seen refusing. */
import { expect, test } from '@playwright/test';
import { junitXml } from '../../../../reports/writers/junit.ts';
import { refusedByJenkins } from './junit-schema.ts';
import { sampleReport } from '../../support/sample.ts';

const mixed = sampleReport({
  failed: ['PUT-MERGE-01', 'LIST-ALL-01', 'TRANSPORT-STATUS-05'],
  blocked: { 'READ-READ-01': 'no readState' },
  inapplicable: { 'AUTH-JWT-01': 'no jwt' },
  unstable: ['PUT-MERGE-02'],
  baseline: [{ id: 'LIST-ALL-01', reason: 'TICKET-1' }],
  problems: ['a report could not be read'],
  answers: { question: 'answer' },
});

for (const [name, report] of [
  ['conformant', sampleReport()],
  ['mixed', mixed],
  ['of one requirement', sampleReport({ only: ['PUT-MERGE-01'], failed: ['PUT-MERGE-01'] })],
  ['that broke', sampleReport({ broken: ['PUT-MERGE-01'] })],
  [
    'with a hostile text',
    sampleReport({ failed: ['PUT-MERGE-01'], text: ']]><testcase a="b">\u0000\u001b' }),
  ],
] as const)
  test(`Jenkins' schema takes the file of a run: ${name}`, () => {
    expect(refusedByJenkins(junitXml(report))).toEqual([]);
  });

test('a test case tells what its requirement is, whatever became of it', () => {
  const cases = junitXml(mixed).split('<testcase ').slice(1);
  const told = cases.filter(
    (one) => /<system-out>verdict: /.test(one) && /^level: MUST|SHOULD|SURVEY/m.test(one),
  );
  expect(told.length).toBeGreaterThan(100);
  expect(cases.length - told.length).toBe(1);
});

const xml = junitXml(mixed);
for (const [what, wrong, message] of [
  [
    'skipped of all suites',
    xml.replace('<testsuites ', '<testsuites skipped="1" '),
    '/testsuites: attribute skipped is not allowed',
  ],
  [
    'properties of a test case',
    xml.replace(/(<testcase [^>]*>)/, '$1<properties/>'),
    '/testsuites/testsuite/testcase: properties is not allowed here',
  ],
  [
    'a suite without its number of tests',
    xml.replace(/(<testsuite [^>]*)tests="\d+"/, '$1'),
    '/testsuites/testsuite: attribute tests is missing',
  ],
  [
    'a time that is no number',
    xml.replace(/(<testsuites [^>]*time=")[^"]*/, '$1soon'),
    '/testsuites: time is soon',
  ],
] as const)
  test(`it refuses ${what}`, () => {
    expect(refusedByJenkins(wrong)).toEqual([message]);
  });
