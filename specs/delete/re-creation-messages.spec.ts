/** What is created again has none of the old messages. Conversations page: all messages will be deleted. */
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { userMessage } from '../../fixtures/builders/messages.ts';
import { refused } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { idsListed } from '../../fixtures/lists/listed.ts';
import { idsIn, messagesIn, messagesShown, sentIdsIn, sinceCreationOf } from '../../fixtures/reading/read.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'a conversation with messages, deleted and created again',
  covers('DELETE-REBIRTH-03'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const { id, before } = conversation;
    const texts = [data.text(), data.text()].map((text) => ({ from: alice, text }));
    const [first = '', last = ''] = await given.messages(conversation, ...texts);
    await given.deleted(conversation);

    const put = await api.conversations.put(id, { participants: [alice.id] });

    await check('DELETE-REBIRTH-03', 'lastMessage is that of a new conversation', async () => {
      expect(put).toSucceed();
      const { lastMessage } = before;
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ lastMessage }));
    });
    await check('DELETE-REBIRTH-03', 'the list of messages is empty', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(idsIn(await api.messages.list(id, fewMessages))).toEqual([]));
    });
    await check('DELETE-REBIRTH-03', 'old messages are not found by their ids', async () => {
      expect(put).toSucceed();
      for (const messageId of [first, last])
        await eventually(async () =>
          expect(messagesShown(await api.messages.get(id, messageId)), 'messages').toEqual([]),
        );
    });
  },
);

test(
  'a conversation with many messages, deleted and created again',
  covers('DELETE-REBIRTH-03'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    for (let group = 0; group < 4; group++) {
      const texts = Array.from({ length: 10 }, () => ({ from: alice, text: data.text() }));
      await given.messagesAtOnce(conversation, ...texts);
    }
    await given.deleted(conversation);

    const put = await api.conversations.put(conversation.id, { participants: [alice.id] });

    await check('DELETE-REBIRTH-03', 'none of them is left', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(idsIn(await api.messages.list(conversation.id, fewMessages))).toEqual([]),
      );
    });
  },
);

test(
  'using the idempotency key of a message again that was deleted with its conversation',
  covers('DELETE-REBIRTH-03'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('messages');
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const { id } = conversation;
    const text = data.subject();
    const message = { ...userMessage(alice, text), idempotencyKey: data.value() };
    const sentBefore = await given.api.messages.send(id, [message]);
    // The key is an optional part of the documented type.
    given.unlessRefused(sentBefore, 'the target refuses idempotency keys');
    await given.deleted(conversation);
    await given.conversation({ with: [alice], id });

    const sentAgain = await api.messages.send(id, [message]);

    await check('DELETE-REBIRTH-03', 'it is stored in the new conversation', async () => {
      // Whether a key counts for its conversation or for the whole app is not documented. Where it counts for the app, this is taken
      // for the message that was deleted: it is refused, or answered with the id of that one.
      const [newId] = refused(sentAgain) ? [] : sentIdsIn(sentAgain);
      if (newId === undefined || newId === sentIdsIn(sentBefore)[0])
        throw new NotApplicable('a key counts beyond its conversation');
      expect(sentAgain).toSucceed();
      await eventually(async () =>
        expect(messagesIn(await api.messages.list(id, fewMessages)).map((one) => one.text)).toEqual([text]),
      );
    });
  },
);

test(
  'listing with lastMessageAfter what had a message, and was deleted and created again',
  covers('DELETE-REBIRTH-03'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const create = () => given.conversation({ with: [alice] });
    const [conversation, other] = [await create(), await create()];
    const { id } = conversation;
    for (const one of [conversation, other]) await given.messages(one, { from: alice, text: data.text() });
    const { lastMessageAfter } = sinceCreationOf(conversation.before);
    const listed = (ids: string[], until: string[]) =>
      idsListed((page: Query) => api.conversations.list(page), ids, { lastMessageAfter }, until);
    await given.holds(
      'both are listed with their messages',
      async () => expect(await listed([id, other.id], [id, other.id])).toInclude([id, other.id]),
      'FILTER-LASTMESSAGE-01',
    );
    await given.deleted(conversation);

    const put = await api.conversations.put(id, { participants: [alice.id] });

    // Whether such a list shows what has no messages, and where, is not documented. So it is compared with one that never had any.
    const neverHadAny = await create();
    await check('DELETE-REBIRTH-03', 'it is listed exactly if one that never had a message is', async () => {
      expect(put).toSucceed();
      await eventually(async () => {
        const ids = await listed([id, neverHadAny.id, other.id], [other.id]);
        expect(ids.includes(id), 'listed').toBe(ids.includes(neverHadAny.id));
      });
    });
  },
);
