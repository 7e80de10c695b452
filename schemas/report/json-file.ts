/** JSON files that people make, with whatever tool. */
import { readFileSync } from 'node:fs';

/**
 * The content of a JSON file. Tools on Windows begin it with a byte-order mark, or write UTF-16.
 *
 * @throws Error that tells where it is no JSON, without what stands there: that may be a secret
 */
export function readJsonFile(file: string): unknown {
  const text = textOf(readFileSync(file));
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new NotJson(text, error as Error);
  }
}

/** Text in the encoding that its byte-order mark tells, UTF-8 without one. */
export function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** The text of a file is no JSON. */
export class NotJson extends Error {
  override name = 'NotJson';

  constructor(text: string, { message }: Error) {
    const position = /at position (\d+)/.exec(message)?.[1];
    const before = text.slice(0, Number(position)).split('\n');
    super(
      text.trim() === ''
        ? 'it is empty'
        : position === undefined
          ? 'a quote, comma or bracket is missing or too many'
          : `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`,
    );
  }
}
