/** Quotes any text as one word of bash. */

/** A text that is not written down but taken from a variable when the script runs. */
export interface Replacement {
  /** The part of the recorded text that is replaced. */
  readonly text: string;
  /** Bash inside of double quotes: `$run`, `$(encode "$ID_1")`. */
  readonly expression: string;
}

/** A text in parts: as it is, or taken from a variable. */
export type Parts = readonly (string | Replacement)[];

/** One bash word for the text, with these parts of it replaced. Holds no NUL: bash has none in arguments. */
export function word(text: string, replacements: readonly Replacement[] = []): string {
  return wordOf(split(text, replacements));
}

/** One bash word for the parts: in one pair of double quotes where nothing in them needs more. */
export function wordOf(parts: Parts): string {
  if (parts.length === 0) return `''`;
  const simple = parts.every((part) => typeof part !== 'string' || harmless.test(part));
  if (!simple || !parts.some((part) => typeof part !== 'string'))
    return parts.map((part) => (typeof part === 'string' ? quote(part) : `"${part.expression}"`)).join('');
  return `"${parts.map((part, index) => (typeof part === 'string' ? part : inQuotes(part, parts[index + 1]))).join('')}"`;
}

/** Means nothing to bash between double quotes. */
const harmless = /^[\w/.~%?&=:,+@ -]*$/;

/** The name of a variable in braces, where it would go on with what follows. */
function inQuotes({ expression }: Replacement, next: string | Replacement | undefined): string {
  return typeof next === 'string' && /^\w/.test(next) ? expression.replace(/^\$(\w+)$/, '${$1}') : expression;
}

/** The text cut where a replacement stands; the longest one wins. */
export function split(text: string, replacements: readonly Replacement[]): (string | Replacement)[] {
  const [first, ...others] = [...replacements].sort((a, b) => b.text.length - a.text.length);
  if (first === undefined || first.text === '') return text === '' ? [] : [text];
  return text
    .split(first.text)
    .flatMap((part, index) => [...(index === 0 ? [] : [first]), ...(part === '' ? [] : split(part, others))]);
}

const plain = /^[\x20-\x7e]*$/;

/** Single quotes where every character is printable, else `$'…'` with the bytes of the others in hex. */
function quote(text: string): string {
  if (plain.test(text)) return `'${text.replaceAll(`'`, `'\\''`)}'`;
  const escaped = Array.from(text)
    .map((character) => {
      if (character === '\\' || character === `'`) return `\\${character}`;
      if (character === '\n') return '\\n';
      if (plain.test(character)) return character;
      return [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
    })
    .join('');
  return `$'${escaped}'`;
}

/** Format of `printf` that gives these bytes, NUL included. */
export function printfFormat(text: string): string {
  const bytes = [...Buffer.from(text)];
  return `'${bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}'`;
}

/** Text for a comment line: one line, without control characters. */
export function comment(line: string): string {
  return line === '' ? '#' : `# ${line}`;
}
