/** Bounds look at the last message, not at the creation, an earlier message or an edit. Conversations page: lastMessageAfter. */
import type { Api } from '../../fixtures/client/api.ts';
import { refused } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { conversationIn, idsIn, timestamp } from '../../fixtures/reading/read.ts';
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

/** Whether a list with these bounds has the conversation. */
async function isListed(api: Api, { id }: Conversation, bounds: Query): Promise<boolean> {
  const { ids } = await walkUntil(api.conversations.list, bounds, (seen) => seen.includes(id));
  return ids.includes(id);
}

/** 1 January 2100. */
const in2100 = 4_102_444_800_000;

test(
  'listing with lastMessageAfter in 2100',
  covers('FILTER-LASTMESSAGE-02'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    await given.messages(conversation, { from: alice, text: 'Hello' });

    await check('FILTER-LASTMESSAGE-02', 'a conversation with a new message is not listed', () =>
      eventually(async () => {
        const page = await api.conversations.list({ lastMessageAfter: in2100, limit: pageSize });
        // Whether a time in the future may be asked for is not documented.
        if (refused(page)) throw new NotApplicable('the target refuses a time in the future');
        expect(idsIn(page)).not.toContain(conversation.id);
      }),
    );
  },
);

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
      const from = type === 'UserMessage' ? alice : null;
      const [last] = await given.messages(conversation, { from, text: 'Bye' });
      const at = await lastSentAt(given, conversation, last);

      await check('FILTER-LASTMESSAGE-02', 'it is later than its creation and its first message', () =>
        eventually(async () => {
          expect(await isListed(api, conversation, { lastMessageAfter: at - 1 })).toBe(true);
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
    const bounds = { lastMessageAfter: at - 1, lastMessageBefore: at + 1 };
    await given.holds(
      'it is listed while that is its last message',
      async () => expect(await isListed(given.api, conversation, bounds)).toBe(true),
      'FILTER-LASTMESSAGE-01',
    );
    // Twice, so that the next message is not on the bound, but beyond it.
    await given.tick();
    await given.tick();

    await given.messages(conversation, { from: alice, text: 'Bye' });

    await check('FILTER-LASTMESSAGE-02', 'it is not listed: its last message is later than both', () =>
      eventually(async () => expect(await isListed(api, conversation, bounds)).toBe(false)),
    );
  },
);

for (const which of ['the last message', 'an earlier one'] as const)
  test(
    `listing by a last message, after ${which} was edited`,
    covers('FILTER-LASTMESSAGE-02'),
    async ({ api, given, check, eventually }) => {
      const { alice } = await given.users('alice');
      const conversation = await given.conversation({ with: [alice] });
      const texts = ['Hello', 'Bye'].map((text) => ({ from: alice, text }));
      const [earlier = '', last = ''] = await given.messages(conversation, ...texts);
      const at = await lastSentAt(given, conversation, last);
      await given.holds(
        'it is listed by when that was sent',
        async () => expect(await isListed(given.api, conversation, { lastMessageAfter: at - 1 })).toBe(true),
        'FILTER-LASTMESSAGE-01',
      );
      // Twice, so that the edit is not on the bound, but beyond it.
      await given.tick();
      await given.tick();

      await given.edited(conversation, which === 'the last message' ? last : earlier, 'Good morning');

      await check('FILTER-LASTMESSAGE-02', 'it counts when the last one was sent, and no edit', () =>
        eventually(async () =>
          expect(await isListed(api, conversation, { lastMessageAfter: at + 1 })).toBe(false),
        ),
      );
    },
  );
