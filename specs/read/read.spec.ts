/** Marking as read. Conversations page: `isUnread` false marks the conversation as read. */
import { participantIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/**
 * What happens before the reader marks the conversation as read: `message` is one that alice sends, which makes it unread for bob;
 * `mark` is that the reader marks it as unread. And the requirement that says that it is unread then.
 */
const unreadStates = [
  {
    state: 'unread by messages',
    reader: 'bob',
    history: ['message', 'message'],
    requirement: 'READ-MESSAGE-01',
  },
  {
    state: 'marked as unread',
    reader: 'alice',
    history: ['message', 'message', 'mark'],
    requirement: 'READ-UNREAD-01',
  },
  {
    state: 'unread by messages, and marked as unread',
    reader: 'bob',
    history: ['message', 'message', 'mark'],
    requirement: 'READ-MESSAGE-01',
  },
  {
    state: 'unread by messages, and marked as unread between them',
    reader: 'bob',
    history: ['message', 'mark', 'message'],
    requirement: 'READ-MESSAGE-01',
  },
] as const;

for (const { state, reader, history, requirement } of unreadStates)
  test(
    `marking as read: a conversation that is ${state}`,
    covers('READ-READ-01'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('alice', 'bob');
      const person = people[reader];
      const conversation = await given.conversation({ with: [people.alice, people.bob] });
      await given.readState(conversation, person);
      for (const event of history) {
        if (event === 'mark') await given.marked(conversation, person, 'unread');
        else await given.messages(conversation, { from: people.alice, text: data.text() });
      }
      const showsUnread = async (isUnread: boolean) =>
        expect(participantIn(await api.conversations.get(conversation.id), person)).toMatchObject({
          isUnread,
        });
      await given.holds('it is unread before', () => showsUnread(true), requirement);

      const marked = await api.readState.set(person.id, conversation.id, { isUnread: false });

      await check('READ-READ-01', 'it is read for that person', async () => {
        expect(marked).toSucceed();
        await eventually(() => showsUnread(false));
      });
    },
  );
