/** What an exploration found, in the form of the run report: a section of its own, and a scenario for each finding. */
import { nothingWaited } from '../../fixtures/run/pace.ts';
import type { ContradictionRecord, Exploration } from '../../schemas/report/exploration.ts';
import type { ExchangeRecord, ScenarioRecord } from '../../schemas/report/scenario-record.ts';
import type { Explored, Finding, Replay } from './explore.ts';
import { asAskedFor, type Session } from './session.ts';
import { keptText } from './shorten.ts';
import { tell } from './story.ts';

export interface Told {
  /** Undefined where it broke off. */
  readonly explored: Explored | undefined;
  readonly session: Session;
  readonly minimumCalls: number;
  readonly mode: Exploration['mode'];
}

export function recordOf({ explored, session, minimumCalls, mode }: Told): Exploration {
  return {
    mode,
    sequences: explored?.runs ?? 0,
    calls: session.answered,
    requests: session.requests,
    minimumCalls,
    ...(session.stopped === undefined || session.stopped === asAskedFor ? {} : { ended: session.stopped }),
    steps: Object.fromEntries([...(explored?.taken ?? [])].sort(([a], [b]) => a.localeCompare(b))),
    learned: learnedBy(session),
    contradictions: (explored?.findings ?? []).map(contradictionOf(session)),
  };
}

const contradictionOf =
  ({ redact }: Session) =>
  ({ contradiction, steps, replay, foundAfter, shrinking }: Finding): ContradictionRecord => ({
    requirements: [...contradiction.requirements],
    claim: contradiction.claim,
    expected: redact(contradiction.expected),
    received: redact(contradiction.received),
    story: steps.map(tell),
    replay: replayText(replay),
    foundAfter,
    shrinking,
  });

/** `SEED,PATH,KEPT` */
export function replayText({ seed, path, kept }: Replay): string {
  return [seed, path, ...(kept === undefined ? [] : [keptText(kept)])].join(',');
}

function learnedBy({ has: abilities, learned, stopped }: Session): string[] {
  const lacks = (name: string, has: boolean): string[] => (has ? [] : [`${name}: not tried`]);
  return [
    `an empty subject: ${words[learned.emptyText]}`,
    `an empty list of welcome messages: ${words[learned.emptyList]}`,
    ...lacks('messages', abilities.messages),
    ...lacks('the read and unread endpoint', abilities.readState),
    ...lacks('the list of one person', abilities.inbox),
    ...lacks('filters: lists are walked through instead of narrowed', abilities.filters),
    ...lacks('ids of conversations that need percent-encoding', abilities.oddIds),
    ...lacks('ids of users that need percent-encoding', abilities.oddUsers),
    ...lacks('API versions', abilities.versions),
    ...lacks('orders of lists, for the API version lacks them', abilities.modernLists),
  ].filter(() => stopped === undefined || abilities.messages);
}

const words = { kept: 'kept', null: 'stored as null', refused: 'refused' } as const;

/** Ids of the last change before the answer that is wrong, and of that answer. */
function explaining(exchanges: readonly ExchangeRecord[], shown: string | undefined): string[] {
  const at = exchanges.findIndex(({ id }) => id === shown);
  const change = exchanges.slice(0, Math.max(at, 0)).findLast(({ method }) => method !== 'GET');
  return [change?.id, shown].filter((id) => id !== undefined);
}

/** Longest title of a scenario, in characters. */
const titleLimit = 200;

/** The questions at the start first, for what follows stands on the users that they made. */
export function scenariosOf({ explored, session }: Told): ScenarioRecord[] {
  const { created, left, waited, redact } = session;
  const none = { created: 0, deleted: 0, left: [] };
  const common = { file: 'specs/explore/explore.ts', line: 1, surveys: [], lags: [], durationMs: 0 };
  const findings = (explored?.findings ?? []).map(
    ({ contradiction, steps, exchanges }, index): ScenarioRecord => ({
      ...common,
      title: `${index + 1}. ${steps.map(tell).join('; ')}`.slice(0, titleLimit),
      declared: [...contradiction.requirements],
      checks: contradiction.requirements.map((requirement) => ({
        requirement,
        claim: contradiction.claim,
        verdict: 'failed',
        foundBy: 'explorer',
        message: redact(contradiction.message),
        expected: redact(contradiction.expected),
        received: redact(contradiction.received),
        exchanges: explaining(exchanges, contradiction.exchange?.id),
        durationMs: 0,
      })),
      exchanges: [...exchanges],
      cleanUp: none,
      waited: nothingWaited(),
      durationMs: exchanges.reduce((sum, { durationMs }) => sum + durationMs, 0),
    }),
  );
  const start: ScenarioRecord = {
    ...common,
    file: 'specs/explore/probe.ts',
    title: 'questions at the start',
    declared: [],
    checks: [],
    exchanges: [...session.probed],
    cleanUp: { created, deleted: created - left.length, left: [...left] },
    waited: { ...waited },
  };
  return [start, ...findings];
}
