import { EventLog } from './events.ts';
import type { ConversationEvent, Entry } from './events.ts';
import { foldConversation, foldUser } from './projection.ts';
import type { ConversationView, UserView } from './projection.ts';
import type { Choices } from './switches/index.ts';

/** Who asks for a projection. A writer always sees everything; readers may see it late. */
export type Reader = 'writer' | 'conversation' | 'list' | 'filtered-list' | 'inbox' | 'messages';

/** Milliseconds by which this kind of event reaches this reader late, and whether later ones wait for it. */
const delay = (choices: Choices, reader: Reader, type: ConversationEvent['type'], turn: number): number => {
  const list = reader === 'list' || reader === 'filtered-list';
  switch (choices.lag) {
    case 'lists':
      return list ? 200 : 0;
    case 'filters':
      return reader === 'filtered-list' ? 200 : 0;
    case 'inboxes':
      return reader === 'inbox' ? 200 : 0;
    case 'messages':
      return reader === 'messages' ? 150 : 0;
    case 'deletions':
      return (list || reader === 'inbox') && type === 'ConversationDeleted' ? 200 : 0;
    case 'replicas':
      return (list || reader === 'inbox') && turn % 2 === 1 ? 150 : 0;
    case 'last-message':
      return reader === 'conversation' && type.startsWith('Message') ? 150 : 0;
    case 'marks':
      return reader !== 'writer' && type.startsWith('Marked') ? 200 : 0;
    default:
      return 0;
  }
};

/** The part of the entries that this reader sees now. */
const visible = (
  entries: readonly Entry<ConversationEvent>[],
  choices: Choices,
  reader: Reader,
  turn: number,
): readonly Entry<ConversationEvent>[] => {
  const now = Date.now();
  const late = ({ recordedAt, event }: Entry<ConversationEvent>): boolean =>
    recordedAt + delay(choices, reader, event.type, turn) > now;
  if (choices.lag === 'last-message' || choices.lag === 'marks')
    return entries.filter((entry) => !late(entry));
  const first = entries.findIndex(late);
  return first < 0 ? entries : entries.slice(0, first);
};

/** The log of one app and the projections of it. A fold is kept and continued; it is never changed. */
export class Store {
  readonly log = new EventLog();
  readonly #choices: Choices;
  readonly #folded = new Map<string, { length: number; view: ConversationView | undefined }>();
  #turn = 0;
  #clock = 0;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  /** The server's clock in Unix milliseconds; it never goes back. */
  now(): number {
    const { clockSkew, clockResolution, clockTicks } = this.#choices;
    const time = Math.floor((Date.now() + clockSkew) / clockResolution) * clockResolution;
    this.#clock = Math.max(time, clockTicks === 'unique' ? this.#clock + 1 : this.#clock);
    return this.#clock;
  }

  /** Lists alternate between two replicas where one of them is late. */
  nextTurn(): void {
    this.#turn += 1;
  }

  conversation(id: string, reader: Reader = 'writer'): ConversationView | undefined {
    const entries = this.log.conversation(id);
    const seen =
      reader === 'writer' || this.#choices.lag === 'none'
        ? entries
        : visible(entries, this.#choices, reader, this.#turn);
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

  user(id: string, reader: 'writer' | 'reader' = 'writer'): UserView | undefined {
    const entries = this.log.user(id);
    const horizon = Date.now() - (reader === 'reader' && this.#choices.lag === 'users' ? 150 : 0);
    return foldUser(entries.filter(({ recordedAt }, index) => index === 0 || recordedAt <= horizon));
  }
}
