import type { RunReport } from '../../schemas/report/run-report.ts';
import { alone } from '../exploration.ts';
import { oneLine, plural } from '../text.ts';
import type { Change, Comparison, Relation } from './compare.ts';

export const relationWords: Readonly<Record<Relation, string>> = {
  'B more lenient': 'B accepts what A refuses.',
  'B stricter': 'B refuses what A accepts.',
  'only A keeps it': 'A keeps the requirement. B violates it, but not by accepting too much.',
  'only B keeps it': 'B keeps the requirement. A violates it, but not by accepting too much.',
  different: 'Both respond differently, and neither is stricter.',
  missing: 'One of the two did not test it: it was not selected, not applicable or blocked.',
  same: 'Both keep it, both violate it, or both behave the same.',
};

export const changeWords: Readonly<Record<Exclude<Change, 'none'>, string>> = {
  regression: 'It held in A and is violated in B.',
  lost: 'It held in A and could not be tested in B.',
  fix: 'It was violated in A and holds in B.',
  gained: 'It could not be tested in A and was tested in B.',
};

export const relations = Object.keys(relationWords) as Relation[];
export const changes = Object.keys(changeWords) as Exclude<Change, 'none'>[];

/** Where the two did not try the same, what each of them tried; empty where both did. */
export function differentParts({ a, b }: Comparison): string[] {
  const [left, right] = [partOf(a.report), partOf(b.report)];
  const same = left === right && a.report.target['only'] === b.report.target['only'];
  return same
    ? []
    : [
        `The runs did not test the same requirements: A is ${left}, B is ${right}. What only one of them tested is listed as missing.`,
      ];
}

function partOf({ partial, quick, shard, exploration, target }: RunReport): string {
  if (alone(exploration) !== undefined) return 'an exploration';
  const selected = oneLine(target['only'] ?? 'everything', 200);
  const words = [
    quick ? 'a quick run (the first case of each requirement)' : partial ? 'a partial run' : 'a whole run',
    selected === 'everything' ? [] : `of ${selected}`,
    shard === undefined ? [] : `, shard ${shard}`,
  ];
  return words.flat().join(' ').replace(' ,', ',');
}

/** The result in one sentence. */
export function sentence({ requirements, surveys }: Comparison): string {
  const told = (relation: Relation): string => {
    const rules = requirements.filter((one) => one.relation === relation).length;
    const answers = surveys.filter((one) => one.relation === relation).length;
    const parts = [
      rules > 0 ? [plural(rules, 'requirement')] : [],
      answers > 0 ? [plural(answers, 'answer')] : [],
    ];
    return parts.flat().join(' and ');
  };
  if ([...requirements, ...surveys].every(({ relation }) => relation === 'same'))
    return 'No difference: every requirement and every recorded behaviour is the same.';
  const clauses: readonly [Relation, string][] = [
    ['only A keeps it', 'only A keeps'],
    ['only B keeps it', 'only B keeps'],
    ['B more lenient', 'B is more lenient than A in'],
    ['B stricter', 'B is stricter than A in'],
    ['different', 'neither is stricter in'],
    ['missing', 'nothing to compare in'],
    ['same', 'no difference in'],
  ];
  const text = clauses.flatMap(([relation, words]) =>
    told(relation) === '' ? [] : [`${words} ${told(relation)}`],
  );
  return `${text.join('; ').replace(/^./, (first) => first.toUpperCase())}.`;
}
