/** What a scenario says about itself before it runs. */
export interface Declared {
  /** Requirements that it judges. */
  readonly ids: readonly string[];
}

/**
 * The scenarios of a quick run: those that judge a requirement which none before them judges.
 *
 * @param scenarios in the order in which they stand in their files
 * @param wanted whether a requirement is selected
 */
export function firstCases<Scenario extends Declared>(
  scenarios: readonly Scenario[],
  wanted: (id: string) => boolean,
): Scenario[] {
  const judged = new Set<string>();
  return scenarios.filter(({ ids }) => {
    const fresh = ids.filter((id) => wanted(id) && !judged.has(id));
    for (const id of fresh) judged.add(id);
    return fresh.length > 0;
  });
}
