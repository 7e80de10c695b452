/** The explorer on trial: silent where nothing is wrong, whatever the silent choices, and short where something is. */
import { expect, test } from '@playwright/test';
import { shrinkBudget } from '../../../explore/explore.ts';
import { deepDefects } from '../../support/deep-defects.ts';
import { sampleTag } from '../../support/speeds.ts';
import { exploreServer } from '../../support/explore-server.ts';

for (const seed of [1, 2, 3])
  test(
    `nothing is found on the clean server, seed ${seed}`,
    { tag: seed === 1 ? sampleTag : [] },
    async () => {
      const { explored, session } = await exploreServer({ seed, runs: 12 });
      expect(explored.findings).toEqual([]);
      expect(explored.runs).toBe(12);
      expect(session.answered).toBeGreaterThan(150);
      expect([session.left, session.created > 10]).toEqual([[], true]);
    },
  );

/** Those that change what the model has to leave open; all of them are tried with `tools/explore/`. */
const choices = [
  ['sending-marks-read'],
  ['system-message-read', 'newcomer-read', 'own-messages-read-by'],
  ['empty-text-null', 'empty-welcome-null', 'put-returns-conversation', 'extra-fields'],
  ['read-access-cannot-send', 'duplicate-participants-refused', 'ids-strict', 'delete-missing-200'],
  ['clock-1s', 'ties-by-id-reversed', 'bounds-inclusive', 'offset-exclusive'],
  ['clock-3h-behind', 'foreign-300', 'topic-absent', 'list-without-is-unread', 'message-ids-opaque'],
  ['list-lag-150ms'],
  ['read-lag-150ms'],
] as const;

for (const names of choices)
  test(`nothing is found where the server chooses ${names.join(', ')}`, async () => {
    const { explored } = await exploreServer({ choices: names, seed: 1, runs: 6, seconds: 12 });
    expect(explored.findings.map(({ contradiction }) => contradiction.message)).toEqual([]);
  });

/** One of each kind, with the requirement that the contradiction has to name first. */
const defects: readonly (readonly [defect: string, requirement: string])[] = [
  ['put-drops-subject', 'PUT-MERGE-01'],
  ['put-forgets-messages', 'PUT-MERGE-09'],
  ['leave-conversation-answers-202', 'TRANSPORT-STATUS-01'],
  ['inbox-lacks-first-participants', 'INBOX-LIST-01'],
];

for (const [defect, requirement] of defects)
  test(`${defect} is found, told in a few steps, and replayed`, async () => {
    const { explored } = await exploreServer({ defects: [defect], seed: 2, runs: 60, seconds: 30 });
    const [finding] = explored.findings;
    expect(finding?.contradiction.requirements[0]).toBe(requirement);
    expect(finding?.steps.length).toBeLessThanOrEqual(5);
    expect(finding?.shrinking.requests).toBeLessThanOrEqual((finding?.shrinking.limit ?? 0) + 20);

    const replayed = await exploreServer({
      defects: [defect],
      seed: 9,
      runs: 1,
      ...(finding ? { replay: finding.replay } : {}),
    });
    expect(replayed.explored.findings[0]?.steps).toEqual(finding?.steps);
    const clean = await exploreServer({ seed: 9, runs: 1, ...(finding ? { replay: finding.replay } : {}) });
    expect(clean.explored.findings).toEqual([]);
  });

for (const [name, { patch }] of Object.entries(deepDefects))
  test(`${name}, which no scenario finds, is found by the explorer`, async () => {
    test.slow();
    const { explored } = await exploreServer({ patches: [patch], seed: 1, runs: 400, seconds: 120 });
    const [finding] = explored.findings;
    expect(finding?.steps.length).toBeLessThanOrEqual(5);
  });

test('calls at once find a lost update, and nothing where each takes effect', async () => {
  const broken = await exploreServer({
    defects: ['put-loses-concurrent-subject'],
    race: true,
    seed: 1,
    runs: 30,
  });
  const clean = await exploreServer({ race: true, seed: 1, runs: 15 });
  expect(broken.explored.findings[0]?.contradiction.requirements).toEqual(['PUT-MERGE-12']);
  expect(broken.explored.findings[0]?.steps.length).toBe(2);
  expect(clean.explored.findings).toEqual([]);
});

test('shrinking costs less on a slow target', { tag: sampleTag }, () => {
  expect(shrinkBudget(1)).toBeGreaterThan(1000);
  expect(shrinkBudget(100)).toBe(150);
  expect(shrinkBudget(5000)).toBe(60);
});
