import { readFileSync } from 'node:fs';

const readme = new URL('../../../README.md', import.meta.url);

/** The code blocks of the README in a language, in their order. */
export function codeBlocks(language: string): string[] {
  const text = readFileSync(readme, 'utf8');
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, named]) => named === language)
    .map(([, , code = '']) => code);
}
