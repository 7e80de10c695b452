/**
 * Sending answers ids, the list is newest first, and a sender takes part: Messages page. What editing and deleting do
 * to the conversation follows from the Conversations page: lastMessage is its last message.
 */
import {
  conversationIn,
  messagesIn,
  participantIn,
  sentIdsIn,
  type MessageState,
} from '../../fixtures/reading/read.ts';
import { makeOperationChecks, worked } from '../../fixtures/scenario/operation-checks.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { outOfOrder, saying } from './talk.ts';
import { unreadFor, walkThrough } from './walk.ts';

test(
  'one walk through the operations',
  covers('MESSAGE', 'READ-LEGACY'),
  async ({ api, given, check, survey, eventually, data }) => {
    const world = { api, given, check, survey, eventually, data };
    const people = await given.users('alice', 'bob', 'carol');
    const { alice, bob } = people;
    const { call } = makeOperationChecks(world);
    const walk = await walkThrough(world, call, people);
    const { id, batch, newest, sent, list, listAfter, placesBefore, placesAfter, ids, edited } = walk;
    const all = [...batch, newest];

    const listed = (): MessageState[] => all.map((message) => saying(message, messagesIn(list())));
    const judge = (requirement: string, claim: string, body: () => void) =>
      check(
        requirement,
        claim,
        body,
        [...sent, list].filter(worked).map((one) => one()),
      );

    await judge('MESSAGE-SEND-01', 'ids are answered in the order of the messages', () =>
      expect(sent.flatMap((exchange) => sentIdsIn(exchange()))).toEqual(
        listed().map((message) => message.id),
      ),
    );
    await judge('MESSAGE-SEND-01', 'newest first', () =>
      expect(outOfOrder(all, messagesIn(list()))).toEqual([]),
    );
    for (const { text, ...expected } of all)
      await judge('MESSAGE-SEND-01', `what reads back of a ${expected.type}`, () => {
        const { type, conversationId, senderId } = saying({ text }, messagesIn(list()));
        const sender = type === 'SystemMessage' ? {} : { sender: senderId };
        expect({ type, conversationId, ...sender }).toEqual({ conversationId: id, ...expected });
      });
    await judge('MESSAGE-SEND-03', 'senderId of a SystemMessage', () => {
      const told = messagesIn(list()).filter(
        ({ type, text }) => type === 'SystemMessage' || text === batch[1].text,
      );
      expect(told.map(({ senderId }) => senderId)).toEqual([null]);
    });

    const control = await given.optional(() => given.done('sending as a participant', sent[0]()));
    const gone = await given.optional(() => given.done('leaving', walk.left));
    for (const [claim, answer, { text }, prepared] of [
      ['somebody who never took part', walk.byStranger, walk.stranger, control],
      ['somebody who left, in the second of two messages', walk.byLeaver, walk.leaver, gone],
    ] as const)
      await check(
        'MESSAGE-SEND-02',
        claim,
        () => {
          control();
          prepared();
          expect(answer()).toBeRefused();
          expect(messagesIn(listAfter()).map((message) => message.text)).not.toContain(text);
        },
        [answer, listAfter].filter(worked).map((one) => one()),
      );

    await check('MESSAGE-LAST-01', 'editing the oldest message', async () => {
      await given.done('editing a message', walk.edit());
      await given.holds('the edit shows', () =>
        Promise.resolve(saying({ text: edited }, messagesIn(listAfter()))),
      );
      const [before, after] = [placesBefore(), placesAfter()];
      const times = [saying(batch[0], messagesIn(list())), ...before.map(({ lastMessage }) => lastMessage)];
      // Where the clock of the target is too coarse, it cannot tell what is older.
      if (new Set(times.map((message) => message?.createdAt)).size < times.length) return;
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      expect(after.map(({ lastMessage }) => lastMessage)).toEqual(
        before.map(({ lastMessage }) => lastMessage),
      );
    });

    await check('MESSAGE-LAST-01', 'deleting the newest message', async () => {
      await given.done('deleting a message', walk.removed());
      await given.holds('the newest message was the last one', () => {
        const last = placesBefore().find((one) => one.id === id)?.lastMessage;
        return Promise.resolve(expect(last?.id).toBe(ids().at(-1)));
      });
      const before = saying(batch[2], messagesIn(list()));
      const alike = messagesIn(list()).filter(
        (one) => one.createdAt === before.createdAt && one.id !== ids().at(-1),
      );
      expect(alike.map((one) => one.id)).toContain(conversationIn(walk.without).lastMessage?.id);
    });

    for (const [question, messages] of [
      ['11 messages in one call', Array.from({ length: 11 }, () => walk.by(alice))],
      ['an empty array', []],
    ] as const)
      await survey('MESSAGE-SEND-04', question, async () => String((await walk.faulty(messages))().status));
    await survey('MESSAGE-SEND-04', 'the sender in readBy of a new message', () =>
      Promise.resolve(String(saying(newest, messagesIn(list())).readBy?.includes(alice.id))),
    );
    await survey('MESSAGE-SEND-04', 'isUnread after a SystemMessage alone', async () => {
      walk.said();
      const inList = placesAfter().find((one) => one.id === walk.quiet.id)?.participants[alice.id]?.isUnread;
      return String(inList ?? participantIn(await api.conversations.get(walk.quiet.id), alice)?.isUnread);
    });

    await check('READ-LEGACY-01', 'the deprecated endpoint marks as read', async () => {
      const answer = walk.marked();
      await given.capability('legacyReadBy', () => Promise.resolve(![404, 405, 501].includes(answer.status)));
      await given.holds('the conversation was unread before', () =>
        Promise.resolve(expect(unreadFor(bob)(walk.busy)).toBe(true)),
      );
      expect(answer).toSucceed();
      expect(unreadFor(bob)(walk.calm)).toBe(false);
    });
  },
);
