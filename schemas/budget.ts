/** No documented type is nested deeper; below this a value is shared, not copied. */
const maxDepth = 8;
/** No documented type has as many properties: an object with more members is a map, and may be cut. */
const maxProperties = 60;

/**
 * A copy of a body that is small enough to list all its errors: after `budget` list items and members of large maps,
 * every further list or map is cut after its first item. A page of 100 messages, or of 30 conversations of 300 people
 * each, stays whole.
 */
export function withinBudget(body: unknown, budget = 12_000): unknown {
  let left = budget;

  function copy(value: unknown, depth: number): unknown {
    if (typeof value !== 'object' || value === null || depth === maxDepth) return value;
    if (Array.isArray(value)) return affordable(value, (item) => copy(item, depth + 1));
    const entries = Object.entries(value);
    const copyEntry = ([name, member]: [string, unknown]) => [name, copy(member, depth + 1)] as const;
    return Object.fromEntries(
      entries.length <= maxProperties ? entries.map(copyEntry) : affordable(entries, copyEntry),
    );
  }

  function affordable<Item, Copied>(items: readonly Item[], copyItem: (item: Item) => Copied): Copied[] {
    const copied: Copied[] = [];
    for (const item of items) {
      if (left <= 0 && copied.length > 0) break;
      left -= 1;
      copied.push(copyItem(item));
    }
    return copied;
  }

  return copy(body, 0);
}
