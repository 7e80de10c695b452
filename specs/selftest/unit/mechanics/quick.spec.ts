/** Which scenarios a quick run keeps. */
import { expect, test } from '@playwright/test';
import { firstCases } from '../../../../reports/quick.ts';

const scenarios = [
  { title: 'the first', ids: ['A'] },
  { title: 'the same again', ids: ['A'] },
  { title: 'one more id', ids: ['A', 'B'] },
  { title: 'both again', ids: ['A', 'B'] },
  { title: 'another', ids: ['C'] },
];
const titles = (wanted: (id: string) => boolean): string[] =>
  firstCases(scenarios, wanted).map(({ title }) => title);

test('a scenario is kept only where it judges what none before it does', () => {
  expect(titles(() => true)).toEqual(['the first', 'one more id', 'another']);
});

test('what is not selected keeps no scenario', () => {
  expect(titles((id) => id === 'B')).toEqual(['one more id']);
});
