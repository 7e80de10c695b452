/** Leaving changes nothing for those who stay. Follows from the Participation page: leaving takes one person out. */
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { idsIn, messagesIn, notReadBy, type ConversationState } from '../../fixtures/reading/read.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [history, name] of [
  ['with changed settings', 'alice'],
  ['with messages', 'bob'],
  ['marked as read', 'alice'],
  ['marked as unread', 'bob'],
] as const)
  test(
    `one of three, ${name}, leaves ${inWords(history)}`,
    covers('PARTICIPANT-LEAVE-04'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const { id, before } = await given.conversationInState(history, {
        with: [alice, bob, carol],
        ...data.attributes(),
      });
      const person = { alice, bob }[name];

      const left = await api.participants.leave(id, person.id);

      await check('PARTICIPANT-LEAVE-04', 'everything else is as before', async () => {
        expect(left).toSucceed();
        // Whether who has left is still named as a reader is not documented.
        await eventually(async () =>
          expect(await api.conversations.get(id)).toBeAs(
            before,
            { participants: others(before, person) },
            person,
          ),
        );
      });
    },
  );

for (const who of ['the sender', 'another person'] as const)
  test(
    `${who} leaves a conversation with messages`,
    covers('PARTICIPANT-LEAVE-04'),
    async ({ api, given, check, eventually, data }) => {
      given.unlessDisclaimed('messages');
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const conversation = await given.conversation({ with: [alice, bob, carol] });
      const texts = [data.text(), data.text()];
      const sent = await given.messages(conversation, ...texts.map((text) => ({ from: alice, text })));
      const person = who === 'the sender' ? alice : carol;
      // Whether who has left is still named as a reader is not documented.
      const messages = async () =>
        messagesIn(await api.messages.list(conversation.id, fewMessages)).map((one) =>
          notReadBy(one, person),
        );
      const listed = async () => {
        const all = await messages();
        expect(all.map(({ id }) => String(id))).toInclude(sent);
        return all;
      };
      const before = await given.holds('the messages are listed', listed, 'MESSAGE-SEND-01');

      const left = await api.participants.leave(conversation.id, person.id);

      await check('PARTICIPANT-LEAVE-04', 'the messages are as before', async () => {
        expect(left).toSucceed();
        await eventually(async () => expect(await messages()).toEqual(before));
      });
    },
  );

test(
  'everybody leaves a conversation with messages, and one comes back',
  covers('PARTICIPANT-LEAVE-04'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('messages');
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const sent = await given.messages(
      conversation,
      ...[alice, bob].map((from) => ({ from, text: data.text() })),
    );
    await given.left(conversation, alice);
    await given.leftByAll(conversation, bob);

    await given.joined(conversation, alice);

    await check('PARTICIPANT-LEAVE-04', 'the messages are still there', async () => {
      await eventually(async () =>
        expect(idsIn(await api.messages.list(conversation.id, fewMessages)).sort()).toEqual([...sent].sort()),
      );
    });
  },
);

/** Those who took part beside a person. */
function others({ participants }: ConversationState, { id }: { readonly id: string }) {
  const { [id]: _, ...those } = participants;
  return those;
}
