import { readFileSync } from 'node:fs';

const root = new URL('../../../../', import.meta.url);

/** The README, and the pages for users that it links to. */
const pages = [
  'README.md',
  '.github/ci.md',
  '.github/explore.md',
  '.github/settings.md',
  '.github/third-party.md',
];

/** All pages in one text. */
export function userPages(): string {
  return pages.map((page) => readFileSync(new URL(page, root), 'utf8')).join('\n');
}

/** The code blocks of these pages in a language, in their order. */
export function codeBlocks(language: string): string[] {
  return [...userPages().matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, named]) => named === language)
    .map(([, , code = '']) => code);
}

/** Commands within sentences and tables, each once: what is set as code and begins like a command. */
export function inlineCommands(): string[] {
  const prose = userPages().replace(/^```\w*\n[^]*?^```$/gm, '');
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...new Set(spans.filter((code) => /^(npm|npx|node|cat|bash|git|TARGET_\w+=\S+ ) ?\S/.test(code)))];
}
