/** Texts of a target that are far too long. */
import { expect, test } from '@playwright/test';
import { writers } from '../../../../reports/writers/index.ts';
import { sampleReport } from '../../support/sample.ts';
import { longTag } from '../../support/speeds.ts';

test('texts of 1 MB make no output fail, and no page or summary too large', { tag: longTag }, () => {
  const text = 'é<'.repeat(5e5);
  const large = structuredClone(sampleReport({ failed: ['PUT-MERGE-01'] }));
  for (const exchange of large.scenarios[0]?.exchanges ?? [])
    Object.assign(exchange, {
      path: `/${text}`,
      responseBody: text,
      failure: text,
      issues: [text],
      drift: [text],
    });
  for (const check of large.requirements.find(({ id }) => id === 'PUT-MERGE-01')?.checks ?? [])
    Object.assign(check, { claim: text, expected: text, received: text, message: text, at: text });
  for (const survey of large.surveys) Object.assign(survey, { question: text, answer: text });
  Object.assign(large, {
    notes: [text],
    problems: [text],
    drift: [{ operation: 'x', pointer: text, count: 1 }],
  });
  large.cleanUp.left = [text];

  const sizes = new Map(Object.entries(writers).map(([name, write]) => [name, write(large).length]));

  expect(sizes.get('index.html')).toBeLessThan(5e6);
  expect(sizes.get('summary.md')).toBeLessThan(1e6);
  expect(sizes.get('badge.json')).toBeLessThan(1e3);
});
