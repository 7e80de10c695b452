/** Leaving takes one person out of a conversation, and can be repeated. Participation page: leaving. */
import { pat, similarToPat, usersOfDigits } from '../../fixtures/builders/neighbours.ts';
import { succeeded } from '../../fixtures/client/exchange.ts';
import { participantsIn } from '../../fixtures/reading/read.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [position, name] of [
  ['first', 'alice'],
  ['second', 'bob'],
  ['third', 'carol'],
] as const)
  test(
    `the ${position} of three people leaves`,
    covers('PARTICIPANT-LEAVE-01'),
    async ({ api, given, check, eventually }) => {
      const people = await given.users('alice', 'bob', 'carol');
      const { id } = await given.conversation({ with: Object.values(people) });

      const left = await api.participants.leave(id, people[name].id);

      await check('PARTICIPANT-LEAVE-01', 'that person is gone, and nobody else', async () => {
        expect(left).toSucceed();
        const others = Object.values(people).filter((person) => person !== people[name]);
        const remaining = others.map((person) => person.id);
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(remaining));
      });
    },
  );

for (const [who, name, history] of [
  ['the sender of the messages', 'alice', 'with messages'],
  ['a person who has it marked as unread', 'alice', 'marked as unread'],
  ['another person after one who left', 'bob', 'after somebody left'],
] as const)
  test(`${who} leaves`, covers('PARTICIPANT-LEAVE-01'), async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const { id, before } = await given.conversationInState(history, { with: [alice, bob, carol] });
    const person = { alice, bob }[name];

    const left = await api.participants.leave(id, person.id);

    await check('PARTICIPANT-LEAVE-01', 'that person is gone, and nobody else', async () => {
      expect(left).toSucceed();
      const others = Object.keys(before.participants).filter((one) => one !== person.id);
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(others));
    });
  });

test(
  'a person leaves others with similar ids',
  covers('PARTICIPANT-LEAVE-01'),
  async ({ api, given, check, eventually }) => {
    const people = await given.users(pat, ...similarToPat);
    const { [pat]: leaver, ...others } = people;
    const { id } = await given.conversation({ with: Object.values(people) });

    const left = await api.participants.leave(id, leaver.id);

    await check('PARTICIPANT-LEAVE-01', 'that person is gone, and nobody else', async () => {
      expect(left).toSucceed();
      const staying = Object.values(others).map((one) => one.id);
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(staying));
    });
  },
);

for (const [what, [first, second]] of Object.entries(usersOfDigits))
  test(
    `one of two people leaves, whose ids are ${what}`,
    covers('PARTICIPANT-LEAVE-01'),
    async ({ api, given, check, eventually }) => {
      const [leaver, other] = await given.usersWithIds(first, second);
      const { id } = await given.conversation({ with: [leaver, other] });

      const left = await api.participants.leave(id, leaver.id);

      await check('PARTICIPANT-LEAVE-01', 'that person is gone, and nobody else', async () => {
        expect(left).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants([other.id]));
      });
    },
  );

for (const history of ['new', 'with messages', 'with changed settings'] as const)
  test(
    `leaving ${inWords(history)} twice`,
    covers('PARTICIPANT-LEAVE-03'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversationInState(history, {
        with: [alice, bob],
        ...data.attributes(),
      });
      await given.left(conversation, alice);
      const before = await given.read(conversation);

      const again = await api.participants.leave(conversation.id, alice.id);

      await check('PARTICIPANT-LEAVE-03', 'it succeeds again, and nothing changes', async () => {
        expect(again).toSucceed();
        await eventually(async () => expect(await api.conversations.get(conversation.id)).toBeAs(before));
      });
    },
  );

test(
  'the only person leaves twice',
  covers('PARTICIPANT-LEAVE-03'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    await given.leftByAll(conversation, alice);

    const again = await api.participants.leave(conversation.id, alice.id);

    await check('PARTICIPANT-LEAVE-03', 'it succeeds again, and nobody takes part', async () => {
      expect(again).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toHaveParticipants([]),
      );
    });
  },
);

test(
  'the last person leaves',
  covers('PARTICIPANT-LEAVE-01', 'PARTICIPANT-LEAVE-05'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const { id } = conversation;
    await given.left(conversation, bob);

    const left = await api.participants.leave(id, alice.id);

    await check('PARTICIPANT-LEAVE-01', 'nobody takes part any more', async () => {
      expect(left).toSucceed();
      await eventually(async () => {
        const read = await api.conversations.get(id);
        // That the conversation still exists is the other requirement.
        if (succeeded(read)) expect(participantsIn(read)).toEqual([]);
      });
    });
    await check('PARTICIPANT-LEAVE-05', 'the conversation still exists', async () => {
      expect(left).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants([]));
    });
  },
);
