/** Text that came from a target, made short and safe to show in a terminal or a report. */

const maxLength = 80;
const maxMembers = 8;
const maxDepth = 3;

/** A value as one line of JSON, at most 80 characters, control characters escaped; `nothing` for undefined. */
export function printableValue(value: unknown): string {
  return value === undefined ? 'nothing' : printableText(json(value, maxDepth));
}

/** Text with control, format and unpaired surrogate characters escaped, cut to 80 characters. */
export function printableText(text: string): string {
  const escaped = text.slice(0, maxLength * 2).replace(/[\p{C}\u2028\u2029]/gu, escape);
  const characters = Array.from(escaped);
  return characters.length <= maxLength ? escaped : `${characters.slice(0, maxLength - 1).join('')}…`;
}

function escape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

/** Like JSON.stringify, but bounded in depth and breadth: a hostile body must not cost time or stack. */
function json(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, maxLength * 2));
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return list('[', value.slice(0, maxMembers + 1), ']', depth, json);
  const members = Object.entries(value).slice(0, maxMembers + 1);
  return list(
    '{',
    members,
    '}',
    depth,
    ([name, member], deeper) => `${json(name, 0)}: ${json(member, deeper)}`,
  );
}

function list<Item>(
  open: string,
  items: readonly Item[],
  close: string,
  depth: number,
  show: (item: Item, depth: number) => string,
): string {
  if (items.length === 0) return open + close;
  if (depth === 0) return `${open}…${close}`;
  const shown = items.slice(0, maxMembers).map((item) => show(item, depth - 1));
  return `${open}${shown.join(', ')}${items.length > maxMembers ? ', …' : ''}${close}`;
}
