/**
 * Writes the generated tables of the README and of the pages beside it: `npx tsx reports/cli/readme.ts`. With `--check` it
 * writes nothing and exits with 1 where a page differs from what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { settings } from '../../fixtures/target/settings.ts';
import { exitCodes } from '../../schemas/report/exit-codes.ts';
import { readProof } from '../proof.ts';
import { percent } from '../text.ts';
import { thirdParties, thirdPartiesByArea } from './third-party.ts';
import { areas, requirements as all } from '../../specs/requirements/index.ts';

const root = new URL('../../', import.meta.url);
const pages = ['README.md', '.github/settings.md', '.github/third-party.md'];

/** Generated parts by the name in their markers, `<!-- generated: NAME -->` and `<!-- end -->`. */
const parts: Readonly<Record<string, () => string>> = {
  settings: () =>
    table(
      ['flag', 'variable', 'what it is', 'default', 'example'],
      settings.map(({ flag, placeholder, env, description, default: standard, example }) => [
        flag ? code(placeholder ? `${flag} <${placeholder}>` : flag) : 'none',
        code(env),
        description,
        standard,
        code(example),
      ]),
    ),
  'exit codes': () =>
    table(
      ['code', 'verdict', 'meaning'],
      exitCodes.map(({ code: number, verdict, meaning }) => [String(number), verdict, meaning]),
    ),
  areas: () => {
    const { date, commit, figures, mutation, requirements } = readProof();
    const rows = areas.map(({ id, description, requirements: own }) => {
      const count = (level: string): string =>
        String(own.filter((one) => one.level === level && one.excluded === undefined).length);
      const defects = new Set(own.flatMap((one) => requirements[one.id] ?? []));
      return [id, description, count('MUST'), count('SHOULD'), count('SURVEY'), String(defects.size)];
    });
    const checked = all.filter(({ level, excluded }) => level !== 'SURVEY' && excluded === undefined);
    const proven = checked.filter(({ id }) => (requirements[id] ?? []).length > 0);
    const sentences = [
      `${all.length} requirements, each based on a statement of the documentation. If the documentation is silent or contradicts itself, there is no MUST.`,
      `${proven.length} of the ${checked.length} MUST and SHOULD requirements have been seen failing on a seeded defect.`,
      `The suite finds ${figures.killed} of ${figures.defects} defects that its authors put into the reference server, ${figures.exact} of them by every requirement that they break (${date}, ${commit}).`,
      `It accepts ${figures.conforming - figures.falseAlarms} of ${figures.conforming} conforming servers that behave differently where the documentation is silent.`,
      ...(mutation === undefined
        ? []
        : [
            `It finds ${percent(mutation.killed, mutation.documented)} of ${mutation.documented} mechanical changes to ${mutation.files} source files of the reference server that break something documented (${mutation.date}, ${mutation.commit}).`,
          ]),
    ];
    return `${sentences.join(' ')}\n\n${table(['area', 'about', 'MUST', 'SHOULD', 'SURVEY', 'defects found'], rows)}`;
  },
  'third parties': () => table(...thirdParties()),
  'third parties by area': () => table(...thirdPartiesByArea()),
};

/** The text with every generated part renewed and formatted. Throws for a marker that nothing generates. */
export async function renewed(text: string): Promise<string> {
  const filled = text.replace(
    /(<!-- generated: ([\w ]+) -->\n)[^]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const part = parts[name];
      if (!part) throw new Error(`nothing generates "${name}"; known: ${Object.keys(parts).join(', ')}`);
      return `${start}\n${part()}\n${end}`;
    },
  );
  return format(filled, {
    ...(await resolveConfig(fileURLToPath(new URL('README.md', root)))),
    parser: 'markdown',
  });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('');
}

function code(text: string): string {
  return `\`${text}\``;
}

async function main(args: readonly string[]): Promise<void> {
  for (const page of pages) {
    const path = new URL(page, root);
    const text = readFileSync(path, 'utf8');
    const wanted = await renewed(text);
    if (wanted === text) continue;
    if (!args.includes('--check')) {
      writeFileSync(path, wanted);
      continue;
    }
    console.error(`${page} differs from what its tables are generated from. Run \`npm run generate\`.`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
