/** An exploration made up for tests. */
import type { Exploration } from '../../../schemas/report/exploration.ts';

/** What an exploration found: a story for each of the ids, with the text in everything that the target may reach. */
export function sampleExploration(ids: readonly string[], text = ''): Exploration {
  return {
    mode: 'sequences',
    sequences: 40,
    calls: 812,
    requests: 1020,
    minimumCalls: 200,
    ended: `the target stopped to answer${text}`,
    steps: { put: 210, get: 340, leave: 48 },
    learned: [`a user who left may join again${text}`],
    contradictions: ids.map((id) => ({
      requirements: [id],
      claim: `what was not named is kept${text}`,
      expected: `subject "va b"${text}`,
      received: `subject null${text}`,
      story: [
        `PUT of conversation A with subject "va b"${text}`,
        'PUT of conversation A with a marker in custom',
      ],
      replay: '1,0,0b.4bc',
      foundAfter: 31,
      shrinking: { fromSteps: 17, requests: 145, limit: 1500 },
    })),
  };
}
