/**
 * Explores the reference server with one defect, or with silent choices, and prints what was found:
 * `npx tsx specs/selftest/tools/explore/try.ts [DEFECT | --choice NAME | --clean] [--seeds N] [--runs N] [--seconds N] [--race]`.
 */
import { parseArgs } from 'node:util';
import { exploreServer } from '../../support/explore-server.ts';
import { replayText } from '../../../explore/record.ts';
import { story } from '../../../explore/story.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    choice: { type: 'string' },
    clean: { type: 'boolean' },
    race: { type: 'boolean' },
    seeds: { type: 'string', default: '1' },
    from: { type: 'string', default: '1' },
    runs: { type: 'string', default: '100' },
    calls: { type: 'string', default: '100000' },
    findings: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '60' },
  },
});

for (let seed = Number(values.from); seed < Number(values.from) + Number(values.seeds); seed++) {
  const { explored, session, seconds } = await exploreServer({
    defects: positionals,
    choices: values.choice?.split(',') ?? [],
    seed,
    runs: Number(values.runs),
    maxRequests: Number(values.calls),
    findings: Number(values.findings),
    seconds: Number(values.seconds),
    race: values.race ?? false,
  });
  const rate = Math.round(session.requests / seconds);
  console.log(
    `seed ${seed}: ${explored.findings.length} found, ${explored.runs} sequences, ${session.answered} calls answered, ${session.requests} requests in ${seconds.toFixed(1)} s (${rate} a second)${session.stopped === undefined ? '' : `, ${session.stopped}`}`,
  );
  for (const { contradiction, steps, foundAfter, shrinking, replay } of explored.findings)
    console.log(
      `  ${contradiction.requirements.join(' ')}: ${contradiction.message}\n    ${steps.length} steps: ${story(steps)}\n    found after ${foundAfter} calls; shrunk from ${shrinking.fromSteps} steps with ${shrinking.requests} of ${shrinking.limit} requests; replay ${replayText(replay)}`,
    );
}
