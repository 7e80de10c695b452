/** Marking as read makes a reader of every message. Conversations page: it marks the messages within it as read as well. */
import { userMessage } from '../../fixtures/builders/messages.ts';
import { sentIdsIn } from '../../fixtures/reading/read.ts';
import { readersOf } from '../../fixtures/reading/read-state.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const read = { isUnread: false };

/** Who sent the messages, oldest first; nobody sends a SystemMessage. */
const senders: Readonly<Record<string, readonly ('alice' | 'bob' | null)[]>> = {
  'a SystemMessage between others': ['alice', null, 'alice'],
  'a message that the person answered': ['alice', 'bob'],
  'more messages than a page has': Array.from({ length: 35 }, () => 'alice'),
};

for (const [messages, from] of Object.entries(senders))
  test(
    `marking as read: ${messages}`,
    covers('READ-READ-02'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [people.alice, people.bob] });
      await given.readState(conversation, people.bob);
      const texts = from.map((name) => ({ from: name && people[name], text: data.text() }));
      const sent: string[] = [];
      for (const group of inGroups(texts)) sent.push(...(await given.messagesAtOnce(conversation, ...group)));
      // Whether answering reads what was before is not documented.
      if (!from.includes('bob'))
        await given.holds('the last message is not read before', async () =>
          expect((await readersOf(api, conversation, sent.slice(-1))).flat()).not.toContain(people.bob.id),
        );
      // That pages of messages show each of them is a requirement of its own, and weaker (MESSAGE-PAGE-01).
      await given.applicableIf(
        () => readersOf(api, conversation, sent),
        'the target does not list all messages that were sent',
      );
      const ofOthers = sent.filter((_, index) => from[index] !== 'bob');

      const marked = await api.readState.set(people.bob.id, conversation.id, read);

      await check('READ-READ-02', 'the person is a reader of each message of others', async () => {
        expect(marked).toSucceed();
        await eventually(async () => {
          for (const readBy of await readersOf(api, conversation, ofOthers))
            expect(readBy).toContain(people.bob.id);
        });
      });
    },
  );

/** Few messages are sent one call each, so that they differ in time; many are not. */
function inGroups<Item>(items: readonly Item[]): Item[][] {
  const size = items.length > 10 ? 10 : 1;
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, index) => index * size);
  return starts.map((start) => items.slice(start, start + size));
}

test(
  'marking as read: a message that two others have read',
  covers('READ-READ-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob, carol, dave } = await given.users('alice', 'bob', 'carol', 'dave');
    const conversation = await given.conversation({ with: [alice, bob, carol, dave] });
    await given.readState(conversation, bob);
    const sent = await given.messages(conversation, { from: alice, text: data.text() });
    for (const reader of [bob, carol]) await given.marked(conversation, reader, 'read');

    const marked = await api.readState.set(dave.id, conversation.id, read);

    await check('READ-READ-02', 'all three are readers of it', async () => {
      expect(marked).toSucceed();
      const readers = [bob, carol, dave].map(({ id }) => id);
      await eventually(async () =>
        expect((await readersOf(api, conversation, sent)).flat()).toInclude(readers),
      );
    });
  },
);

for (const [when, takesPart] of [
  ['joined', false],
  ['left and came back', true],
] as const)
  test(
    `marking as read: a message from before the person ${when}`,
    covers('READ-READ-02'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: takesPart ? [alice, bob] : [alice] });
      await given.readState(conversation, alice);
      const sent = await given.messages(conversation, { from: alice, text: data.text() });
      if (takesPart) await given.left(conversation, bob);
      await given.tick();
      await given.joined(conversation, bob);

      const marked = await api.readState.set(bob.id, conversation.id, read);

      await check('READ-READ-02', 'the person is a reader of it', async () => {
        expect(marked).toSucceed();
        await eventually(async () =>
          expect((await readersOf(api, conversation, sent)).flat()).toContain(bob.id),
        );
      });
    },
  );

test(
  'marking as read: a message and a reply to it',
  covers('READ-READ-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.readState(conversation, bob);
    const [first = ''] = await given.messages(conversation, { from: alice, text: data.text() });
    const reply = { ...userMessage(alice, data.text()), referencedMessageId: first };
    const [second = ''] = sentIdsIn(
      await given.done('replying', given.api.messages.send(conversation.id, [reply])),
    );
    await given.holds('nobody has read them before', async () =>
      expect((await readersOf(api, conversation, [first, second])).flat()).not.toContain(bob.id),
    );

    const marked = await api.readState.set(bob.id, conversation.id, read);

    await check('READ-READ-02', 'the person is a reader of both', async () => {
      expect(marked).toSucceed();
      await eventually(async () => {
        for (const readBy of await readersOf(api, conversation, [first, second]))
          expect(readBy).toContain(bob.id);
      });
    });
  },
);
