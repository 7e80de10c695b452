/** What a run sent, waited for and sent again: figures, and the sentences that every output tells them in. */
import type { RunReport } from '../schemas/report/run-report.ts';
import type { ScenarioRecord } from '../schemas/report/scenario-record.ts';
import { plural } from './text.ts';

type Traffic = Pick<RunReport, 'requests' | 'waited' | 'retries'>;

export function trafficOf(scenarios: readonly ScenarioRecord[]): Traffic {
  const sum = (figure: (scenario: ScenarioRecord) => number): number =>
    Math.round(scenarios.reduce((total, scenario) => total + figure(scenario), 0));
  const refusals = sum(({ waited }) => waited.refusals);
  return {
    // A request that was answered 429 and sent again stands as one exchange.
    requests: sum(({ exchanges }) => exchanges.length) + refusals,
    waited: {
      paceMs: sum(({ waited }) => waited.paceMs),
      refusedMs: sum(({ waited }) => waited.refusedMs),
      refusals,
      reopened: sum(({ waited }) => waited.reopened ?? 0),
    },
    retries: sum(({ exchanges }) => exchanges.filter(({ attempt = 1 }) => attempt > 1).length),
  };
}

/** How the run kept its manners, a sentence each; empty where there was no occasion. */
export function mannersTold({ waited, retries }: Traffic): string[] {
  const { paceMs, refusedMs, refusals, reopened = 0 } = waited;
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  return [
    paceMs < 100 ? [] : `Scenarios waited ${seconds(paceMs)} in total to stay within the request budget.`,
    refusals === 0
      ? []
      : `The target returned 429 ${refusals === 1 ? 'once' : `${refusals} times`}; scenarios waited ${seconds(refusedMs)} in total because of that.`,
    reopened === 0
      ? []
      : `${plural(reopened, 'connection')} closed by the other side before any response, and opened again. Often the target failed while it handled the request, and its log says why; or a proxy or gateway in front of it closes idle connections quickly.`,
    retries === 0
      ? []
      : `${plural(retries, 'precondition')} retried after a server error or a dropped connection.`,
  ].flat();
}
