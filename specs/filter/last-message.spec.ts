/**
 * Lists bounded by the time of the last message. Conversations page: lastMessageAfter and lastMessageBefore. Nothing is
 * judged on a bound itself, nor of conversations without messages: there the documentation is silent.
 */
import { refused } from '../../fixtures/client/exchange.ts';
import { ownIn, setOf } from '../../fixtures/lists/answers.ts';
import { inOrder } from '../../fixtures/lists/shared-lists.ts';
import { conversationIn, conversationsIn, idsIn, sentIdsIn, timestamp } from '../../fixtures/reading/read.ts';
import { textOf } from '../../fixtures/reading/show.ts';
import { pageSize, walkUntil } from '../../fixtures/reading/walk.ts';
import type { Conversation, Given } from '../../fixtures/scenario/given.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

type Bounds = Readonly<Partial<Record<'lastMessageAfter' | 'lastMessageBefore', number>>>;
/** The time of the last message of the shared conversation with this rank, 0 to 5, by last message. */
type At = (rank: number) => number;

const bounded: Readonly<Record<string, (at: At) => Bounds>> = {
  'lastMessageAfter just before a message': (at) => ({ lastMessageAfter: at(3) - 1 }),
  'lastMessageAfter just after a message': (at) => ({ lastMessageAfter: at(3) + 1 }),
  'lastMessageBefore just after a message': (at) => ({ lastMessageBefore: at(2) + 1 }),
  'lastMessageBefore just before a message': (at) => ({ lastMessageBefore: at(2) - 1 }),
  'both bounds': (at) => ({ lastMessageAfter: at(1) - 1, lastMessageBefore: at(4) - 1 }),
};

for (const [what, boundsOf] of Object.entries(bounded))
  test(
    `listing with ${what}`,
    covers('FILTER-LASTMESSAGE-01'),
    async ({ api, given, check, eventually, shared }) => {
      given.unlessDisclaimed('messages');
      const six = await shared();
      const byLast = inOrder(six.conversations, { orderDirection: 'ASC' });
      const asked = boundsOf((rank) => byLast[rank]?.lastMessageAt ?? 0);
      const { lastMessageAfter = 0, lastMessageBefore = Infinity } = asked;
      const within = byLast.filter(
        ({ lastMessageAt }) => lastMessageAt > lastMessageAfter && lastMessageAt < lastMessageBefore,
      );
      const ids = within.map(({ id }) => id);

      await check('FILTER-LASTMESSAGE-01', 'those whose last message is within, and no others', () =>
        eventually(async () => {
          const wanted = setOf(six, ids);
          expect(await ownIn(six, api.conversations.list, asked, wanted)).toEqual(wanted);
        }),
      );
    },
  );

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

test(
  'listing with lastMessageAfter later than lastMessageBefore',
  covers('FILTER-LASTMESSAGE-03'),
  async ({ api, given, check, eventually, shared }) => {
    given.unlessDisclaimed('messages');
    const six = await shared();
    const byLast = inOrder(six.conversations, { orderDirection: 'ASC' });
    const [, early, , , late] = byLast.map(({ lastMessageAt }) => lastMessageAt);

    await check('FILTER-LASTMESSAGE-03', 'nothing that has a message', () =>
      eventually(async () => {
        const bounds = { lastMessageAfter: (late ?? 0) + 1, lastMessageBefore: (early ?? 0) - 1 };
        const answer = await api.conversations.list({ ...bounds, limit: pageSize });
        const talking = conversationsIn(answer).filter(({ lastMessage }) => lastMessage);
        const own = setOf(
          six,
          talking.map(({ id }) => textOf(id)),
        );
        expect(own).toEqual([]);
      }),
    );
  },
);
