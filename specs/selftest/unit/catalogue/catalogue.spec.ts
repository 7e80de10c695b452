import { expect, test } from '@playwright/test';
import {
  areaOf,
  areas,
  describeUnknown,
  expand,
  familyOf,
  requirementById,
  requirements,
  ruleSet,
  suggest,
} from '../../../requirements/index.ts';
import { hashRequirements } from '../../../requirements/rule-set.ts';

/** The catalogue is well-formed, and what it demands changes only on purpose. */

/** Ids of the rows that a rule objects to: a failure then names all of them at once. */
const violating = (rule: (requirement: (typeof requirements)[number]) => boolean): string[] =>
  requirements.filter((requirement) => !rule(requirement)).map(({ id }) => id);

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

test('ids are unique and well-formed', () => {
  expect(repeated(requirements.map(({ id }) => id))).toEqual([]);
  expect(violating(({ id }) => /^[A-Z]+-[A-Z]+-\d{2}$/.test(id))).toEqual([]);
});

for (const area of areas) {
  test(`area ${area.id} has a description and only its own requirements`, () => {
    expect(area.description).toMatch(/^[A-Z].*\.$/);
    expect(area.title).toMatch(/^[A-Z].{2,18}$/);
    expect(area.requirements.length).toBeGreaterThan(0);
    expect(area.requirements.filter(({ id }) => areaOf(id) !== area.id)).toEqual([]);
    expect(expand(area.id)).toEqual(area.requirements);
  });
}

test('areas are unique', () => {
  expect(repeated(areas.map(({ id }) => id))).toEqual([]);
});

test('what is ambiguous is never a MUST', () => {
  expect(violating(({ level, basis }) => basis !== 'ambiguous' || level !== 'MUST')).toEqual([]);
});

test('a survey is exactly what the documentation is silent on', () => {
  expect(violating(({ level, basis }) => (level === 'SURVEY') === (basis === 'silent'))).toEqual([]);
});

test('statements are sentences of their own', () => {
  expect(violating(({ statement }) => statement === statement.trim() && /[.?]$/.test(statement))).toEqual([]);
  expect(violating(({ statement }) => !statement.startsWith('...'))).toEqual([]);
  expect(violating(({ level, statement }) => (level === 'SURVEY') === statement.endsWith('?'))).toEqual([]);
  expect(repeated(requirements.map(({ statement }) => statement.toLowerCase()))).toEqual([]);
});

/** Characters: a title stands on a chip and in a row of a phone, an impact on the first screen of a report. */
const limits = { title: 56, impact: 110 };

