/** A participation is that of one person in one conversation. Follows from the Participation page. */
import { neighbourhoodOf } from '../../fixtures/builders/neighbours.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const settings = { access: 'Read', notify: false } as const;

for (const [change, call] of [
  ['joins', 'join'],
  ['changes settings', 'modify'],
] as const)
  test(
    `a person ${change} beside others`,
    covers('PARTICIPANT-SCOPE-01'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const conversation = await given.conversation({
        with: call === 'join' ? [alice, carol] : [alice, bob, carol],
      });
      await given.optional(() => given.messages(conversation, { from: carol, text: data.text() }));
      await given.modified(conversation, carol, { access: 'Read', notify: 'MentionsOnly' });
      const { [bob.id]: _, ...others } = (await given.read(conversation)).participants;

      const changed = await api.participants[call](conversation.id, bob.id, settings);

      await check('PARTICIPANT-SCOPE-01', 'settings and read state of the others are as before', async () => {
        expect(changed).toSucceed();
        const expected = { ...others, [bob.id]: {} };
        await eventually(async () =>
          expect(await api.conversations.get(conversation.id)).toHaveParticipants(expected),
        );
      });
    },
  );

test(
  'a person joins, changes settings in and leaves one of several conversations',
  covers('PARTICIPANT-SCOPE-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id, neighbours } = neighbourhoodOf(given.newId());
    await given.conversationNotReadYet({ id, with: [alice] });
    const create = (one: string) => given.conversation({ id: one, with: [alice, bob] });
    const others = await Promise.all(neighbours.slice(0, 2).map(create));

    const changed = [
      await api.participants.join(id, bob.id, settings),
      await api.participants.modify(id, bob.id, { notify: 'MentionsOnly' }),
      await api.participants.leave(id, bob.id),
    ];

    await check('PARTICIPANT-SCOPE-01', 'conversations with similar ids are as they were', async () => {
      for (const one of changed) expect(one).toSucceed();
      for (const { id: other, before } of others)
        await eventually(async () => expect(await api.conversations.get(other)).toBeAs(before));
    });
  },
);

/** What a person has set in the other conversation, and what is changed in this one. */
const changes = [
  ['new', { access: 'Read' }],
  ['new', { notify: false }],
  ['new', { access: 'Read', notify: 'MentionsOnly' }],
  ['with changed settings', { access: 'ReadWrite' }],
  ['with changed settings', { notify: true }],
] as const;

for (const [history, change] of changes)
  test(
    `setting ${Object.keys(change).join(' and ')} in one of two conversations of a person, beside ${inWords(history)}`,
    covers('PARTICIPANT-SCOPE-01'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const other = await given.conversationInState(history, { with: [alice, bob] });
      const { id } = await given.conversation({ with: [alice, bob] });

      const changed = await api.participants.modify(id, bob.id, change);

      await check('PARTICIPANT-SCOPE-01', 'the other one is as it was', async () => {
        expect(changed).toSucceed();
        await eventually(async () => expect(await api.conversations.get(other.id)).toBeAs(other.before));
      });
    },
  );
