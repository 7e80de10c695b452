import { broughtBy } from '../../specs/requirements/index.ts';
import { named } from './list.ts';

const bases = {
  page: 'the Conversations page says so',
  companion: 'another page of the same documentation says so',
  implied: 'follows from a documented sentence that has no other reasonable meaning',
  ambiguous: 'the documentation contradicts itself, or official sources differ',
  silent: 'the documentation is silent; the behaviour is recorded, never judged',
} as const;

/** Everything the catalogue says about the requirements of that name. Throws `UsageError` for an unknown name. */
export function explain(name: string): string {
  return named(name)
    .map((requirement) => {
      const { id, level, statement, title, impact, basis, source, since, until, needs, excluded } =
        requirement;
      const rows: [string, string | undefined][] = [
        ['title', title],
        ['level', level],
        ['basis', `${basis}: ${bases[basis]}`],
        ['source', source],
        ['if it fails', impact],
        ['rule set', excluded ? undefined : `${broughtBy(id)} and later`],
        ['since', since && `API version ${since}`],
        ['until', until && `API version ${until}`],
        ['needs', needs?.join(', ')],
        ['excluded', excluded],
        ['run alone', excluded ? undefined : `conversations-conformance run --only ${id}`],
      ];
      const told = rows
        .filter(([, text]) => text !== undefined)
        .map(([label, text]) => `  ${label.padEnd(11)} ${text}`);
      return `${id}\n  ${statement}\n\n${told.join('\n')}\n`;
    })
    .join('\n');
}
