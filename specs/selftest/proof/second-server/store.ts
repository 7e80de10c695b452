import { EventLog } from './events.ts';
import type { ConversationEvent, Entry } from './events.ts';
import { foldConversation, foldUser } from './projection.ts';
import type { ConversationView, UserView } from './projection.ts';
import type { Choices } from './switches/index.ts';
import type { Lag, Reader } from './switches/lag.ts';

/** Whether this event has not reached this reader yet. A writer always sees everything. */
const isLate = (
  { recordedAt, event }: Entry<ConversationEvent>,
  lag: Lag,
  reader: Reader | undefined,
  turn: number,
): boolean =>
  reader !== undefined &&
  lag.readers.includes(reader) &&
  (lag.types?.includes(event.type) ?? true) &&
  (!lag.alternate || turn % 2 === 1) &&
  recordedAt + lag.ms > Date.now();

/** The part of the entries that this reader sees now. Where all kinds of events are late, none overtakes another. */
const visible = (
  entries: readonly Entry<ConversationEvent>[],
  lag: Lag,
  reader: Reader | undefined,
  turn: number,
): readonly Entry<ConversationEvent>[] => {
  const first = entries.findIndex((entry) => isLate(entry, lag, reader, turn));
  if (first < 0) return entries;
  return lag.overtaken
    ? entries.filter((entry) => !isLate(entry, lag, reader, turn))
    : entries.slice(0, first);
};

/** The log of one app and the projections of it. A fold is kept and continued; it is never changed. */
export class Store {
  readonly log = new EventLog();
  readonly #choices: Choices;
  readonly #folded = new Map<string, { length: number; view: ConversationView | undefined }>();
  readonly #started = Date.now();
  #turn = 0;
  #clock = 0;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  /** The server's clock in Unix milliseconds; it never goes back. */
  now(): number {
    const { clockSkew, clockResolution, clockTicks, clockSpeed } = this.#choices;
    const passed = clockTicks === 'events' ? 0 : (Date.now() - this.#started) * clockSpeed;
    const time = Math.floor((this.#started + passed + clockSkew) / clockResolution) * clockResolution;
    this.#clock = Math.max(time, clockTicks === 'shared' ? this.#clock : this.#clock + 1);
    return this.#clock;
  }

  /** Lists alternate between two replicas where one of them is late. */
  nextTurn(): void {
    this.#turn += 1;
  }

  conversation(id: string, reader?: Reader): ConversationView | undefined {
    const entries = this.log.conversation(id);
    const lag: Lag | null = this.#choices.lag;
    const seen = lag ? visible(entries, lag, reader, this.#turn) : entries;
    if (seen.length < entries.length) return foldConversation(seen, this.#choices);
    const before = this.#folded.get(id);
    if (before?.length === entries.length) return before.view;
    const view = foldConversation(entries.slice(before?.length ?? 0), this.#choices, before?.view);
    this.#folded.set(id, { length: entries.length, view });
    return view;
  }

  /** What the conversation was when it was last deleted. */
  beforeDeletion(id: string): ConversationView | undefined {
    const entries = this.log.conversation(id);
    const end = entries.findLastIndex(({ event }) => event.type === 'ConversationDeleted');
    return end < 0 ? undefined : foldConversation(entries.slice(0, end), this.#choices);
  }

  conversations(reader: Reader): readonly ConversationView[] {
    return this.log.conversationIds().flatMap((id) => this.conversation(id, reader) ?? []);
  }

  user(id: string, reader?: Reader): UserView | undefined {
    const entries = this.log.user(id);
    const lag: Lag | null = this.#choices.lag;
    const horizon = Date.now() - (lag && reader && lag.readers.includes(reader) ? lag.ms : 0);
    return foldUser(entries.filter(({ recordedAt }, index) => index === 0 || recordedAt <= horizon));
  }
}