test('what can fail says in plain words what it promises, and what its violation means for people', () => {
  const canFail = requirements.filter(({ level, excluded }) => level !== 'SURVEY' && excluded === undefined);
  for (const field of ['title', 'impact'] as const) {
    const bad = canFail.filter((one) => {
      const text = one[field] ?? '';
      return text === '' || text.length > limits[field] || text !== text.trim();
    });
    expect(
      bad.map(({ id }) => id),
      field,
    ).toEqual([]);
  }
  expect(violating(({ title = 'Two words' }) => /^[A-Z].*[^.?!]$/.test(title))).toEqual([]);
  expect(violating(({ impact = 'A sentence.' }) => /^["A-Z].*\.$/.test(impact))).toEqual([]);
  expect(repeated(canFail.map(({ title = '' }) => title.toLowerCase()))).toEqual([]);
  expect(
    violating(
      ({ id, title, impact }) => canFail.some((one) => one.id === id) || (title ?? impact) === undefined,
    ),
  ).toEqual([]);
});

test('sources agree with the basis', () => {
  const opening = {
    page: /^(Conversations|Messages|Users) page: /,
    companion: / (page|reference|conversations|others): /,
    implied: /^follows from: ./,
    ambiguous: /^(documentation contradicts itself|official sources differ): .+ \/ ./,
    silent: /^documentation is silent$/,
  };
  expect(violating(({ basis, source }) => opening[basis].test(source))).toEqual([]);
});

test('versions are dates and name a period', () => {
  const isDate = (date: string | undefined): boolean => date === undefined || /^20\d\d-\d\d-\d\d$/.test(date);
  expect(violating(({ since, until }) => isDate(since) && isDate(until))).toEqual([]);
  expect(
    violating(({ since, until }) => since === undefined || until === undefined || since < until),
  ).toEqual([]);
});

test('needed capabilities are listed once, and never as an empty list', () => {
  expect(violating(({ needs }) => needs?.length !== 0 && repeated(needs ?? []).length === 0)).toEqual([]);
});

test('an excluded row says why', () => {
  expect(requirements.filter(({ excluded }) => excluded !== undefined).map(({ id }) => id)).toEqual([
    'DELETE-UI-01',
  ]);
  expect(requirementById('DELETE-UI-01')?.excluded).toMatch(/REST\.$/);
});

test('an id is found by its exact name only', () => {
  expect(requirementById('PUT-MERGE-01')?.id).toBe('PUT-MERGE-01');
  expect(requirementById('PUT-MERGE')).toBeUndefined();
});

test('ids have an area and a family', () => {
  expect(areaOf('PUT-MERGE-01')).toBe('PUT');
  expect(familyOf('PUT-MERGE-01')).toBe('PUT-MERGE');
});

test('a selector names an id, a family, an area or a pattern, in capitals or not', () => {
  expect(expand('PUT-MERGE-03').map(({ id }) => id)).toEqual(['PUT-MERGE-03']);
  expect(expand('PUT-CREATE')).toEqual(requirements.filter(({ id }) => familyOf(id) === 'PUT-CREATE'));
  expect(expand('PUT')).toEqual(requirements.filter(({ id }) => areaOf(id) === 'PUT'));
  for (const nothing of ['', 'P', 'PUT-', 'PUT-M', 'PUT.MERGE', 'PUT-MERGE-1', 'PUT-MERGE-01-', 'toString']) {
    expect(expand(nothing), nothing).toEqual([]);
  }
  expect(expand('put-merge')).toEqual(expand('PUT-MERGE'));
  expect(expand('PUT-*')).toEqual(expand('PUT'));
  expect(expand('*-MERGE-01').map(({ id }) => id)).toEqual(['PUT-MERGE-01']);
});

test('a mistyped selector gets near names', () => {
  expect(suggest('PUT-MEGRE')).toContain('PUT-MERGE');
  expect(suggest('put-merge-01')[0]).toBe('PUT-MERGE-01');
  expect(suggest('DELTE')[0]).toBe('DELETE');
  expect(suggest('PUT-MERGE-99')).toHaveLength(3);
  expect(suggest('')).toEqual([]);
  expect(suggest('something else entirely')).toEqual([]);
  expect(describeUnknown('PUT-MERG')).toMatch(
    /^"PUT-MERG" is not a requirement, family or area; did you mean PUT-MERGE(, [A-Z-]+)*( or [A-Z-]+)?\?$/,
  );
  expect(describeUnknown('Q')).toBe(
    '"Q" is not a requirement, family or area. A valid example: PUT-MERGE-01',
  );
});

test('the rule set hash follows what decides a verdict, and nothing else', () => {
  const [first, ...others] = requirements;
  const withFirst = (change: object): string => hashRequirements([{ ...first!, ...change }, ...others]);
  expect(ruleSet.hash).toBe(withFirst({}));
  expect(ruleSet.hash).toMatch(/^[0-9a-f]{16}$/);
  expect(hashRequirements(requirements.toReversed())).toBe(ruleSet.hash);
  expect(withFirst({ source: 'elsewhere', title: 'Other words', impact: 'Others.' })).toBe(ruleSet.hash);
  for (const change of [
    { level: 'SHOULD' },
    { basis: 'implied' },
    { statement: 'Something else.' },
    { since: '2021-02-09' },
    { until: '2021-02-09' },
    { needs: ['jwt'] },
    { excluded: 'Not observable over REST.' },
  ]) {
    expect(withFirst(change), JSON.stringify(change)).not.toBe(ruleSet.hash);
  }
});
