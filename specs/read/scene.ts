import type { Api } from '../../fixtures/client/api.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import type { Data } from '../../fixtures/builders/data.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { Blocked, NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { participantIn, type ConversationState } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { expect } from '../../fixtures/test.ts';
import type { Query } from '../../fixtures/client/url.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { walkUntil } from '../../fixtures/reading/walk.ts';
import { makeView, type View } from '../../fixtures/reading/view.ts';
import { isReader, readersOf, readStates, type Readers } from './states.ts';

/**
 * A conversation with three messages of alice and another one, which carol has marked as unread, with a later message of
 * bob; neither was read by anybody. What a target did not bring about blocks only the checks that ask for it.
 */
export interface Scene {
  readonly alice: Person;
  readonly bob: Person;
  readonly carol: Person;
  readonly dave: Person;
  readonly conversation: Conversation;
  readonly other: Conversation;
  readonly view: View;
  readonly otherView: View;
  /** Carol marks the other conversation as unread while it has no messages, and what it shows then. */
  readonly early: { readonly marked: Exchange; readonly read: Exchange };
  /** What the first conversation showed, whether or not it is what was wanted. */
  readonly start: ConversationState;
  /** The same, where it is unread for all but alice. */
  readonly mixed: () => ConversationState;
  /** The other conversation, where it is unread for carol and not for bob. */
  readonly elsewhere: () => ConversationState;
  /** Who has read the three messages of the first conversation. */
  readonly messages: MessagesView;
  /** Ids of the two in the order of last activity. */
  readonly order: () => readonly string[];
  readonly orderNow: () => Promise<readonly string[]>;
}

/** Three messages as they were last read. */
export interface MessagesView {
  /** At first, when neither bob nor carol had read them. */
  readonly before: () => Readers;
  last(): Readers;
  read(): Promise<Readers>;
}

export async function makeScene(around: {
  api: Api;
  given: Given;
  eventually: Eventually;
  data: Data;
}): Promise<Scene> {
  const { api, given, eventually, data } = around;
  const { alice, bob, carol, dave } = await given.users('alice', 'bob', 'carol', 'dave');
  const people = [alice, bob, carol, dave];
  const conversation = await given.conversation({ with: people, ...data.attributes() });
  const other = await given.conversation({ with: people });
  const marked = await api.readState.set(carol.id, other.id, { isUnread: true });
  await given.capability('readState', () => Promise.resolve(![404, 405, 501].includes(marked.status)));
  const read = await lastReading(
    eventually,
    () => api.conversations.get(other.id),
    (reading) => expect(participantIn(reading, carol)?.isUnread).toBe(true),
  );
  const view = makeView(api, eventually, conversation);
  const otherView = makeView(api, eventually, other);

  const texts = [data.text(), data.text(), data.text()].map((text) => ({ from: alice, text }));
  const messageIds = await given.messagesAtOnce(conversation, ...texts);
  const [news] = await given.messages(other, { from: bob, text: data.text() });

  const reached = <Value>(what: string, observe: () => Promise<Value>): Promise<() => Value> =>
    given.optional(() => given.holds(what, observe));
  const mixed = await reached('a message makes the conversation unread for all but its sender', async () => {
    expect(readStates(await view.read(), people)).toEqual({
      Alice: false,
      Bob: true,
      Carol: true,
      Dave: true,
    });
    expect(messageIds).toContain(view.last.lastMessage?.id);
    return view.last;
  });
  const elsewhere = await reached('so does a message in the other conversation', async () => {
    expect(readStates(await otherView.read(), [bob, carol])).toEqual({ Bob: false, Carol: true });
    expect(otherView.last.lastMessage?.id).toBe(news);
    return otherView.last;
  });
  let last: Readers | undefined;
  const readMessages = async (): Promise<Readers> => (last = await readersOf(api, conversation, messageIds));
  const before = await reached('nobody but the sender has read the messages', async () => {
    const seen = await readMessages();
    for (const person of [bob, carol]) expect(Object.values(isReader(seen, person))).not.toContain(true);
    return seen;
  });
  const orderNow = async (): Promise<string[]> => {
    const both = [other.id, conversation.id];
    const done = (ids: readonly string[]): boolean => both.every((id) => ids.includes(id));
    const list = (query: Query): Promise<Exchange> => api.conversations.list(query);
    const { ids } = await walkUntil(list, {}, done);
    if (!done(ids)) throw new Blocked('the list does not show both conversations');
    return [...new Set(ids)].filter((id) => both.includes(id));
  };
  const order = await reached('the conversation with the later message is listed first', async () => {
    if (view.last.lastMessage?.createdAt === otherView.last.lastMessage?.createdAt)
      throw new NotApplicable('the clock of the target is too coarse to tell which message is the later one');
    const seen = await orderNow();
    expect(seen).toEqual([other.id, conversation.id]);
    return seen;
  });
  const start = await given.holds('the conversation can be read', () => Promise.resolve(view.last));

  return {
    ...{ alice, bob, carol, dave, conversation, other, view, otherView },
    early: { marked, read },
    ...{ start, mixed, elsewhere, order, orderNow },
    messages: { before, last: () => last ?? before(), read: readMessages },
  };
}
