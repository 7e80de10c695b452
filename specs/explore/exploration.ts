/** Explores a target and answers what was found as records: the one entrance for whoever explores, and for any program. */
import type { Run } from '../../fixtures/run/run.ts';
import type { Exploration } from '../../schemas/report/exploration.ts';
import type { ScenarioRecord } from '../../schemas/report/scenario-record.ts';
import { explore, type Explored, type Replay } from './explore.ts';
import { sequences } from './play.ts';
import { probe } from './probe.ts';
import { races } from './race.ts';
import { recordOf, scenariosOf } from './record.ts';
import { Session } from './session.ts';

export interface ExplorationOptions {
  readonly mode: Exploration['mode'];
  readonly seed: number;
  /** Most sequences. */
  readonly runs: number;
  /** Most requests and longest time, in ms, of all that is done. */
  readonly maxRequests: number;
  readonly maxMs: number;
  /** The same for looking alone: what was found by then is still shortened. */
  readonly hunt?: { readonly maxRequests?: number; readonly maxMs?: number };
  /** Most different contradictions that are looked for. */
  readonly findings: number;
  /** Fewest calls for which it counts as complete. */
  readonly minimumCalls: number;
  /** Plays only what this names, as it was reported. */
  readonly replay?: Replay | undefined;
  /** Ends it in good order, with its reason as the cause. */
  readonly signal?: AbortSignal;
  readonly onSequence?: () => void;
}

export interface ExplorationRecords {
  readonly exploration: Exploration;
  /** The questions at the start, and one for each contradiction: its checks, and all that was sent and received. */
  readonly scenarios: readonly ScenarioRecord[];
  /** What went wrong in the explorer itself. */
  readonly problems: readonly string[];
}

/** Most different contradictions of one exploration: each takes shrinking. */
export const usualFindings = 5;

export async function exploreTarget(run: Run, options: ExplorationOptions): Promise<ExplorationRecords> {
  const { mode, minimumCalls, signal } = options;
  const now = performance.now();
  const session = new Session(run, {
    maxRequests: options.maxRequests,
    until: now + options.maxMs,
    huntRequests: options.hunt?.maxRequests ?? Infinity,
    huntMs: options.hunt?.maxMs ?? Infinity,
  });
  const stop = (): void => {
    session.stopped = String(signal?.reason);
  };
  signal?.addEventListener('abort', stop);
  const problems: string[] = [];
  let explored: Explored | undefined;
  try {
    explored = await play(session, options);
  } catch (error) {
    if (session.stopped === undefined) problems.push(session.redact((error as Error).message));
  } finally {
    signal?.removeEventListener('abort', stop);
    await session.close();
  }
  const told = { explored, session, minimumCalls, mode };
  return { exploration: recordOf(told), scenarios: scenariosOf(told), problems };
}

async function play(
  session: Session,
  { mode, onSequence, ...options }: ExplorationOptions,
): Promise<Explored> {
  await probe(session);
  session.beginHunt();
  return mode === 'race'
    ? explore(session, races, options, onSequence)
    : explore(session, sequences, options, onSequence);
}
