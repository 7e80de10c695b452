/** Races: pairs of calls at once on one conversation, again and again. */
import fc from 'fast-check';
import { perform } from './perform/index.ts';
import type { Game } from './play.ts';
import { names, userId, type PairStep, type PutStep, type RaceStep } from './steps.ts';

const [alice, bob, carol, dave] = names.map(userId) as [string, string, string, string];
const slot = 0;

const put = (body: PutStep['body']): PutStep => ({ do: 'put', slot, body, marker: false });

/** Each of them is about something else, so that all of them hold, whichever comes first. */
const kinds: readonly ((round: number) => RaceStep)[] = [
  (round) => put({ subject: `Subject ${round}` }),
  (round) => put({ photoUrl: `https://example.com/${round}.png` }),
  (round) => put({ welcomeMessages: [`Welcome ${round}`] }),
  (round) => put({ custom: { color: `Red ${round}` } }),
  (round) => put({ custom: { size: `Large ${round}` } }),
  () => put({ participants: [carol] }),
  () => ({ do: 'join', slot, user: dave, settings: {} }),
  (round) => ({ do: 'modify', slot, user: alice, settings: { notify: round % 2 === 0 } }),
  (round) => ({
    do: 'modify',
    slot,
    user: bob,
    settings: { access: round % 2 === 0 ? 'Read' : 'ReadWrite' },
  }),
  (round) => ({ do: 'send', slot, drafts: [{ from: alice, text: `Hello ${round}` }] }),
  (round) => ({ do: 'send', slot, drafts: [{ from: null, text: `Notice ${round}` }] }),
];

const kind = fc.nat({ max: kinds.length - 1 });
/** Fewer pairs than messages that fit on a page. */
const rounds = fc.array(fc.tuple(kind, kind), { minLength: 1, maxLength: 8, size: 'max' });

function pairOf([first, second]: readonly [number, number], round: number): PairStep {
  const step = (index: number): RaceStep => kinds[index]?.(round) ?? put({});
  return { do: 'pair', slot, pair: [step(first), step(second)] };
}

export const races: Game<[number, number][]> = {
  arbitrary: rounds,
  corpus: [],
  async play(sequence, pairs) {
    await perform(sequence, { ...put({ participants: [alice, bob], subject: 'Subject' }), marker: true });
    const { messages } = sequence.session.abilities;
    for (const [round, pair] of pairs.entries()) {
      const step = pairOf(pair, round);
      if (messages || step.pair.every((one) => one.do !== 'send')) await perform(sequence, step);
    }
  },
  look: (sequence) => perform(sequence, { do: 'list', order: { orderBy: 'createdAt' }, limit: 30 }),
};
