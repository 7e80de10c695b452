/** Run reports made up for tests: the whole catalogue judged, with whatever went wrong. */
import { buildRunReport } from '../../../reports/run-report.ts';
import type { KnownFailure } from '../../../reports/baseline.ts';
import type { Exploration } from '../../../schemas/report/exploration.ts';
import type { RunReport } from '../../../schemas/report/run-report.ts';
import type {
  BlockedCause,
  CheckRecord,
  ExchangeRecord,
  ScenarioRecord,
} from '../../../schemas/report/scenario-record.ts';
import { familyOf, requirements, type Requirement } from '../../requirements/index.ts';

export interface Sample {
  /** Ids that are violated. */
  readonly failed?: readonly string[];
  /** Id to the cause that blocked it. */
  readonly blocked?: Readonly<Record<string, string>>;
  /** Why, for programs, for all that are blocked. */
  readonly cause?: BlockedCause;
  /** Id to the reason why it does not apply. */
  readonly inapplicable?: Readonly<Record<string, string>>;
  readonly broken?: readonly string[];
  /** Ids that failed once and held when judged again. */
  readonly unstable?: readonly string[];
  readonly baseline?: readonly KnownFailure[];
  readonly problems?: readonly string[];
  readonly target?: Readonly<Record<string, string>>;
  readonly left?: readonly string[];
  readonly only?: readonly string[];
  readonly scenario?: readonly string[];
  readonly quick?: boolean;
  readonly shard?: string;
  /** Question to answer, which the surveys of the target give instead of the usual one. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly exploration?: Exploration;
  /** Time in ms until the target showed each change. */
  readonly lagMs?: number;
  /** Text that the target sent, everywhere where it may send any. */
  readonly text?: string;
  /** Characters in every response body, to make a large report. */
  readonly bodySize?: number;
  /** Exchanges in every scenario. */
  readonly exchanges?: number;
}

const judged = requirements.filter(({ excluded }) => excluded === undefined);

/** Ids of MUST requirements, in catalogue order. */
export function mustIds(count: number): string[] {
  const musts = judged.filter(({ level }) => level === 'MUST');
  const step = Math.max(1, Math.floor(musts.length / count));
  return musts
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .map(({ id }) => id);
}

/** The scenarios of a run over the whole catalogue: one for each family. */
export function sampleScenarios(sample: Sample = {}): ScenarioRecord[] {
  const families = new Map<string, Requirement[]>();
  for (const one of judged) families.set(familyOf(one.id), [...(families.get(familyOf(one.id)) ?? []), one]);
  return [...families].map(([family, members], index) => scenarioOf(family, members, index, sample));
}

export function sampleReport(sample: Sample = {}): RunReport {
  return buildRunReport({
    run: {
      target: {
        target: 'https://staging.example.com/api',
        appId: 'q3k1pa9d',
        secretKey: 'set, not shown',
        secondAppId: 'z9x8y7',
        secondSecretKey: 'set, not shown',
        strict: 'false',
        only: sample.only?.join(', ') ?? 'everything',
        seed: '42',
        ...sample.target,
      },
      runId: 'cct-sample0000',
      seed: 42,
      only: [...(sample.only ?? [])],
      ...(sample.scenario === undefined ? {} : { scenario: [...sample.scenario] }),
      ...(sample.quick ? { quick: true } : {}),
      ...(sample.shard === undefined ? {} : { shard: sample.shard }),
      strict: sample.target?.['strict'] === 'true',
      workers: 2,
      confirm: 0,
      maxDurationMs: 300_000,
      reportDir: 'reports/out',
    },
    scenarios: sampleScenarios(sample),
    problems: sample.problems ?? [],
    baseline: sample.baseline ?? [],
    startedAt: new Date('2026-03-04T05:06:07.000Z'),
    durationMs: 12_345,
    ...(sample.exploration === undefined ? {} : { exploration: sample.exploration }),
  });
}

