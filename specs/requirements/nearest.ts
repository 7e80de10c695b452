const MOST_NAMES = 3;
const MOST_EDITS = 3;

/** Number of single-character insertions, deletions and replacements between two words (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** Up to three names within a few edits of a mistyped one, nearest first; the shorter the word, the fewer edits. */
export function nearest(word: string, names: Iterable<string>): string[] {
  const allowed = Math.min(MOST_EDITS, Math.ceil(word.length / 3));
  return [...names]
    .filter((name) => Math.abs(name.length - word.length) <= allowed)
    .map((name) => ({ name, edits: editDistance(word, name) }))
    .filter(({ edits }) => edits <= allowed)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}
