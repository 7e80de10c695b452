import { plural } from '../text.ts';
import { wordsOf } from '../words.ts';
import { renderPage } from '../writers/html/render.ts';
import type { Comparison } from './compare.ts';
import { changes, changeWords, differentParts, relations, relationWords, sentence } from './words.ts';

/** The comparison for people: one file, nothing loaded. */
export function comparisonHtml(comparison: Comparison): string {
  const { requirements, surveys } = comparison;
  return renderPage('comparison', {
    ...comparison,
    title: 'Comparison of two conformance runs',
    sentence: sentence(comparison),
    notes: differentParts(comparison),
    plural,
    wordsOf,
    relationWords,
    changes: changes.map((change) => ({
      change,
      meaning: changeWords[change],
      rows: requirements.filter((one) => one.change === change),
    })),
    relations: relations.map((relation) => ({
      relation,
      meaning: relationWords[relation],
      requirements: requirements.filter((one) => one.relation === relation),
      surveys: surveys.filter((one) => one.relation === relation),
    })),
  });
}
