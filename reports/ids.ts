import { familyOf } from '../specs/requirements/index.ts';

/** Columns of a line of ids. */
const columns = 100;

/** Every id, a family at a time: `PUT-CREATE-01, PUT-MERGE-01 -02 -05`, in lines that a terminal holds. */
export function idLines(ids: readonly string[]): string[] {
  const families = new Map<string, string[]>();
  for (const id of ids) families.set(familyOf(id), [...(families.get(familyOf(id)) ?? []), id]);
  const words = [...families].map(([family, [first = '', ...others]]) =>
    [first, ...others.map((id) => id.slice(family.length))].join(' '),
  );
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return lines;
}
