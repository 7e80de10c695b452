import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import type { Conversation, Person } from '../../fixtures/scenario/given.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import {
  conversationIn,
  conversationsIn,
  messagesIn,
  participantIn,
  timestamp,
  type ConversationState,
} from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { eachOnce, walkUntil } from '../../fixtures/reading/walk.ts';
import type { World } from './steps.ts';
import type { Youth } from './youth.ts';

/**
 * What happens to a conversation once it is grown up: messages, marks, and people who leave and come back, with a PUT
 * after each event. Another one gets a message after it. What cannot be had is told by `entered`.
 */
export async function liveThrough(
  world: World,
  { id, story, updates }: Youth,
  { alice, bob, carol, dave }: Readonly<Record<'alice' | 'bob' | 'carol' | 'dave', Person>>,
  crowd: readonly Person[],
) {
  const { api, given, eventually, data } = world;
  const conversation = { id };
  const other = await given.conversation({ with: [alice], subject: data.subject() });
  const mark = (isUnread: boolean) =>
    given.optional(async () => {
      const marked = await given.api.readState.set(bob.id, id, { isUnread });
      await given.capability('readState', () => Promise.resolve(![404, 405, 501].includes(marked.status)));
      await given.done('marking', marked);
    });

  const texts = [data.text(), data.text()];
  const sent = await given.optional(async () => ({
    here: await given.messages(conversation, ...texts.map((text) => ({ from: alice, text }))),
    there: await given.messages(other, { from: alice, text: data.text() }),
  }));
  const newest = newestOf(api, conversation, () => sent().here);
  const list = (subject: unknown) =>
    given.optional(() => {
      const last = sent().there.at(-1);
      return given.holds('both are listed', async () => {
        const own = await listed(api, [conversation, other], conversationIn(story.first).createdAt);
        const here = own.find((item) => item.id === id);
        expect(own.find((item) => item.id === other.id)?.lastMessage?.id).toBe(last);
        expect(await newest(here?.lastMessage?.id)).toContain(here?.lastMessage?.id);
        expect(here?.subject).toEqual(subject);
        if (isHad(markedAsRead)) expect(here?.participants[bob.id]?.isUnread).not.toBe(true);
        return own;
      });
    });
  const markedAsRead = await mark(false);
  const unread = await list(updates.subject);
  const talked = await story.look((read) => {
    expect(conversationIn(read).lastMessage?.id).toBe(sent().here.at(-1));
    expect(participantIn(read, carol)?.isUnread).toBe(true);
    if (isHad(markedAsRead)) expect(participantIn(read, bob)?.isUnread).toBe(false);
  });
  const again = await lastReading(
    eventually,
    () => api.conversations.get(id),
    (reading) => expect(conversationIn(reading)).toEqual(conversationIn(talked)),
  );
  const read = await list(updates.subject);
  const messages = await story.put({ subject: null, participants: [] }, { entered: sent });
  const changed = await list(null);

  const markedRead = await story.put(
    { photoUrl: null, subject: data.subject(), participants: [dave, ...crowd].map((one) => one.id) },
    { entered: markedAsRead },
  );
  const markedAsUnread = await mark(true);
  const markedUnread = await story.put(
    {
      welcomeMessages: null,
      photoUrl: data.photoUrl(),
      participants: [alice, ...crowd.slice(-1)].map((one) => one.id),
    },
    {
      entered: markedAsUnread,
      expectation: (reading) => {
        if (isHad(markedAsUnread)) expect(participantIn(reading, bob)?.isUnread).toBe(true);
      },
    },
  );
  const gone = await given.optional(() => given.done('leaving', given.api.participants.leave(id, carol.id)));
  await story.look((reading) => expect(participantIn(reading, carol)).toBeUndefined());
  const welcome = [...data.welcomeMessages(), data.text()];
  const left = await story.put(
    { custom: null, welcomeMessages: welcome, participants: [dave.id, bob.id] },
    { entered: gone },
  );
  const comeback = {
    custom: data.custom(),
    welcomeMessages: [data.text(), ...welcome.toReversed()],
    participants: [carol.id],
  };
  const back = await story.put(comeback, { entered: gone });
  const repeated = await story.put(comeback, { entered: gone });

  return {
    id,
    first: story.first,
    texts,
    sent,
    newest,
    readings: [talked, again] as const,
    lists: { unread, read, changed },
    steps: { messages, markedRead, markedUnread, left, back, repeated },
  };
}

/** Whether what only some checks need could be had. */
function isHad(get: () => unknown): boolean {
  try {
    get();
    return true;
  } catch {
    return false;
  }
}

export type Life = Awaited<ReturnType<typeof liveThrough>>;

/**
 * Ids of the messages that may be shown as the newest of a conversation: the one sent last, and those to which the target
 * gave the same timestamp. Asks for timestamps only where another one is shown.
 */
function newestOf(
  api: Api,
  { id }: Conversation,
  sent: () => readonly string[],
): (shown: unknown) => Promise<readonly unknown[]> {
  return async (shown) => {
    const [last, ...earlier] = sent().toReversed();
    if (!earlier.some((one) => one === shown)) return [last];
    const messages = messagesIn(await api.messages.list(id));
    const at = messages.find((one) => one.id === last)?.createdAt;
    return messages.filter(({ createdAt }) => createdAt === at).map((one) => one.id);
  };
}

/** These conversations in the order in which they are listed. */
async function listed(
  api: Api,
  own: readonly Conversation[],
  createdAt: unknown,
): Promise<ConversationState[]> {
  const lastMessageAfter = timestamp(createdAt, 'createdAt') - 1;
  const done = (ids: readonly string[]): boolean => own.every(({ id }) => ids.includes(id));
  const list = (query: Query): Promise<Exchange> => api.conversations.list(query);
  const { exchanges } = await walkUntil(list, { lastMessageAfter }, done);
  const seen = eachOnce(exchanges.flatMap(conversationsIn));
  return seen.filter((item) => own.some(({ id }) => id === item.id));
}