function scenarioOf(
  family: string,
  members: readonly Requirement[],
  index: number,
  sample: Sample,
): ScenarioRecord {
  const exchanges = exchangesOf(index, sample);
  const asked = members.filter(({ level }) => level === 'SURVEY');
  return {
    title: `everything about ${family.toLowerCase()}${sample.text ?? ''}`,
    file: `specs/${family.split('-')[0]?.toLowerCase()}/${family.toLowerCase()}.spec.ts`,
    line: 10,
    declared: members.map(({ id }) => id),
    checks: members.filter(({ level }) => level !== 'SURVEY').map((one) => checkOf(one, exchanges, sample)),
    surveys: asked.map(({ id }) => {
      const question = `what it does about ${family.toLowerCase()}`;
      const answer = sample.answers?.[question] ?? `400${sample.text ?? ''}`;
      return { requirement: id, question, answer, exchanges: exchanges.slice(-1).map(({ id }) => id) };
    }),
    exchanges,
    cleanUp: { created: 2, deleted: 2, left: index === 0 ? [...(sample.left ?? [])] : [] },
    lags:
      sample.lagMs === undefined
        ? []
        : [{ change: 'putConversation', seenBy: `getConversation${sample.text ?? ''}`, ms: sample.lagMs }],
    waited: {
      paceMs: 0,
      refusedMs: 0,
      refusals: 0,
      ...(sample.lagMs === undefined ? {} : { refusedMs: 40, refusals: 1 }),
    },
    durationMs: 150 + index,
  };
}

function checkOf(
  { id, statement }: Requirement,
  exchanges: readonly ExchangeRecord[],
  sample: Sample,
): CheckRecord {
  const base = { requirement: id, claim: statement.split(/[.;:]/)[0] ?? statement, durationMs: 3 };
  const own = {
    exchanges: exchanges.slice(-1).map(({ id }) => id),
    at: 'specs/put/merge.spec.ts:41',
  };
  const text = sample.text ?? '';
  const unstable = sample.unstable?.includes(id);
  if (unstable || sample.failed?.includes(id))
    return {
      ...base,
      ...own,
      verdict: unstable ? 'unstable' : 'failed',
      message: `expected the subject to be kept${text}`,
      attempts: [0, 500].map((atMs, index) => ({ number: index + 1, atMs, saw: 'null' })),
      expected: `"Dinner on Friday"${text}`,
      received: `null${text}`,
      assertion: {
        exchange: own.exchanges[0] ?? '',
        ...{ select: '.subject', equals: `Dinner on Friday${text}` },
      },
    };
  const cause = sample.blocked?.[id];
  if (cause !== undefined)
    return {
      ...base,
      ...own,
      verdict: 'blocked',
      message: `${cause}${text}`,
      ...(sample.cause === undefined ? {} : { cause: sample.cause }),
    };
  const reason = sample.inapplicable?.[id];
  if (reason !== undefined) return { ...base, exchanges: [], verdict: 'not-applicable', message: reason };
  if (sample.broken?.includes(id))
    return {
      ...base,
      exchanges: [],
      verdict: 'harness-error',
      message: `TypeError: x is not a function${text}`,
    };
  return { ...base, exchanges: own.exchanges, verdict: 'passed' };
}

function exchangesOf(index: number, sample: Sample): ExchangeRecord[] {
  const text = sample.text ?? '';
  const conversation = `/api/v1/q3k1pa9d/conversations/cct-sample0000-${index}-1`;
  const body = JSON.stringify({
    id: `cct-sample0000-${index}-1`,
    subject: `Dinner on Friday${text}`,
    participants: { 'cct-alice': { access: 'ReadWrite', notify: true } },
    custom: { note: `x${text}`.repeat(1) + 'y'.repeat(sample.bodySize ?? 0) },
  });
  return Array.from({ length: sample.exchanges ?? 3 }, (_, position): ExchangeRecord => {
    const put = position === 0;
    return {
      id: `sample${index}.${position + 1}`,
      number: position + 1,
      operation: put ? 'putConversation' : 'getConversation',
      purpose: put ? 'setup' : 'scenario',
      method: put ? 'PUT' : 'GET',
      path: `${conversation}${put ? '' : `?try=${position}`}`,
      requestHeaders: {
        accept: 'application/json',
        ...(put ? { 'content-type': 'application/json' } : {}),
        authorization: 'Bearer $TARGET_SECRET_KEY',
      },
      ...(put ? { requestBody: '{"subject":"Dinner on Friday","participants":["cct-alice"]}' } : {}),
      status: 200,
      responseHeaders: { 'content-type': 'application/json; charset=utf-8', 'x-note': `n${text}` },
      responseBody: put ? '{}' : body,
      durationMs: 4,
      startedMs: position * 6,
      ...(put || text === '' ? {} : { issues: [`/subject: expected text${text}`], drift: [`/extra${text}`] }),
    };
  });
}
