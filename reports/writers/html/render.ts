/** Fills the templates beside this file. Whatever they output is escaped, control characters included. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Eta } from 'eta';
import { visible } from '../../text.ts';

// Relative to this module, so that sources and a compiled package both find them.
const folder = new URL('./templates/', import.meta.url);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is safe in an element and in a quoted attribute. */
export function escapeHtml(value: unknown): string {
  return visible(String(value)).replace(/[&<>"']/g, (mark) => entities[mark] ?? '');
}

/** In every template: the beginning of long text, and that there is more. */
const cut = `const cut = (text, most) => (text && text.length > most ? text.slice(0, most - 1) + '…' : text);`;

const eta = new Eta({
  functionHeader: cut,
  autoEscape: true,
  escapeFunction: escapeHtml,
  autoTrim: [false, 'nl'],
});
for (const name of readdirSync(folder))
  if (name.endsWith('.eta')) eta.loadTemplate(`@${name.slice(0, -4)}`, read(name));

/** In the order in which they override one another. */
const styles = [
  'tokens',
  'base',
  'verdict',
  'first-screen',
  'navigation',
  'causes',
  'findings',
  'requirements',
  'tables',
  'comparison',
  'narrow-and-print',
] as const;

/** The style sheet and script of every page, and the content security policy that allows only these two. */
const style = styles.map((name) => read(`${name}.css`)).join('\n');
const script = read('script.eta');
const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;

/** A part of a page: the template alone. */
export function renderPart(template: string, data: object): string {
  return eta.render(`@${template}`, data);
}

/** A whole page: one file that loads nothing. */
export function renderPage(template: string, data: object): string {
  return eta.render(`@${template}`, { ...data, style, script, policy });
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
