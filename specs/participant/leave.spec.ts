/** Who leaves is gone, and nothing else changes. Participation page: leaving; API changelog page: version 2021-07-30. */
import { succeeded } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import type { Settings } from '../../fixtures/scenario/matchers.ts';
import { conversationIn, messagesIn, participantIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { walkUntil } from '../../fixtures/reading/walk.ts';

test(
  'people leave one after another',
  covers('PARTICIPANT-LEAVE', 'PARTICIPANT-MODIFY-01', 'PARTICIPANT-SILENT-01'),
  async ({ api, given, check, survey, eventually, data }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const conversation = await given.conversation({ with: [alice, bob, carol], ...data.attributes() });
    const text = data.text();
    const sent = await given.optional(() => given.messages(conversation, { from: bob, text }));
    const settings = { access: 'Read', notify: 'MentionsOnly' } as const;
    const modified = await api.participants.modify(conversation.id, carol.id, settings);
    const seen = (people: Readonly<Record<string, Settings>>) =>
      lastReading(
        eventually,
        () => api.conversations.get(conversation.id),
        (read) => expect(read).toHaveParticipants(people),
      );
    const complete = await seen({ [alice.id]: {}, [bob.id]: {}, [carol.id]: settings });
    const before = await given.holds('all three take part', () => {
      expect(complete).toHaveParticipants([alice.id, bob.id, carol.id]);
      return Promise.resolve(conversationIn(complete));
    });

    await check('PARTICIPANT-MODIFY-01', 'once there are messages, PATCH keeps isUnread', () => {
      sent();
      expect(modified).toSucceed();
      expect(participantIn(complete, carol)?.isUnread).toEqual(participantIn(complete, alice)?.isUnread);
    });

    const inboxOf = async (person: Person): Promise<readonly string[]> => {
      const list = (query: Query) => api.inbox.list(person.id, query);
      const done = (ids: readonly string[]): boolean => ids.includes(conversation.id);
      return (await walkUntil(list, {}, done)).ids;
    };
    const listed = await given.optional(() => {
      given.claimed('inbox');
      return given.holds('the conversation is in the list of alice', async () =>
        expect(await inboxOf(alice)).toContain(conversation.id),
      );
    });

    const left = await api.participants.leave(conversation.id, alice.id);
    const without = await seen({ [bob.id]: {}, [carol.id]: {} });

    await check('PARTICIPANT-LEAVE-01', 'the first of three is gone, and nobody else', () => {
      expect(left).toSucceed();
      expect(without).toHaveParticipants([bob.id, carol.id]);
    });

    await check('PARTICIPANT-LEAVE-02', 'gone from the list of who left, and from no other', async () => {
      listed();
      await eventually(async () => expect(await inboxOf(alice)).not.toContain(conversation.id));
      for (const person of [bob, carol])
        await eventually(async () => expect(await inboxOf(person), person.name).toContain(conversation.id));
    });

    await check('PARTICIPANT-LEAVE-04', 'attributes, createdAt and lastMessage stay', () => {
      const { participants: _, ...others } = conversationIn(without);
      const { participants: __, ...othersBefore } = before;
      expect(others).toEqual(othersBefore);
    });

    for (const [name, person] of Object.entries({ bob, carol }))
      await check('PARTICIPANT-LEAVE-04', `settings and read state of ${name} stay`, async () => {
        const state = await given.holds(`${name} still takes part`, () => {
          expect(participantIn(without, person)).toBeDefined();
          return Promise.resolve(participantIn(without, person));
        });
        expect(state).toEqual(before.participants[person.id]);
      });

    await check('PARTICIPANT-LEAVE-03', 'leaving again succeeds and changes nothing', async () => {
      expect(await api.participants.leave(conversation.id, alice.id)).toSucceed();
      await eventually(async () =>
        expect(conversationIn(await api.conversations.get(conversation.id))).toEqual(conversationIn(without)),
      );
    });

    const senderLeft = await api.participants.leave(conversation.id, bob.id);
    await check('PARTICIPANT-LEAVE-04', 'messages stay, also those of somebody who left', async () => {
      const [id] = sent();
      await eventually(async () => {
        const messages = messagesIn(await api.messages.list(conversation.id));
        expect(messages.filter((message) => message.id === id)).toMatchObject([{ text, senderId: bob.id }]);
      });
    });

    const lastLeft = await api.participants.leave(conversation.id, carol.id);
    const empty = await seen({});
    await check('PARTICIPANT-LEAVE-01', 'the sender and the last one leave too', () => {
      for (const exchange of [senderLeft, lastLeft]) expect(exchange).toSucceed();
      // That the conversation still exists is another matter.
      if (succeeded(empty))
        for (const person of [bob, carol]) expect(participantIn(empty, person), person.name).toBeUndefined();
    });
    await check('PARTICIPANT-LEAVE-05', 'nobody is left, and the conversation is', () => {
      expect(empty).toHaveParticipants([]);
    });

    await survey('PARTICIPANT-SILENT-01', 'PATCH of a person who does not take part', async () =>
      String((await api.participants.modify(conversation.id, alice.id, { notify: false })).status),
    );
  },
);
