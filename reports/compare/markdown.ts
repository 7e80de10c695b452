import { capitalised } from '../text.ts';
import { code, plain, table } from '../writers/markdown.ts';
import { wordsOf } from '../words.ts';
import type { Comparison } from './compare.ts';
import { changes, changeWords, differentParts, relations, relationWords, sentence } from './words.ts';

/** The comparison for a terminal, a job summary or a review. Sameness is counted, not listed. */
export function comparisonMd(comparison: Comparison): string {
  const { a, b, requirements, surveys } = comparison;
  const side = (label: string, { name, report }: typeof a): string =>
    `- **${label}**: ${code(report.target['target'] ?? '')}, app ${code(report.target['appId'] ?? '')}, ` +
    `${report.startedAt}, ${report.verdict} (${code(name)})`;
  const parts = [
    '## Comparison of two conformance runs',
    ...differentParts(comparison).map((one) => `**${plain(one, 1000)}**`),
    plain(sentence(comparison), 1000),
    [side('A', a), side('B', b)].join('\n'),
  ];
  for (const change of changes) {
    const those = requirements.filter((one) => one.change === change);
    if (those.length > 0)
      parts.push(
        `### ${capitalised(change)} (${those.length})`,
        changeWords[change],
        requirementTable(those),
      );
  }
  for (const relation of relations.filter((one) => one !== 'same')) {
    const rules = requirements.filter((one) => one.relation === relation && one.change === 'none');
    const answers = surveys.filter((one) => one.relation === relation);
    if (rules.length + answers.length === 0) continue;
    parts.push(`### ${capitalised(relation)} (${rules.length + answers.length})`, relationWords[relation]);
    if (rules.length > 0) parts.push(requirementTable(rules));
    if (answers.length > 0)
      parts.push(
        table(
          ['requirement', 'question', 'A', 'B'],
          answers.map((one) => [
            one.requirement,
            plain(one.question),
            code(one.a ?? 'no answer'),
            code(one.b ?? 'no answer'),
          ]),
        ),
      );
  }
  return `${parts.join('\n\n')}\n`;
}

function requirementTable(rows: Comparison['requirements']): string {
  return table(
    ['requirement', 'statement', 'A', 'B', 'seen'],
    rows.map(({ a, b }) => [
      `**${a.id}**`,
      plain(a.statement),
      wordsOf(a.verdict).title,
      wordsOf(b.verdict).title,
      code(b.detail || a.detail, 300),
    ]),
  );
}
