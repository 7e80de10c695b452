/** Marking as read makes a reader of messages, whatever has happened to them since. Conversations page: marking as read. */
import { participantIn } from '../../fixtures/reading/read.ts';
import { readersOf } from '../../fixtures/reading/read-state.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const read = { isUnread: false };

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
    await given.edited(conversation, sent, data.subject());

    const marked = await api.readState.set(bob.id, conversation.id, read);

    await check('READ-READ-02', 'the person is a reader of it', async () => {
      expect(marked).toSucceed();
      await eventually(async () =>
        expect((await readersOf(api, conversation, [sent])).flat()).toContain(bob.id),
      );
    });
  },
);
