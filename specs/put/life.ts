import type { Data } from '../../fixtures/builders/data.ts';
import type { Api } from '../../fixtures/client/api.ts';
import type { Query } from '../../fixtures/client/url.ts';
import type { Eventually } from '../../fixtures/eventually.ts';
import type { Conversation, Given, Person } from '../../fixtures/given.ts';
import { expect } from '../../fixtures/matchers.ts';
import {
  conversationIn,
  conversationsIn,
  participantIn,
  timestamp,
  type ConversationState,
} from '../../fixtures/read.ts';
import { pageSize, walk } from '../../fixtures/walk.ts';
import { settings, storyOf } from './steps.ts';

interface World {
  readonly api: Api;
  readonly given: Given;
  readonly eventually: Eventually;
  readonly data: Data;
}

/** Pages looked through for two conversations with fresh messages. */
const mostPages = 5;

/**
 * A conversation that gets messages, marks, and people who leave and come back, with a PUT after each event. Another
 * one gets a message after it. Blocked where it cannot be read; what else cannot be had is told by `entered`.
 */
export async function liveThrough(
  world: World,
  { alice, bob, carol, dave }: Readonly<Record<'alice' | 'bob' | 'carol' | 'dave', Person>>,
) {
  const { api, given, data } = world;
  const created = data.attributes();
  const conversation = await given.conversation({ with: [alice, bob, carol], ...created });
  const other = await given.conversation({ with: [alice] });
  const { id } = conversation;
  await given.done('changing settings', given.api.participants.modify(id, bob.id, settings));
  const story = await storyOf(id, world, (read) => {
    expect(read).toShow(created);
    expect({ ...participantIn(read, bob) }).toMatchObject(settings);
  });
  const mark = (isUnread: boolean) =>
    given.optional(async () => {
      await given.readState(conversation, bob);
      await given.done('marking', given.api.readState.set(bob.id, id, { isUnread }));
    });

  const texts = [data.text(), data.text()];
  const sent = await given.optional(async () => ({
    here: await given.messages(conversation, ...texts.map((text) => ({ from: alice, text }))),
    there: await given.messages(other, { from: alice, text: data.text() }),
  }));
  const list = (subject: unknown) =>
    given.optional(() => {
      const last = [sent().here.at(-1), sent().there.at(-1)].sort();
      return given.holds('both are listed', async () => {
        const own = await listed(api, [conversation, other], conversationIn(story.first).createdAt);
        expect(own.map(({ lastMessage }) => lastMessage?.id).sort()).toEqual(last);
        expect(own.find((item) => item.id === id)?.subject).toEqual(subject);
        return own;
      });
    });
  const unread = await list(created.subject);
  const talked = await story.look((read) => {
    expect(conversationIn(read).lastMessage?.id).toBe(sent().here.at(-1));
    expect(participantIn(read, carol)?.isUnread).toBe(true);
  });
  const again = await api.conversations.get(id);
  const read = await list(created.subject);
  const messages = await story.put({ subject: null, participants: [bob.id] }, { entered: sent });
  const changed = await list(null);

  const markedRead = await story.put(
    { photoUrl: null, subject: data.subject(), participants: [dave.id] },
    { entered: await mark(false) },
  );
  const markedUnread = await story.put(
    { welcomeMessages: null, photoUrl: data.photoUrl(), participants: [] },
    { entered: await mark(true) },
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
    readings: [talked, again] as const,
    lists: { unread, read, changed },
    steps: { messages, markedRead, markedUnread, left, back, repeated },
  };
}

export type Life = Awaited<ReturnType<typeof liveThrough>>;

/** These conversations in the order in which they are listed. */
async function listed(
  api: Api,
  own: readonly Conversation[],
  createdAt: unknown,
): Promise<ConversationState[]> {
  const lastMessageAfter = timestamp(createdAt, 'createdAt') - 1;
  const seen = new Map<unknown, ConversationState>();
  const page = async (query: Query) => {
    const answer = await api.conversations.list(query);
    for (const item of conversationsIn(answer)) seen.set(item.id, item);
    return answer;
  };
  const done = (): boolean => own.every(({ id }) => seen.has(id));
  await walk(page, { lastMessageAfter, limit: pageSize }, { most: mostPages, done });
  return [...seen.values()].filter((item) => own.some(({ id }) => id === item.id));
}
