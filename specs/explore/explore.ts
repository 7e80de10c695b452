/** Looks for contradictions with random sequences, and shrinks each to the shortest story that shows it. */
import fc from 'fast-check';
import type { ExchangeRecord } from '../../schemas/report/scenario-record.ts';
import { Abandoned, Contradiction } from './contradiction.ts';
import { playSteps, type Game } from './play.ts';
import { Sequence } from './sequence.ts';
import type { Session } from './session.ts';
import { namesOddId, withoutOddUser } from './possible.ts';
import { keptWhole, shorten, stepsOf, type Kept } from './shorten.ts';
import type { Step } from './steps.ts';

export interface Options {
  readonly seed: number;
  /** Most sequences. */
  readonly runs: number;
  /** Most different contradictions that are looked for. */
  readonly findings: number;
  /** Plays only what this names, as it was reported. */
  readonly replay?: Replay | undefined;
}

/** Where fast-check finds a sequence again, and which of its steps are kept: all of them where nothing is said. */
export interface Replay {
  readonly seed: number;
  readonly path: string;
  readonly kept?: readonly Kept[];
}

export interface Finding {
  readonly contradiction: Contradiction;
  /** The steps of the shortest sequence that was found. */
  readonly steps: readonly Step[];
  readonly replay: Replay;
  /** Everything that was sent and received in it. */
  readonly exchanges: readonly ExchangeRecord[];
  /** Requests answered before it was first seen. */
  readonly foundAfter: number;
  readonly shrinking: { readonly fromSteps: number; readonly requests: number; readonly limit: number };
}

export interface Explored {
  readonly runs: number;
  readonly findings: readonly Finding[];
  /** How often each kind of step was taken. */
  readonly taken: ReadonlyMap<string, number>;
}

/** Longest time that shrinking of one contradiction takes, as far as requests need it, in ms. */
const shrinkMs = 15_000;
const mostShrinkRequests = 1500;
const fewestShrinkRequests = 60;

/** Requests for which one contradiction is shrunk: fewer on a slow target. */
export function shrinkBudget(meanMs: number): number {
  const affordable = Math.round(shrinkMs / Math.max(meanMs, 1));
  return Math.min(mostShrinkRequests, Math.max(fewestShrinkRequests, affordable));
}

/** How often a story is played with ordinary ids before odd ones are blamed. */
const ordinaryTries = 3;

/** Requests for that. */
const idRequests = 300;

/** Sequences that fast-check makes with one seed: it makes all of them, also when nothing is sent any more. */
const mostRuns = 200;

interface Failure {
  readonly contradiction: Contradiction;
  readonly steps: readonly Step[];
  readonly exchanges: readonly ExchangeRecord[];
  readonly inLook: boolean;
}

