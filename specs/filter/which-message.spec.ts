/** Bounds look at the last message, not at the creation, an earlier message or an edit. Conversations page: lastMessageAfter. */
import { refused } from '../../fixtures/client/exchange.ts';
import { conversationIn, idsIn, sentIdsIn, timestamp } from '../../fixtures/reading/read.ts';
import { pageSize, walkUntil } from '../../fixtures/reading/walk.ts';
import type { Conversation, Given } from '../../fixtures/scenario/given.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** When the last message of a conversation was sent, which it has to show. */
function lastSentAt(given: Given, { id }: Conversation, messageId: string | undefined): Promise<number> {
  return given.holds(
    'the conversation shows its last message',
    async () => {
      const { lastMessage } = conversationIn(await given.api.conversations.get(id));
      expect(lastMessage?.id).toBe(messageId);
      return timestamp(lastMessage?.createdAt, 'createdAt');
    },
    'RETRIEVE-FOUND-07',
  );
}

for (const type of ['UserMessage', 'SystemMessage'] as const)
  test(
    `listing by a last message that is a ${type}`,
    covers('FILTER-LASTMESSAGE-02'),
    async ({ api, given, check, eventually }) => {
      const { alice } = await given.users('alice');
      const conversation = await given.conversation({ with: [alice] });
      await given.tick();
      await given.messages(conversation, { from: alice, text: 'Hello' });
      await given.tick();
      const last = await given.done(
        'sending a message',
        given.api.messages.send(conversation.id, [
          type === 'UserMessage' ? { type, sender: alice.id, text: 'Bye' } : { type, text: 'Bye' },
        ]),
        'MESSAGE-SEND-01',
      );
      const at = await lastSentAt(given, conversation, sentIdsIn(last)[0]);

      await check('FILTER-LASTMESSAGE-02', 'it is later than its creation and its first message', () =>
        eventually(async () => {
          const done = (ids: readonly string[]): boolean => ids.includes(conversation.id);
          const after = await walkUntil(api.conversations.list, { lastMessageAfter: at - 1 }, done);
          expect(after.ids).toContain(conversation.id);
          // By its last message it would be among the first.
          const before = await api.conversations.list({ lastMessageBefore: at - 1, limit: pageSize });
          expect(idsIn(before)).not.toContain(conversation.id);
        }),
      );
    },
  );

test(
  'listing between bounds that only an earlier message is within',
  covers('FILTER-LASTMESSAGE-02'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const [first] = await given.messages(conversation, { from: alice, text: 'Hello' });
    const at = await lastSentAt(given, conversation, first);
    await given.tick();
    await given.tick();
    await given.messages(conversation, { from: alice, text: 'Bye' });
    const bounds = { lastMessageAfter: at - 1, lastMessageBefore: at + 1 };

    await check('FILTER-LASTMESSAGE-02', 'it is not listed by that', () =>
      eventually(async () => {
        const { ids } = await walkUntil(api.conversations.list, bounds, () => false);
        expect(ids).not.toContain(conversation.id);
      }),
    );
  },
);

test(
  'listing by a last message, after it was edited itself',
  covers('FILTER-LASTMESSAGE-02'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const [last = ''] = await given.messages(conversation, { from: alice, text: 'Bye' });
    const at = await lastSentAt(given, conversation, last);
    await given.tick();
    await given.tick();

    const edit = await given.offered(
      await api.messages.edit(conversation.id, last, { text: 'Good morning' }),
    );

    await check('FILTER-LASTMESSAGE-02', 'it counts when it was sent, not when it was edited', async () => {
      expect(edit).toSucceed();
      await eventually(async () => {
        const { ids } = await walkUntil(api.conversations.list, { lastMessageAfter: at + 1 }, () => false);
        expect(ids).not.toContain(conversation.id);
      });
    });
  },
);

test(
  'listing by a last message, after an earlier one was edited',
  covers('FILTER-LASTMESSAGE-02'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const [first = ''] = await given.messages(conversation, { from: alice, text: 'Hello' });
    await given.tick();
    const [last] = await given.messages(conversation, { from: alice, text: 'Bye' });
    const at = await lastSentAt(given, conversation, last);
    await given.tick();

    const edit = await api.messages.edit(conversation.id, first, { text: 'Good morning' });

    await check('FILTER-LASTMESSAGE-02', 'an edit is no message', async () => {
      if (refused(edit)) throw new NotApplicable('the target does not edit messages');
      expect(edit).toSucceed();
      await eventually(async () => {
        const { ids } = await walkUntil(api.conversations.list, { lastMessageAfter: at + 1 }, () => false);
        expect(ids).not.toContain(conversation.id);
      });
    });
  },
);
