/** Keys that are nearly the right one: what a careless comparison takes for it. */

export interface NearKey {
  readonly name: string;
  readonly from: (key: string) => string;
}

const otherCase = (text: string): string =>
  [...text]
    .map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
    .join('');

export const nearKeys: readonly NearKey[] = [
  { name: 'the first half of the key', from: (key) => key.slice(0, Math.ceil(key.length / 2)) },
  { name: 'the key without its last character', from: (key) => key.slice(0, -1) },
  { name: 'the key without its first character', from: (key) => key.slice(1) },
  { name: 'the key and one character more', from: (key) => `${key}x` },
  { name: 'the key after one character more', from: (key) => `x${key}` },
  { name: 'the key in other case', from: otherCase },
];
