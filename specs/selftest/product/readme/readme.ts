import { readFileSync } from 'node:fs';

const readme = new URL('../../../../README.md', import.meta.url);

/** The code blocks of the README in a language, in their order. */
export function codeBlocks(language: string): string[] {
  const text = readFileSync(readme, 'utf8');
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, named]) => named === language)
    .map(([, , code = '']) => code);
}

/** Commands within sentences and tables, each once: what is set as code and begins like a command. */
export function inlineCommands(): string[] {
  const prose = readFileSync(readme, 'utf8').replace(/^```\w*\n[^]*?^```$/gm, '');
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...new Set(spans.filter((code) => /^(npm|npx|node|cat|bash|git|TARGET_\w+=\S+ ) ?\S/.test(code)))];
}
