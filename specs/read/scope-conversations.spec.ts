/** Marking is about one conversation. Conversations page: it marks a conversation for a specific user. */
import { neighbourhoodOf } from '../../fixtures/builders/neighbours.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** What has happened in the other conversation, and who of the two people has it read or unread by that. */
const histories = [
  ['new', 'erin'],
  ['with messages', 'dave'],
  ['marked as read', 'dave'],
  ['marked as unread', 'erin'],
] as const;

for (const mark of ['read', 'unread'] as const)
  for (const [history, name] of histories)
    test(
      `marking as ${mark} one of two conversations of the same people, beside ${inWords(history)}`,
      covers('READ-SCOPE-02'),
      async ({ api, given, check, eventually }) => {
        const { erin, dave } = await given.users('erin', 'dave');
        const one = await given.conversationInState('with messages', { with: [erin, dave] });
        const other = await given.conversationInState(history, { with: [erin, dave] });
        await given.readState(one, erin);

        const person = { erin, dave }[name];
        const marked = await api.readState.set(person.id, one.id, { isUnread: mark === 'unread' });

        await check('READ-SCOPE-02', 'the other one is as it was', async () => {
          expect(marked).toSucceed();
          await eventually(async () => expect(await api.conversations.get(other.id)).toBeAs(other.before));
        });
      },
    );

test(
  'marking as unread one of several conversations',
  covers('READ-SCOPE-02'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const { id, neighbours } = neighbourhoodOf(given.newId());
    const create = (one: string) => given.conversation({ id: one, with: [alice] });
    const [conversation, ...others] = await Promise.all([create(id), ...neighbours.slice(0, 2).map(create)]);
    await given.messages(conversation, { from: alice, text: 'Hello' });
    await given.readState(conversation, alice);

    const marked = await api.readState.set(alice.id, id, { isUnread: true });

    await check('READ-SCOPE-02', 'conversations with similar ids are as they were', async () => {
      expect(marked).toSucceed();
      for (const { id: other, before } of others)
        await eventually(async () => expect(await api.conversations.get(other)).toBeAs(before));
    });
  },
);
