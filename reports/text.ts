/** Makes strings that came from a target harmless wherever they are shown. */

/** Characters that change how other text looks or is read: controls, direction overrides, zero-width, non-characters. */
const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff]|\p{Surrogate}/gu;

/** Text with every such character written as `\u` and four hex digits. Line breaks and tabs stay. */
export function visible(text: string): string {
  return text.replace(unsafe, escapeUnit);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Visible text on one line, cut to so many characters. */
export function oneLine(text: string, limit = 300): string {
  const line = visible(text.slice(0, limit * 4).replace(/\s+/g, ' ')).trim();
  const characters = Array.from(line.slice(0, limit * 2));
  return characters.length <= limit && line.length <= limit * 2
    ? line
    : `${characters.slice(0, limit - 1).join('')}…`;
}

/** Cuts text and says how much is left out. */
export function clip(text: string, limit: number): { readonly text: string; readonly omitted: number } {
  if (text.length <= limit) return { text, omitted: 0 };
  return { text: text.slice(0, limit), omitted: text.length - limit };
}

/** JSON whose strings hold no unsafe character raw; it reads back to the same value. */
export function harmlessJson(value: unknown, indent?: number): string {
  // Outside of strings, JSON has no character of these, so each one is inside of a string and may be escaped there.
  return `${JSON.stringify(value, null, indent).replace(unsafe, escapeUnit)}\n`;
}

/** `1 requirement`, `2 requirements`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `98.7 %`, never rounded up. */
export function percent(part: number, whole: number): string {
  return `${(Math.floor((part / Math.max(1, whole)) * 1000) / 10).toFixed(1)} %`;
}

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
