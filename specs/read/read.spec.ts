/** Marking as read. Conversations page: `isUnread` false marks the conversation as read. */
import { participantIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** A conversation that alice wrote in is unread for bob by itself. It may be marked after her first message, or her second. */
for (const [state, reader, markedAfter, requirement] of [
  ['unread by messages', 'bob', 'none', 'READ-MESSAGE-01'],
  ['marked as unread', 'alice', 'second', 'READ-UNREAD-01'],
  ['unread by messages, and marked as unread', 'bob', 'second', 'READ-MESSAGE-01'],
  ['unread by messages, and marked as unread between them', 'bob', 'first', 'READ-MESSAGE-01'],
] as const)
  test(
    `marking as read: a conversation that is ${state}`,
    covers('READ-READ-01'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [people.alice, people.bob] });
      const person = people[reader];
      await given.readState(conversation, person);
      for (const message of ['first', 'second'] as const) {
        await given.messages(conversation, { from: people.alice, text: data.text() });
        if (message === markedAfter) await given.marked(conversation, person, 'unread');
      }
      const isUnread = async (expected: boolean) =>
        expect(participantIn(await api.conversations.get(conversation.id), person)).toMatchObject({
          isUnread: expected,
        });
      await given.holds('it is unread before', () => isUnread(true), requirement);

      const marked = await api.readState.set(person.id, conversation.id, { isUnread: false });

      await check('READ-READ-01', 'it is read for that person', async () => {
        expect(marked).toSucceed();
        await eventually(() => isUnread(false));
      });
    },
  );
