/** Which scenarios a quick run keeps. */
import { expect, test } from '@playwright/test';
import { firstCases } from '../../../../reports/quick.ts';

const file = '/put/merge.spec.ts';
const scenarios = [
  { title: 'a detail', ids: ['A'], file: '/put/merge-unchanged.spec.ts' },
  { title: 'the first', ids: ['A'], file },
  { title: 'the same again', ids: ['A'], file },
  { title: 'one more id', ids: ['A', 'B'], file },
  { title: 'both again', ids: ['A', 'B'], file },
  { title: 'another', ids: ['C'], file: '/put/merge.spec.js' },
];
const titles = (wanted: (id: string) => boolean): string[] =>
  firstCases(scenarios, wanted).map(({ title }) => title);

test('a scenario is kept only where it judges what none before it does', () => {
  expect(titles(() => true)).toEqual(['the first', 'one more id', 'another']);
});

test('what a family is about comes before its details', () => {
  expect(titles((id) => id === 'A')).toEqual(['the first']);
});

test('what is not selected keeps no scenario', () => {
  expect(titles((id) => id === 'B')).toEqual(['one more id']);
});
