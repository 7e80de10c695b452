/** Marking as unread. Conversations page: `isUnread` true marks the conversation, and changes the status of no message. */
import { participantIn } from '../../fixtures/reading/read.ts';
import { readersByMessage, readersOf } from '../../fixtures/reading/read-state.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const unread = { isUnread: true };

/** What a person has done with a conversation that bob wrote in, so that it is not unread. */
const done: Readonly<Record<string, (given: Given, on: Conversation, person: Person) => Promise<unknown>>> = {
  'has read it, and has access Read': async (given, on, person) => {
    await given.marked(on, person, 'read');
    await given.modified(on, person, { access: 'Read' });
  },
  'has read it and written since': async (given, on, person) => {
    await given.marked(on, person, 'read');
    await given.messages(on, { from: person, text: 'Hello again' });
  },
};

for (const [what, prepare] of Object.entries(done))
  test(
    `marking as unread: somebody who ${what}`,
    covers('READ-UNREAD-01'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      await given.messages(conversation, { from: bob, text: 'Hello' });
      await prepare(given, conversation, alice);
      await given.holds(
        'it is read before',
        async () =>
          expect(participantIn(await api.conversations.get(conversation.id), alice)).toMatchObject({
            isUnread: false,
          }),
        'READ-MESSAGE-01',
      );

      const marked = await api.readState.set(alice.id, conversation.id, unread);

      await check('READ-UNREAD-01', 'it is unread for that person', async () => {
        expect(marked).toSucceed();
        await eventually(async () =>
          expect(participantIn(await api.conversations.get(conversation.id), alice)).toMatchObject(unread),
        );
      });
    },
  );

test(
  'marking as unread: somebody who wrote the only message',
  covers('READ-UNREAD-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.readState(conversation, alice);
    await given.messages(conversation, { from: alice, text: 'Hello' });

    const marked = await api.readState.set(alice.id, conversation.id, unread);

    await check('READ-UNREAD-01', 'it is unread for that person', async () => {
      expect(marked).toSucceed();
      await eventually(async () =>
        expect(participantIn(await api.conversations.get(conversation.id), alice)).toMatchObject(unread),
      );
    });
  },
);

for (const bobHasRead of [true, false])
  test(
    `marking as unread, with messages that the person has ${bobHasRead ? '' : 'not '}read`,
    covers('READ-UNREAD-02'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      await given.readState(conversation, bob);
      const texts = [data.text(), data.text()].map((text) => ({ from: alice, text }));
      const sent = await given.messages(conversation, ...texts);
      if (bobHasRead) await given.marked(conversation, bob, 'read');
      const before = await given.holds(
        'readBy tells who has read the messages',
        async () => {
          const readers = await readersOf(api, conversation, sent);
          for (const readBy of readers) expect(readBy.includes(bob.id)).toBe(bobHasRead);
          return readers;
        },
        bobHasRead ? 'READ-READ-02' : undefined,
      );

      const marked = await api.readState.set(bob.id, conversation.id, unread);

      await check('READ-UNREAD-02', 'the readers of the messages are as before', async () => {
        expect(marked).toSucceed();
        await eventually(async () =>
          expect(readersByMessage(await readersOf(api, conversation, sent))).toEqual(
            readersByMessage(before),
          ),
        );
      });
    },
  );

for (const name of ['bob', 'carol'] as const)
  test(
    `marking as unread, where two people have read the messages, for ${name}`,
    covers('READ-UNREAD-02'),
    async ({ api, given, check, eventually }) => {
      const people = await given.users('alice', 'bob', 'carol');
      const { alice, bob, carol } = people;
      const conversation = await given.conversation({ with: [alice, bob, carol] });
      const texts = ['Hello', 'Good evening'].map((text) => ({ from: alice, text }));
      const sent = await given.messages(conversation, ...texts);
      for (const reader of [bob, carol]) await given.marked(conversation, reader, 'read');
      const before = await given.holds(
        'both are readers of each message',
        async () => {
          const readers = await readersOf(api, conversation, sent);
          for (const readBy of readers) expect(readBy).toInclude([bob.id, carol.id]);
          return readers;
        },
        'READ-READ-02',
      );

      const marked = await api.readState.set(people[name].id, conversation.id, unread);

      await check('READ-UNREAD-02', 'both still are', async () => {
        expect(marked).toSucceed();
        await eventually(async () =>
          expect(readersByMessage(await readersOf(api, conversation, sent))).toEqual(
            readersByMessage(before),
          ),
        );
      });
    },
  );

for (const [who, names] of [
  ['one of two', ['alice', 'bob']],
  ['somebody alone', ['alice']],
] as const)
  test(
    `marking as unread, without messages: ${who}`,
    covers('READ-UNREAD-03'),
    async ({ api, given, check, eventually }) => {
      const people = await given.users(...names);
      const { alice } = people;
      const conversation = await given.conversation({ with: Object.values(people) });
      await given.readState(conversation, alice);
      // Whether a new conversation is read by those who take part is not documented.
      const isRead = conversation.before.participants[alice.id]?.isUnread === false;
      given.notApplicableIf(!isRead, 'a new conversation is unread');

      const marked = await api.readState.set(alice.id, conversation.id, unread);

      await check('READ-UNREAD-03', 'it is unread for that person', async () => {
        expect(marked).toSucceed();
        await eventually(async () =>
          expect(participantIn(await api.conversations.get(conversation.id), alice)).toMatchObject(unread),
        );
      });
    },
  );
