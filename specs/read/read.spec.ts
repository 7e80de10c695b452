/** Marking as read. Conversations page: `isUnread` false marks the conversation, and the messages within it, as read. */
import { participantIn } from '../../fixtures/reading/read.ts';
import { readersOf, without } from '../../fixtures/reading/read-state.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const read = { isUnread: false };

/** A conversation that alice wrote in is unread for bob by itself. */
for (const [state, reader, requirement] of [
  ['unread by messages', 'bob', 'READ-MESSAGE-01'],
  ['marked as unread', 'alice', 'READ-UNREAD-01'],
] as const)
  test(
    `marking as read: a conversation that is ${state}`,
    covers('READ-READ-01'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [people.alice, people.bob] });
      const person = people[reader];
      await given.readState(conversation, person);
      const texts = [data.text(), data.text()].map((text) => ({ from: people.alice, text }));
      await given.messages(conversation, ...texts);
      if (state === 'marked as unread') await given.marked(conversation, person, 'unread');
      const isUnread = async (expected: boolean) =>
        expect(participantIn(await api.conversations.get(conversation.id), person)).toMatchObject({
          isUnread: expected,
        });
      await given.holds('it is unread before', () => isUnread(true), requirement);

      const marked = await api.readState.set(person.id, conversation.id, read);

      await check('READ-READ-01', 'it is read for that person', async () => {
        expect(marked).toSucceed();
        await eventually(() => isUnread(false));
      });
    },
  );

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

/** What has become of the sender or of the reader since a message was sent. */
const since: Readonly<
  Record<string, (given: Given, on: Conversation, sender: Person, reader: Person) => Promise<void>>
> = {
  'the sender has left': (given, on, sender) => given.left(on, sender),
  'the reader may only read': (given, on, _, reader) => given.modified(on, reader, { access: 'Read' }),
  'the reader is told of mentions only': (given, on, _, reader) =>
    given.modified(on, reader, { notify: 'MentionsOnly' }),
};

for (const [what, happens] of Object.entries(since))
  test(
    `marking as read: ${what}`,
    covers('READ-READ-02', 'READ-READ-01'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const conversation = await given.conversation({ with: [alice, bob, carol] });
      await given.readState(conversation, bob);
      const sent = await given.messages(conversation, { from: alice, text: data.text() });
      await happens(given, conversation, alice, bob);

      const marked = await api.readState.set(bob.id, conversation.id, read);

      await check('READ-READ-02', 'the person is a reader of the message', async () => {
        expect(marked).toSucceed();
        await eventually(async () =>
          expect((await readersOf(api, conversation, sent)).flat()).toContain(bob.id),
        );
      });
      await check('READ-READ-01', 'it is read for that person', async () => {
        expect(marked).toSucceed();
        await eventually(async () =>
          expect(participantIn(await api.conversations.get(conversation.id), bob)).toMatchObject({
            isUnread: false,
          }),
        );
      });
    },
  );

test(
  'marking as read: an edited message',
  covers('READ-READ-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.readState(conversation, bob);
    const [sent = ''] = await given.messages(conversation, { from: alice, text: data.text() });
    await given.offered(await given.api.messages.edit(conversation.id, sent, { text: data.subject() }));

    const marked = await api.readState.set(bob.id, conversation.id, read);

    await check('READ-READ-02', 'the person is a reader of it', async () => {
      expect(marked).toSucceed();
      await eventually(async () =>
        expect((await readersOf(api, conversation, [sent])).flat()).toContain(bob.id),
      );
    });
  },
);

for (const carolHasRead of [false, true])
  test(
    `marking as read, which another person has ${carolHasRead ? '' : 'not '}done before`,
    covers('READ-READ-03'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const conversation = await given.conversation({ with: [alice, bob, carol] });
      await given.readState(conversation, bob);
      const texts = [data.text(), data.text()].map((text) => ({ from: alice, text }));
      const sent = await given.messages(conversation, ...texts);
      if (carolHasRead) await given.marked(conversation, carol, 'read');
      const before = await given.holds(
        'readBy tells whether the other has read the messages',
        async () => {
          const readers = await readersOf(api, conversation, sent);
          for (const readBy of readers) expect(readBy.includes(carol.id)).toBe(carolHasRead);
          return readers;
        },
        carolHasRead ? 'READ-READ-02' : undefined,
      );

      const marked = await api.readState.set(bob.id, conversation.id, read);

      await check('READ-READ-03', 'the other readers of the messages are as before', async () => {
        expect(marked).toSucceed();
        await eventually(async () => {
          const after = await readersOf(api, conversation, sent);
          expect(without(after, bob)).toEqual(without(before, bob));
        });
      });
    },
  );
