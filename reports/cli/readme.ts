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
const pages = ['README.md', '.github/third-party.md'];

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
    const rows = areas.map(({ id, description, requirements }) => {
      const count = (level: string): string =>
        String(requirements.filter((one) => one.level === level && one.excluded === undefined).length);
      return [id, description, count('MUST'), count('SHOULD'), count('SURVEY')];
    });
    const sentence = `${all.length} requirements, each tied to what the documentation says. A MUST is never derived from a place where the documentation is silent or contradicts itself.\n\n`;
    return sentence + table(['area', 'about', 'MUST', 'SHOULD', 'SURVEY'], rows);
  },
  proof: () => {
    const { date, commit, figures, mutation, requirements } = readProof();
    const rows = areas.flatMap(({ id, requirements: all }) => {
      const checked = all.filter(({ level, excluded }) => level !== 'SURVEY' && excluded === undefined);
      const defects = new Set(checked.flatMap((one) => requirements[one.id] ?? []));
      const proven = checked.filter((one) => (requirements[one.id] ?? []).length > 0);
      return checked.length === 0
        ? []
        : [[id, String(checked.length), String(proven.length), String(defects.size)]];
    });
    const matrix = `Of ${figures.defects} defects that the authors of the suite thought of and put into the reference server, ${figures.killed} are found, ${figures.exact} by every requirement that they break (${date}, ${commit}). Of ${figures.conforming} servers that conform and choose differently where the documentation is silent, ${figures.conforming - figures.falseAlarms} are found conformant.`;
    const mutants =
      mutation &&
      `Nobody chose these faults: of ${mutation.documented} mechanical changes to ${mutation.files} source files of the reference server that break something documented, ${percent(mutation.killed, mutation.documented)} are found (${mutation.date}, ${mutation.commit}).`;
    const sentence = `${[matrix, mutants].filter(Boolean).join(' ')}\n\n`;
    return (
      sentence + table(['area', 'requirements checked', 'seen failing', 'defects that make them fail'], rows)
    );
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
