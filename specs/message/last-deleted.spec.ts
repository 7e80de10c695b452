/** Where the last message is deleted, lastMessage is the one before. Follows from the Conversations page: lastMessage. */
import type { Query } from '../../fixtures/client/url.ts';
import { idsListed } from '../../fixtures/lists/listed.ts';
import { conversationIn, timestamp } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [older, newest] of [
  ['UserMessage', 'UserMessage'],
  ['SystemMessage', 'UserMessage'],
  ['UserMessage', 'SystemMessage'],
] as const)
  test(
    `deleting a ${newest} after a ${older}`,
    covers('MESSAGE-LAST-01'),
    async ({ api, given, check, eventually, data }) => {
      const { alice } = await given.users('alice');
      const conversation = await given.conversation({ with: [alice] });
      const [before, last = ''] = await given.messages(
        conversation,
        ...[older, newest].map((type) => ({
          from: type === 'UserMessage' ? alice : null,
          text: data.text(),
        })),
      );

      await given.holds(
        'the last message is shown',
        async () =>
          expect(conversationIn(await given.api.conversations.get(conversation.id)).lastMessage?.id).toBe(
            last,
          ),
        'RETRIEVE-FOUND-07',
      );

      await given.offered(await api.messages.remove(conversation.id, last));

      await check('MESSAGE-LAST-01', 'lastMessage is the one before', async () => {
        await eventually(async () => {
          const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
          expect(lastMessage?.id).toBe(before);
        });
      });
    },
  );

test(
  'deleting the last message, then the one before',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const said = [data.text(), data.text(), data.text()].map((text) => ({ from: alice, text }));
    const [first, second = '', third = ''] = await given.messages(conversation, ...said);

    await given.removed(conversation, third);
    await given.offered(await api.messages.remove(conversation.id, second));

    await check('MESSAGE-LAST-01', 'lastMessage is the first one', async () => {
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
        expect(lastMessage?.id).toBe(first);
      });
    });
  },
);

test(
  'deleting the only message',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const [only = ''] = await given.messages(conversation, { from: alice, text: data.text() });

    await given.offered(await api.messages.remove(conversation.id, only));

    await check('MESSAGE-LAST-01', 'there is no lastMessage any more', async () => {
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toShow({ lastMessage: null }),
      );
    });
  },
);

test(
  'deleting an older message',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const said = [data.text(), data.text(), data.text()].map((text) => ({ from: alice, text }));
    const [first = '', , last] = await given.messages(conversation, ...said);
    await given.read(conversation);

    await given.removed(conversation, first);

    await check('MESSAGE-LAST-01', 'lastMessage is still the newest', async () => {
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
        expect(lastMessage?.id).toBe(last);
      });
    });
  },
);

test(
  'deleting the newer of two messages, with lastMessageAfter between them',
  covers('MESSAGE-LAST-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const [older] = await given.messages(conversation, { from: alice, text: data.text() });
    const at = timestamp((await given.read(conversation)).lastMessage?.createdAt, 'createdAt');
    await given.tick();
    const [newer = ''] = await given.messages(conversation, { from: alice, text: data.text() });
    const list = (page: Query) => api.conversations.list(page);
    const listed = () => idsListed(list, [conversation.id], { lastMessageAfter: at + 1 });
    await given.holds(
      'it is listed by the newer one',
      async () => expect(await listed()).toContain(conversation.id),
      'FILTER-LASTMESSAGE-01',
    );

    await given.offered(await api.messages.remove(conversation.id, newer));

    await check('MESSAGE-LAST-01', 'the list goes by the one before', async () => {
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(conversation.id));
        expect(lastMessage?.id).toBe(older);
        expect(await listed()).not.toContain(conversation.id);
      });
    });
  },
);
