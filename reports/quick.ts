/** What a scenario says about itself before it runs. */
export interface Declared {
  /** Requirements that it judges. */
  readonly ids: readonly string[];
  /** Its spec file. */
  readonly file: string;
}

/**
 * The scenarios of a quick run: those that judge a requirement which none before them judges. What a family is about stands
 * in the file with the shortest name: `merge.spec.ts` before `merge-unchanged.spec.ts`.
 *
 * @param scenarios those of a file in the order in which they stand in it
 * @param wanted whether a requirement is selected
 */
export function firstCases<Scenario extends Declared>(
  scenarios: readonly Scenario[],
  wanted: (id: string) => boolean,
): Scenario[] {
  const judged = new Set<string>();
  const ordered = scenarios.toSorted((a, b) => compare(stemOf(a.file), stemOf(b.file)));
  return ordered.filter(({ ids }) => {
    const fresh = ids.filter((id) => wanted(id) && !judged.has(id));
    for (const id of fresh) judged.add(id);
    return fresh.length > 0;
  });
}

const stemOf = (file: string): string => file.replace(/\.spec\.[jt]s$/, '');

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
