/** One exploration of one target: its calls, counted and kept within the budget, and what is known about the target. */
import { performance } from 'node:perf_hooks';
import { makeApi, type Api } from '../../fixtures/client/api.ts';
import { rawChannel } from '../../fixtures/client/channels.ts';
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { redactFor } from '../../fixtures/client/credential.ts';
import { poll } from '../../fixtures/reading/poll.ts';
import { newHealth } from '../../fixtures/run/health.ts';
import { polite, nothingWaited, type Waited } from '../../fixtures/run/pace.ts';
import type { Redact } from '../../fixtures/client/redact.ts';
import { makeSend, type Send, type Transcript } from '../../fixtures/client/send.ts';
import { strike } from '../../fixtures/run/ledger.ts';
import type { Run } from '../../fixtures/run/run.ts';
import type { ExchangeRecord } from '../../schemas/report/scenario-record.ts';
import { objections } from '../../fixtures/scenario/transport.ts';
import { requirementById } from '../requirements/index.ts';
import { Abandoned, Contradiction } from './contradiction.ts';
import { asSent } from '../model/calls.ts';
import type { SilentChoices } from '../model/conversation.ts';
import type { Slot } from './state.ts';
import { idFor, manySlots, slots } from './steps.ts';

/** What the target has of what it may lack. */
export interface Abilities {
  readonly users: boolean;
  readonly messages: boolean;
  /** What can be done with a single message; no requirement demands it. */
  readonly messageCalls: Readonly<Record<'get' | 'edit' | 'remove', boolean>>;
  readonly readState: boolean;
  readonly inbox: boolean;
  /** Lists can be narrowed to own conversations by a filter on custom data. */
  readonly filters: boolean;
  /** Ids of conversations may hold characters that need percent-encoding. */
  readonly oddIds: boolean;
  /** And those of users. */
  readonly oddUsers: boolean;
  /** The orders and the lists of people are those of the API versions from 2021-07-30 on. */
  readonly modernLists: boolean;
  /** Answers differ between API versions as the changelog says. */
  readonly versions: boolean;
}

export interface Budget {
  readonly maxRequests: number;
  /** Unix time of this machine in ms, by `performance.now()`, at which the exploration ends. */
  readonly until: number;
  /** The same for looking alone: what was found by then is still shortened. The time begins with `beginHunt`. */
  readonly huntRequests?: number;
  readonly huntMs?: number;
}

/** Why an exploration ends that was not cut short. */
export const asAskedFor = 'the requested number of calls was reached';

export class Session {
  readonly run: Run;
  readonly api: Api;
  readonly transcript: Transcript = { exchanges: [], records: [] };
  readonly waited: Waited = nothingWaited();
  readonly redact: Redact;
  readonly #close: () => Promise<void>;
  readonly #budget: Budget;

  requests = 0;
  /** Requests that were answered; those of clean-ups are not among them. */
  answered = 0;
  /** Sum of their durations, in ms. */
  spentMs = 0;
  /** What was sent and received before the first sequence. */
  probed: readonly ExchangeRecord[] = [];
  created = 0;
  readonly left: string[] = [];
  /** What the target was found to have. */
  has: Abilities = {
    users: true,
    messages: true,
    messageCalls: { get: true, edit: true, remove: true },
    readState: true,
    inbox: true,
    filters: true,
    oddIds: false,
    oddUsers: false,
    modernLists: true,
    versions: false,
  };
  /** API version that is asked for, where the target honours versions and none was set: its default may be an old one. */
  apiVersion: string | undefined;
  /** Whether ids that need percent-encoding are played, where the target takes them. */
  playsOddIds = false;
  learned: SilentChoices = asSent;
  /** Why no further request is sent, once that is so. */
  stopped: string | undefined;
  /** A second, lower bound of requests, for shrinking. */
  limit: number | undefined;
  /** Contradictions about the form of answers that were told already. */
  readonly known = new Set<string>();

  #sequence = 0;
  #huntUntil = Infinity;
  #made = new Set<string>();
  #lastWriteMs = 0;

