/**
 * Sending answers ids, the list is newest first, and a sender takes part: Messages page. What editing and deleting do
 * to the conversation follows from the Conversations page: lastMessage is its last message.
 */
import type { Person } from '../../fixtures/given.ts';
import { conversationIn, messagesIn, participantIn, sentIdsIn } from '../../fixtures/read.ts';
import type { MessageState } from '../../fixtures/read.ts';
import { lastReading } from '../../fixtures/reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { listing, outOfOrder, saying } from './talk.ts';

test(
  'messages are sent, edited and deleted',
  covers('MESSAGE'),
  async ({ api, given, check, survey, eventually, data }) => {
    given.claimed('messages');
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const talk = await given.conversation({ with: [alice, bob] });
    const by = ({ id: sender }: Person) => ({ type: 'UserMessage' as const, sender, text: data.subject() });
    const system = () => ({ type: 'SystemMessage' as const, text: data.subject() });
    const faulty = (body: object) =>
      api.call('sendMessages', { conversationId: talk.id }, { body, deliberate: true });
    const read = (shows: (messages: MessageState[]) => void) =>
      lastReading(
        eventually,
        () => api.messages.list(talk.id),
        (exchange) => shows(messagesIn(exchange)),
      );
    const batch = [by(alice), system(), by(bob)] as const;
    const newest = by(alice);
    const all = [...batch, newest];

    const sent = [
      await api.messages.send(talk.id, [...batch]),
      await api.messages.send(talk.id, [newest]),
    ] as const;
    const list = await read((messages) => expect(messages).toHaveLength(all.length));
    const listed = (): MessageState[] => all.map((message) => saying(message, messagesIn(list)));
    const judge = (requirement: string, claim: string, body: () => void) =>
      check(requirement, claim, body, [...sent, list]);

    await judge('MESSAGE-SEND-01', 'ids are answered in the order of the messages', () =>
      expect(sent.flatMap(sentIdsIn)).toEqual(listed().map(({ id }) => id)),
    );
    await judge('MESSAGE-SEND-01', 'newest first', () =>
      expect(outOfOrder(all, messagesIn(list))).toEqual([]),
    );
    for (const { text, ...expected } of all)
      await judge('MESSAGE-SEND-01', `what reads back of a ${expected.type}`, () => {
        const { type, conversationId, senderId } = saying({ text }, messagesIn(list));
        const sender = type === 'SystemMessage' ? {} : { sender: senderId };
        expect({ type, conversationId, ...sender }).toEqual({ conversationId: talk.id, ...expected });
      });
    await judge('MESSAGE-SEND-03', 'senderId of a SystemMessage', () => {
      const told = messagesIn(list).filter(
        ({ type, text }) => type === 'SystemMessage' || text === batch[1].text,
      );
      expect(told.map(({ senderId }) => senderId)).toEqual([null]);
    });

    const control = await given.optional(() => given.done('sending as a participant', sent[0]));
    const [stranger, leaver, companion, edited] = [by(carol), by(bob), by(alice), data.subject()];
    const byStranger = await faulty([stranger]);
    const gone = await given.optional(() => given.done('leaving', api.participants.leave(talk.id, bob.id)));
    const byLeaver = await faulty([companion, leaver]);
    const quiet = await given.conversation({ with: [alice] });
    const said = await given.optional(() =>
      given.done('sending a system message', api.messages.send(quiet.id, [system()])),
    );
    const places = () =>
      given.optional(() =>
        given.holds('both conversations and their messages are listed', () => listing(api, talk, quiet)),
      );
    const placesBefore = await places();
    const ids = await given.optional(() =>
      given.holds('sending answers ids', () => {
        expect(sent.flatMap(sentIdsIn)).toHaveLength(all.length);
        return Promise.resolve(sent.flatMap(sentIdsIn));
      }),
    );
    const editing = await given.optional(() =>
      given.done('editing a message', api.messages.edit(talk.id, ids()[0] ?? '', { text: edited })),
    );
    const listAfter = await read((messages) => saying({ text: edited }, messages));
    const placesAfter = await places();

    for (const [claim, answer, { text }, prepared] of [
      ['somebody who never took part', byStranger, stranger, control],
      ['somebody who left, in the second of two messages', byLeaver, leaver, gone],
    ] as const)
      await check(
        'MESSAGE-SEND-02',
        claim,
        () => {
          control();
          prepared();
          expect(answer).toBeRefused();
          expect(messagesIn(listAfter).map((message) => message.text)).not.toContain(text);
        },
        [answer, listAfter],
      );

    await check('MESSAGE-LAST-01', 'editing the oldest message', async () => {
      editing();
      await given.holds('the edit shows', () =>
        Promise.resolve(saying({ text: edited }, messagesIn(listAfter))),
      );
      const [before, after] = [placesBefore(), placesAfter()];
      const times = [saying(batch[0], messagesIn(list)), ...before.map(({ lastMessage }) => lastMessage)];
      // Where the clock of the target is too coarse, it cannot tell what is older.
      if (new Set(times.map((message) => message?.createdAt)).size < times.length) return;
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      expect(after.map(({ lastMessage }) => lastMessage)).toEqual(
        before.map(({ lastMessage }) => lastMessage),
      );
    });

    const removing = await given.optional(() =>
      given.done('deleting a message', api.messages.remove(talk.id, ids().at(-1) ?? '')),
    );
    await check('MESSAGE-LAST-01', 'deleting the newest message', async () => {
      removing();
      await given.holds('the newest message was the last one', () => {
        const last = placesBefore().find(({ id }) => id === talk.id)?.lastMessage;
        return Promise.resolve(expect(last?.id).toBe(ids().at(-1)));
      });
      const before = saying(batch[2], messagesIn(list));
      const alike = messagesIn(list).filter(
        ({ id, createdAt }) => createdAt === before.createdAt && id !== ids().at(-1),
      );
      await eventually(async () => {
        const { lastMessage } = conversationIn(await api.conversations.get(talk.id));
        expect(alike.map(({ id }) => id)).toContain(lastMessage?.id);
      });
    });

    for (const [question, messages] of [
      ['11 messages in one call', Array.from({ length: 11 }, () => by(alice))],
      ['an empty array', []],
    ] as const)
      await survey('MESSAGE-SEND-04', question, async () => String((await faulty(messages)).status));
    await survey('MESSAGE-SEND-04', 'the sender in readBy of a new message', () =>
      Promise.resolve(String(saying(newest, messagesIn(list)).readBy?.includes(alice.id))),
    );
    await survey('MESSAGE-SEND-04', 'isUnread after a SystemMessage alone', async () => {
      said();
      const inList = placesAfter().find(({ id }) => id === quiet.id)?.participants[alice.id]?.isUnread;
      return String(inList ?? participantIn(await api.conversations.get(quiet.id), alice)?.isUnread);
    });
  },
);
