/**
 * Runs the suite's own tests at one of their speeds, and says first what that does and how long it takes:
 * `tsx specs/selftest/run.ts SPEED [ARGUMENTS OF PLAYWRIGHT]`, for `npm run test:unit`, `npm test` and `npm run proof`.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compiled } from './support/compiled.ts';

interface Speed {
  readonly does: string;
  /** On two cores that do nothing else. */
  readonly takes: string;
  /** Commands that have to succeed before. */
  readonly first: readonly string[];
  /** Of `playwright.config.ts`. */
  readonly projects: readonly string[];
}

/** Tests of the product start its command hundreds of times, which takes a third less where it is compiled. */
const compile = 'npm run --silent build -- --if-changed';

const speeds: Readonly<Record<string, Speed>> = {
  unit: {
    does: 'Single modules, and nothing else.',
    takes: '30 seconds',
    first: [],
    projects: ['unit'],
  },
  test: {
    does: 'Types, lint, format and generated files; then single modules, the product from outside, and a sample of the proof.',
    takes: '4 minutes, and half a minute less once lint has its cache',
    first: ['npm run --silent check', compile],
    projects: ['unit', 'product', 'sample'],
  },
  proof: {
    does: 'Every defect and every choice of the reference server, the explorer, and what else is too slow for npm test.',
    takes: '8 minutes',
    first: [compile],
    projects: ['proof', 'long'],
  },
};

/** One more than the cores it is measured on: tests wait for servers, processes and clocks a third of their time. */
const workersPerRun = 3;

const root = fileURLToPath(new URL('../../', import.meta.url));
const [name = '', ...others] = process.argv.slice(2);
const speed = speeds[name];
if (!speed) throw new Error(`There is no speed "${name}", but ${Object.keys(speeds).join(', ')}.`);

console.log(`${speed.does}\nTakes about ${speed.takes}, on two free cores.\n`);
const runner = ['npx', 'playwright', 'test', '--config', 'specs/selftest/playwright.config.ts'];
// Last, for this option takes whatever follows.
const workers = ['--workers', String(workersPerRun)];
const tests = [...runner, ...workers, ...others, '--project', ...speed.projects];
process.exitCode =
  speed.first.map((command) => run(command.split(' '))).find((code) => code !== 0) ?? run(tests);

function run([command = '', ...args]: readonly string[]): number {
  const env = { ...process.env, ...(speed?.first.includes(compile) && { [compiled]: 'yes' }) };
  return spawnSync(command, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}