  constructor(run: Run, budget: Budget) {
    this.run = run;
    this.#budget = budget;
    const raw = rawChannel(run.target);
    this.#close = raw.close;
    this.redact = redactFor(run.target);
    const channel = polite(raw.send, raw.anew, run.pace, this.waited);
    const send = makeSend({
      name: 'explore',
      run,
      channels: { playwright: channel, raw: channel },
      transcript: this.transcript,
      redact: this.redact,
      health: { ...newHealth(), retriesAreFutile: true },
      signedIn: true,
      stop: ({ message }) => {
        this.stopped ??= message;
        return new Abandoned(message);
      },
    });
    this.api = makeApi(this.#counted(send));
  }

  #counted(send: Send): Send {
    return async (operation, parameters, options = {}) => {
      if (options.purpose !== 'clean-up') this.#requireBudget();
      const { conversationId = '' } = parameters;
      this.requests++;
      const exchange = await send(operation, parameters, {
        ...(this.apiVersion === undefined ? {} : { apiVersion: this.apiVersion }),
        ...options,
      });
      if (exchange.method !== 'GET') {
        this.#lastWriteMs = performance.now();
        if (exchange.method === 'PUT' && conversationId !== '') this.#made.add(conversationId);
      }
      if (options.purpose === 'clean-up') return exchange;
      if (exchange.failure !== undefined && exchange.status === 0) throw new Abandoned(exchange.failure);
      this.answered++;
      this.spentMs += exchange.durationMs;
      this.#judgeForm(exchange);
      return exchange;
    };
  }

  #requireBudget(): void {
    if (this.requests >= this.#budget.maxRequests)
      this.stopped ??= 'the maximum number of requests was reached';
    if (performance.now() >= this.#budget.until) this.stopped ??= 'the maximum duration was reached';
    if (this.limit === undefined) this.#requireHunt();
    if (this.stopped !== undefined) throw new Abandoned(this.stopped);
    if (this.limit !== undefined && this.requests >= this.limit) throw new Abandoned('shrinking has an end');
  }

  /** From now on, looking has its time: a slow target takes seconds to answer the questions before. */
  beginHunt(): void {
    this.#huntUntil = performance.now() + (this.#budget.huntMs ?? Infinity);
  }

  #requireHunt(): void {
    const { huntRequests = Infinity } = this.#budget;
    if (this.requests >= huntRequests || performance.now() >= this.#huntUntil) this.stopped ??= asAskedFor;
  }

  /** What every single answer has to keep. A place in which official sources differ is left to the scenarios. */
  #judgeForm(exchange: Exchange): void {
    for (const [id, { expected, received }] of objections(exchange)) {
      if (requirementById(id)?.basis === 'ambiguous') continue;
      const contradiction = new Contradiction({
        requirements: [id],
        claim: `the answer to ${exchange.operation}`,
        expected,
        received,
        exchange,
        passing: true,
      });
      if (!this.known.has(contradiction.signature)) throw contradiction;
    }
  }

  /** Mean duration of an answer in ms. */
  get meanMs(): number {
    return this.spentMs / Math.max(1, this.answered);
  }

  /** True once every change is certain to be seen. */
  get upToDate(): boolean {
    return performance.now() - this.#lastWriteMs >= this.run.target.consistencyMs;
  }

  /** Looks until what is seen is right, or the consistency window is over: then answers what was wrong with it. */
  look<Wrong>(observe: () => Promise<Wrong | undefined>): Promise<Wrong | undefined> {
    return poll<Wrong | undefined>(
      () => this.run.target.consistencyMs,
      async ({ isLast }) => {
        const wrong = await observe();
        return wrong === undefined || isLast() ? { value: wrong } : undefined;
      },
    );
  }

  /** Begins a sequence: new ids, an empty transcript. */
  begin(): void {
    this.#sequence++;
    this.transcript.exchanges.length = 0;
    this.transcript.records.length = 0;
  }

  /** Value of the marker in custom, and beginning of every id of the sequence. */
  get marker(): string {
    return `${this.run.id}-x${this.#sequence}`;
  }

  /** What can be played. */
  get abilities(): Abilities {
    const { has, playsOddIds } = this;
    return playsOddIds ? has : { ...has, oddIds: false, oddUsers: false };
  }

  /** Ids of the conversations of a sequence differ as little as ids can. */
  idOf(slot: Slot): string {
    return idFor(slot, this.marker, this.abilities.oddIds);
  }

  slotOf(id: unknown): Slot | undefined {
    if (typeof id !== 'string' || !id.startsWith(this.marker)) return undefined;
    return [...slots, ...manySlots].find((slot) => this.idOf(slot) === id);
  }

  /** Deletes what the sequence made. */
  async cleanUp(): Promise<void> {
    const made = [...this.#made];
    this.#made.clear();
    this.created += made.length;
    for (const id of made) {
      const exchange = await this.api
        .call('deleteConversation', { conversationId: id }, { purpose: 'clean-up' })
        .catch(() => undefined);
      if (exchange && (succeeded(exchange) || exchange.status === 404))
        strike(this.run.folder, this.run.target, id);
      else this.left.push(id);
    }
  }

  async close(): Promise<void> {
    await this.#close();
  }
}