export async function explore<Value>(
  session: Session,
  game: Game<Value>,
  options: Options,
  onSequence: () => void = () => undefined,
): Promise<Explored> {
  const findings: Finding[] = [];
  const taken = new Map<string, number>();
  const told = new Set<string>();
  let runs = 0;

  for (let round = 0; findings.length < options.findings && runs < options.runs; round++) {
    if (session.stopped !== undefined) break;
    const finding = await findOne(round);
    if (finding === undefined) {
      if (options.replay !== undefined) break;
      continue;
    }
    if (told.has(finding.contradiction.signature)) continue;
    findings.push(finding);
    told.add(finding.contradiction.signature);
    if (finding.contradiction.passing) session.known.add(finding.contradiction.signature);
    if (options.replay !== undefined) break;
  }
  return { runs, findings, taken };

  async function findOne(round: number): Promise<Finding | undefined> {
    let failure: Failure | undefined;
    let [fromSteps, foundAfter, shrinkFrom] = [0, 0, 0];
    const limit = shrinkBudget(session.meanMs);
    const { replay } = options;
    let turn = 0;
    const property = fc.asyncProperty(game.arbitrary, async (value) => {
      const isKnown = round > 0 && turn++ < game.corpus.length;
      if (session.stopped !== undefined || spent(session) || isKnown) return;
      if (failure === undefined) runs++;
      const play = (sequence: Sequence): Promise<void> => game.play(sequence, value);
      const next = await attempt(play, failure);
      if (next === undefined) return;
      if (failure === undefined) {
        fromSteps = next.steps.length;
        foundAfter = session.answered;
        shrinkFrom = session.requests;
      }
      failure = next;
      throw next.contradiction;
    });
    const seed = replay?.seed ?? (options.seed + round) | 0;
    const result = await fc.check(property, {
      seed,
      examples: game.corpus.map((value): [Value] => [value]),
      numRuns:
        replay === undefined
          ? Math.min(mostRuns, options.runs - runs) + (round > 0 ? game.corpus.length : 0)
          : 1,
      // Shrinking is left to what knows the steps: see shorten.ts.
      endOnFailure: true,
      ...(replay === undefined ? {} : { path: replay.path }),
    });
    session.limit = undefined;
    if (!result.failed) return undefined;
    if (failure === undefined) throw result.errorInstance;
    if (replay === undefined) session.limit = shrinkFrom + limit;
    const { kept, ...found } = await shortened(failure, replay?.kept);
    session.limit = session.requests + idRequests;
    const shortest = await ofIds(found);
    session.limit = undefined;
    // What was met first may turn out to be another call's fault: it is not to be met again either.
    if (shortest.contradiction.signature !== failure.contradiction.signature)
      told.add(failure.contradiction.signature);
    return {
      ...shortest,
      replay: { seed, path: result.counterexamplePath ?? '', kept },
      foundAfter,
      shrinking: { fromSteps, requests: session.requests - shrinkFrom, limit },
    };
  }

  /** The shortest part of a sequence that shows the same, or the part that is asked for. */
  async function shortened(
    whole: Failure,
    asked: readonly Kept[] | undefined,
  ): Promise<Failure & { readonly kept: readonly Kept[] }> {
    let shortest = whole;
    const shows = async (part: readonly Kept[]): Promise<readonly Kept[] | undefined> => {
      if (session.stopped !== undefined || spent(session)) return undefined;
      const played: number[] = [];
      const play = (sequence: Sequence): Promise<void> =>
        playSteps(sequence, stepsOf(part, whole.steps), (position) => played.push(position));
      const next = await attempt(play, { ...whole, inLook: false });
      if (next === undefined) return undefined;
      shortest = next;
      return part.filter((_, position) => played.includes(position));
    };
    const kept = asked === undefined ? await shorten(whole.steps, shows) : await shows(asked);
    return { ...shortest, kept: kept ?? keptWhole(whole.steps) };
  }

  /**
   * What shows with ordinary ids as well has nothing to do with ids. What does not, in several tries, and does again with
   * the others, is a matter of ids that need percent-encoding. It takes several tries where it depends on timestamps.
   */
  async function ofIds(found: Failure): Promise<Failure> {
    const { abilities } = session;
    if (!found.steps.some((step) => namesOddId(step, abilities))) return found;
    const ordinary = found.steps.map(withoutOddUser);
    for (let tries = 0; tries < ordinaryTries; tries++) {
      session.playsOddIds = false;
      const again = await attempt((sequence) => playSteps(sequence, ordinary), { ...found, inLook: false });
      session.playsOddIds = true;
      if (again !== undefined || session.stopped !== undefined) return found;
    }
    const odd = await attempt((sequence) => playSteps(sequence, found.steps), { ...found, inLook: false });
    return odd === undefined
      ? found
      : { ...found, contradiction: found.contradiction.accusing(['RETRIEVE-ID-02']) };
  }

  /** Plays one sequence; answers the contradiction that it met, if that is a new one, or the one to be shrunk. */
  async function attempt(
    play: (sequence: Sequence) => Promise<void>,
    shrinking: Failure | undefined,
  ): Promise<Failure | undefined> {
    const sequence = new Sequence(session);
    const look = shrinking === undefined || shrinking.inLook;
    let taking: number | undefined;
    try {
      await play(sequence);
      taking = sequence.steps.length;
      if (look) await game.look(sequence);
      return undefined;
    } catch (error) {
      if (error instanceof Abandoned) return undefined;
      if (!(error instanceof Contradiction)) throw error;
      const { signature } = error;
      if (shrinking ? error.kind !== shrinking.contradiction.kind : told.has(signature)) return undefined;
      return {
        contradiction: error,
        steps: [...sequence.steps],
        exchanges: [...session.transcript.records],
        inLook: taking !== undefined,
      };
    } finally {
      if (shrinking === undefined)
        for (const { do: kind } of sequence.steps.slice(0, taking))
          taken.set(kind, (taken.get(kind) ?? 0) + 1);
      await session.cleanUp();
      onSequence();
    }
  }
}

function spent({ limit, requests }: Session): boolean {
  return limit !== undefined && requests >= limit;
}
