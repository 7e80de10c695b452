/** Requests that arrive at the same time all take effect. Follows from the Conversations page: PUT merges. */
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { conversationIn, participantIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { attributeNames, type Body } from './steps.ts';

test(
  'requests at the same time',
  covers('PUT-MERGE-12', 'PUT-CREATE-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob, carol, dave } = await given.users('alice', 'bob', 'carol', 'dave');
    const id = given.newId();
    const custom = data.custom();
    const put = (body: Body): Promise<Exchange> => api.conversations.put(id, body);
    const seen = (expectation: (read: Exchange) => void): Promise<Exchange> =>
      lastReading(eventually, () => api.conversations.get(id), expectation);

    const created = await put({ custom });
    if (!succeeded(created)) await given.conversation({ id, custom });
    const first = await seen((read) => expect(read).toShow({ custom }));

    await check('PUT-CREATE-02', 'custom alone creates a conversation', () => {
      expect(created).toSucceed();
      expect(first).toShow({ custom });
    });

    const set = data.attributes();
    // What a PUT undoes shows only where it began before another one: so the attributes come between two people.
    const puts = await Promise.all([
      ...attributeNames.map((name, index) =>
        put({ [name]: set[name], ...(index === 0 && { participants: [alice.id] }) }),
      ),
      put({ participants: [bob.id] }),
    ]);
    const then = await seen((read) => {
      expect(read).toShow(set);
      expect(read).toHaveParticipants([alice.id, bob.id]);
    });

    for (const [index, name] of attributeNames.entries())
      await check('PUT-MERGE-12', `${name}, beside other attributes`, () => {
        expect(puts[index] ?? created).toSucceed();
        expect(then).toShow({ [name]: set[name] });
      });
    for (const person of [alice, bob])
      await check('PUT-MERGE-12', `${person.name} is added, beside others`, () => {
        for (const answer of puts) expect(answer).toSucceed();
        expect(participantIn(then, person)).toBeDefined();
      });

    const again = { subject: data.subject(), welcomeMessages: data.welcomeMessages() };
    // A PUT that begins after another one would hide what that one undoes, so the message comes last.
    const [added, updated, joined, sent] = await Promise.all([
      put({ participants: [carol.id] }),
      put(again),
      api.participants.join(id, dave.id),
      given.optional(() => given.messages({ id }, { from: alice, text: data.text() })),
    ]);
    const last = await seen((read) => {
      expect(read).toShow(again);
      expect(read).toHaveParticipants([alice.id, bob.id, carol.id, dave.id]);
      expect(conversationIn(read).lastMessage).toBeTruthy();
    });

    await check('PUT-MERGE-12', 'attributes, while others join and write', () => {
      expect(updated).toSucceed();
      expect(last).toShow(again);
    });
    for (const [claim, answer, person] of [
      ['a person is added, while another joins', added, carol],
      ['a person joins, while another is added', joined, dave],
    ] as const)
      await check('PUT-MERGE-12', claim, () => {
        expect(answer).toSucceed();
        expect(participantIn(last, person)).toBeDefined();
      });
    await check('PUT-MERGE-12', 'a message is sent, while attributes are updated', () => {
      const [messageId] = sent();
      expect(conversationIn(last).lastMessage?.id).toBe(messageId);
    });
  },
);
