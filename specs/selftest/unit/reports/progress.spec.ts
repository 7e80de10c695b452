/** What a run shows while it runs. */
import { expect, test } from '@playwright/test';
import { barOf, legend, markOf, Progress, progressKind, type Mark } from '../../../../reports/progress.ts';
import { ruleSet, ruleSetNamed } from '../../../requirements/index.ts';
import { sampleScenarios, type Sample } from '../../support/sample.ts';

const marks = (sample: Sample): Set<Mark> =>
  new Set(sampleScenarios(sample).map((scenario) => markOf(scenario, ruleSet)));

test('a mark tells the worst of a scenario, by the level of what it judges', () => {
  expect([...marks({})].sort()).toEqual(['.', 's']);
  expect(marks({ failed: ['PUT-MERGE-01'] })).toContain('F');
  expect(marks({ failed: ['PUT-MERGE-05'] })).toContain('W');
  expect(marks({ blocked: { 'PUT-MERGE-01': 'cause' } })).toContain('b');
  expect(marks({ blocked: { 'PUT-MERGE-01': 'cause' }, failed: ['PUT-MERGE-02'] })).not.toContain('b');
  expect(marks({ broken: ['PUT-MERGE-01'] })).toContain('E');
  for (const mark of marks({ failed: ['PUT-MERGE-01'] })) expect(legend).toContain(`${mark} `);
});

test('what is newer than the rule set only warns', () => {
  const [scenario] = sampleScenarios({ failed: ['PUT-SCOPE-01'] }).filter(({ declared }) =>
    declared.includes('PUT-SCOPE-01'),
  );
  if (scenario === undefined) throw new Error('no scenario');
  expect(markOf(scenario, ruleSetNamed('1.0'))).toBe('W');
  expect(markOf(scenario, ruleSet)).toBe('F');
});

test('what was not asked for leaves no mark, unless it broke the suite', () => {
  const marksOf = (sample: Sample, selected: string): Set<Mark> =>
    new Set(sampleScenarios(sample).map((scenario) => markOf(scenario, ruleSet, (id) => id === selected)));
  expect(marksOf({ failed: ['PUT-MERGE-01'] }, 'PUT-MERGE-02')).not.toContain('F');
  expect(marksOf({ failed: ['PUT-MERGE-01'] }, 'PUT-MERGE-01')).toContain('F');
  expect(marksOf({ broken: ['PUT-MERGE-01'] }, 'PUT-MERGE-02')).toContain('E');
});

test('a bar on a terminal, marks elsewhere, nothing in CI', () => {
  expect(progressKind(true, {})).toBe('bar');
  expect(progressKind(false, {})).toBe('marks');
  expect(progressKind(true, { TERM: 'dumb' })).toBe('marks');
  for (const terminal of [true, false]) expect(progressKind(terminal, { CI: 'true' })).toBe('none');
  expect(progressKind(true, { CI: 'false' })).toBe('bar');
});

test('the bar tells count, time left and what needs attention, within the width of the terminal', () => {
  const some: Mark[] = ['.', '.', 'F', 'b'];
  expect(barOf(some, 8, 4000, 100)).toBe('[############------------] 4 of 8, 4 s left: 1 failed, 1 blocked');
  expect(barOf(some, 8, 400_000, 100)).toContain('6 min 40 s left');
  expect(barOf(some, 8, 4000, 40)).toHaveLength(39);
});

test('the legend stands once, before the first mark', () => {
  let text = '';
  const progress = new Progress(100, 'marks', { write: (part) => (text += part) });
  for (let count = 0; count < 100; count++) progress.add('.');
  progress.end();
  expect(text.split('\n')).toEqual([legend, '.'.repeat(80), '.'.repeat(20), '']);
});
