/** The comparison for a terminal: what differs, grouped by what it means. Plain text, apart from colours. */
import pc from 'picocolors';
import { idLines } from '../ids.ts';
import { capitalised, oneLine } from '../text.ts';
import { wordsOf } from '../words.ts';
import type { Comparison, RequirementComparison, Side, SurveyComparison } from './compare.ts';
import { changes, changeWords, differentParts, relations, relationWords, sentence } from './words.ts';

/** Characters of a line at most. */
const lineLimit = 140;

const indent = '      ';

export function comparisonText(comparison: Comparison, colour = false): string {
  const { a, b, requirements, surveys } = comparison;
  const paint = pc.createColors(colour);
  const group = (name: string, count: number, meaning: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [[paint.bold(`${capitalised(name)} (${count}): ${meaning}`), ...lines].join('\n')];
  const parts = [
    paint.bold(oneLine(sentence(comparison), 1000)),
    ...differentParts(comparison).map((one) => paint.yellow(oneLine(one, 1000))),
    [sideLine('A', a), sideLine('B', b)].join('\n'),
    ...changes.flatMap((change) => {
      const those = requirements.filter((one) => one.change === change);
      // What was not judged before is no finding: its ids will do.
      const lines = change === 'gained' ? idsOnly(those) : those.flatMap(requirementLines);
      return group(change, those.length, changeWords[change], lines);
    }),
    ...relations.flatMap((relation) => {
      if (relation === 'same') return [];
      const rules = requirements.filter((one) => one.relation === relation && one.change === 'none');
      const answers = surveys.filter((one) => one.relation === relation);
      const lines = [
        ...(relation === 'missing' ? idsOnly(rules) : rules.flatMap(requirementLines)),
        ...answers.flatMap(answerLines),
      ];
      return group(relation, rules.length + answers.length, relationWords[relation], lines);
    }),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sideLine(label: string, { name, report }: Side): string {
  const { target, verdict, startedAt } = report;
  const told = oneLine(
    `${target['target'] ?? ''}, app ${target['appId'] ?? ''}: ${verdict}, ${startedAt} (${name})`,
    300,
  );
  return `  ${label}  ${told}`;
}

function requirementLines({ a, b }: RequirementComparison): string[] {
  const detail = b.detail || a.detail;
  return [
    `  ${a.id}  ${oneLine(a.statement, lineLimit - a.id.length)}`,
    `${indent}A ${wordsOf(a.verdict).title}, B ${wordsOf(b.verdict).title}${detail === '' ? '' : `: ${oneLine(detail, lineLimit)}`}`,
  ];
}

function answerLines({ requirement, question, a, b }: SurveyComparison): string[] {
  const answer = (text: string | undefined): string => oneLine(text ?? 'no answer', lineLimit);
  return [
    `  ${requirement}  ${oneLine(question, lineLimit - requirement.length)}`,
    `${indent}A  ${answer(a)}`,
    `${indent}B  ${answer(b)}`,
  ];
}

function idsOnly(rows: readonly RequirementComparison[]): string[] {
  return idLines(rows.map(({ a }) => a.id)).map((line) => `  ${line}`);
}
