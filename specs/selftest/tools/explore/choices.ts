/**
 * Explores the clean reference server, each silent choice alone, and mixes of several; nothing must be found:
 * `npx tsx specs/selftest/tools/explore/choices.ts [--seeds N] [--calls N] [--seconds N] [--mixes N] [--log FILE] [NAME…]`. Every
 * seed gets so many calls, or so many seconds. What stands in the log is not played again, so it can be done in pieces.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CHOICES } from '../../../../fixtures/server/index.ts';
import { mixes, mixNamed } from '../../proof/matrix/mixes.ts';
import { exploreServer } from '../../support/explore-server.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1' },
    calls: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
    mixes: { type: 'string', default: '0' },
    log: { type: 'string' },
  },
});

/** One seed of one choice, or of a mix; `clean` stands for none. */
interface Line {
  readonly choice: string;
  readonly seed: number;
  readonly calls: number;
  readonly seconds: number;
  readonly found: readonly string[];
}

/** Clean-up and looking around take requests as well. */
const requestsPerCall = 1.1;

const seedOfMixes = 1;
const mixed = mixes(Number(values.mixes), seedOfMixes);
const named = positionals.length > 0 ? positionals : ['clean', ...Object.keys(CHOICES)];
const names = positionals.length === 0 && mixed.length > 0 ? mixed : named;
const lines: Line[] = readLog();
for (let seed = 1; seed <= Number(values.seeds); seed++)
  for (const choice of names) {
    if (lines.some((line) => line.choice === choice && line.seed === seed)) continue;
    const line = await tryChoice(choice, seed);
    lines.push(line);
    if (values.log !== undefined) appendFileSync(values.log, `${JSON.stringify(line)}\n`);
    for (const message of line.found) console.log(`${choice}, seed ${seed}: ${message}`);
  }
console.log(table());

function readLog(): Line[] {
  if (values.log === undefined || !existsSync(values.log)) return [];
  const texts = readFileSync(values.log, 'utf8').split('\n');
  return texts.filter((text) => text !== '').map((text) => JSON.parse(text) as Line);
}

async function tryChoice(choice: string, seed: number): Promise<Line> {
  const { explored, session, seconds } = await exploreServer({
    choices: choice === 'clean' ? [] : (mixNamed(choice)?.options.choices ?? [choice]),
    seed,
    runs: 100_000,
    maxRequests: Math.round(Number(values.calls) * requestsPerCall) + 60,
    seconds: Number(values.seconds),
  });
  const found = explored.findings.map(({ contradiction }) => contradiction.message);
  return { choice, seed, calls: session.answered, seconds: Math.round(seconds * 10) / 10, found };
}

function table(): string {
  const rows = names.map((name) =>
    row(
      name,
      lines.filter(({ choice }) => choice === name),
    ),
  );
  const head = 'choice'.padEnd(34) + ['seeds', 'calls', 'fewest', 'per s', 'found'].map(cell).join('');
  return [head, ...rows, row('together', lines)].join('\n');
}

function row(name: string, of: readonly Line[]): string {
  const sum = (one: (line: Line) => number): number => of.reduce((total, line) => total + one(line), 0);
  const calls = sum((line) => line.calls);
  const fewest = Math.min(...of.map((line) => line.calls));
  const rate = Math.round(
    calls /
      Math.max(
        1,
        sum((line) => line.seconds),
      ),
  );
  return (
    name.padEnd(34) + [of.length, calls, fewest, rate, sum(({ found }) => found.length)].map(cell).join('')
  );
}

function cell(value: number | string): string {
  return String(value).padStart(9);
}
