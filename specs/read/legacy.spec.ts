/** The deprecated call that marks a conversation as read for one person. Conversations page: deprecated endpoint. */
import { participantIn } from '../../fixtures/reading/read.ts';
import { routeIsAbsent } from '../../fixtures/client/exchange.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'marking as read by the deprecated call',
  covers('READ-LEGACY-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.messages(conversation, { from: alice, text: 'Hello' });
    const unread = (isUnread: boolean) => async () =>
      expect(participantIn(await api.conversations.get(conversation.id), bob)).toMatchObject({ isUnread });
    await given.holds('a message makes it unread for the others', unread(true), 'READ-MESSAGE-01');

    const marked = await api.readState.markRead(bob.id, conversation.id);
    await given.capability('legacyReadBy', () => Promise.resolve(!routeIsAbsent(marked)));

    await check('READ-LEGACY-01', 'it is read', async () => {
      expect(marked).toSucceed();
      await eventually(unread(false));
    });
  },
);
