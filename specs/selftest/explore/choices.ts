/** Explores the reference server with each silent choice alone; nothing must be found. `[--runs N] [--seed N]` */
import { parseArgs } from 'node:util';
import { CHOICES, type ChoiceName } from '../../../fixtures/server/index.ts';
import { exploreServer } from './server.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
let calls = 0;
let found = 0;
const names = Object.keys(CHOICES) as ChoiceName[];
for (const name of names) {
  const { explored, session } = await exploreServer({
    choices: [name],
    seed: Number(values.seed),
    runs: Number(values.runs),
  });
  calls += session.answered;
  found += explored.findings.length;
  for (const { contradiction } of explored.findings) console.log(`${name}: ${contradiction.message}`);
}
console.log(`${names.length} choices, ${calls} calls, ${found} contradictions`);
