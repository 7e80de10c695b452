/** Changing settings changes those that are given, of one person. Participation page: modifying. */
import { pat, similarToPat } from '../../fixtures/builders/neighbours.ts';
import { participantIn, settingsOf } from '../../fixtures/reading/read.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [change, from, body] of [
  ['access to Read', { access: 'ReadWrite', notify: false }, { access: 'Read' }],
  ['access to ReadWrite', { access: 'Read', notify: 'MentionsOnly' }, { access: 'ReadWrite' }],
  ['notify to true', { access: 'Read', notify: 'MentionsOnly' }, { notify: true }],
  ['notify to false', { access: 'Read', notify: 'MentionsOnly' }, { notify: false }],
  ['notify to MentionsOnly', { access: 'Read', notify: false }, { notify: 'MentionsOnly' }],
  ['both', { access: 'ReadWrite', notify: true }, { access: 'Read', notify: false }],
] as const)
  test(`changing ${change}`, covers('PARTICIPANT-MODIFY-01'), async ({ api, given, check, eventually }) => {
    const { bob } = await given.users('bob');
    const conversation = await given.conversation();
    await given.joined(conversation, bob, from);

    const modified = await api.participants.modify(conversation.id, bob.id, body);

    await check('PARTICIPANT-MODIFY-01', 'what is given changes, and nothing else', async () => {
      expect(modified).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toHaveParticipants({
          [bob.id]: { ...from, ...body },
        }),
      );
    });
  });

for (const [history, name] of [
  ['with messages', 'bob'],
  ['marked as unread', 'alice'],
] as const)
  test(
    `changing settings of ${name} in ${inWords(history)}`,
    covers('PARTICIPANT-MODIFY-01'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const { id } = { alice, bob }[name];
      const conversation = await given.conversationInState(history, { with: [alice, bob] });
      const { participants } = conversation.before;

      const settings = { access: 'Read', notify: false } as const;
      const modified = await api.participants.modify(conversation.id, id, settings);

      await check('PARTICIPANT-MODIFY-01', 'the read state of that person stays', async () => {
        expect(modified).toSucceed();
        const expected = { ...participants[id], ...settings };
        await eventually(async () =>
          expect(participantIn(await api.conversations.get(conversation.id), { id })).toEqual(expected),
        );
      });
    },
  );

for (const body of [
  { access: 'Read' },
  { access: 'ReadWrite' },
  { notify: false },
  { notify: 'MentionsOnly' },
] as const)
  test(
    `the same change twice: ${Object.entries(body).flat().join(' ')}`,
    covers('PARTICIPANT-MODIFY-02'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      await given.modified(conversation, bob, body);
      const before = await given.read(conversation);

      const again = await api.participants.modify(conversation.id, bob.id, body);

      await check('PARTICIPANT-MODIFY-02', 'it succeeds again, and nothing changes', async () => {
        expect(again).toSucceed();
        await eventually(async () => expect(await api.conversations.get(conversation.id)).toBeAs(before));
      });
    },
  );

for (const [position, name] of [
  ['first', 'alice'],
  ['second', 'bob'],
  ['third', 'carol'],
] as const)
  test(
    `changing settings of the ${position} of three`,
    covers('PARTICIPANT-MODIFY-02'),
    async ({ api, given, check, eventually }) => {
      const people = await given.users('alice', 'bob', 'carol');
      const { id, before } = await given.conversation({ with: Object.values(people) });

      const settings = { access: 'Read', notify: 'MentionsOnly' } as const;
      const modified = await api.participants.modify(id, people[name].id, settings);

      await check('PARTICIPANT-MODIFY-02', 'those of the other two stay', async () => {
        expect(modified).toSucceed();
        const expected = { ...settingsOf(before), [people[name].id]: settings };
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(expected));
      });
    },
  );

test(
  'changing settings of somebody beside people with similar ids',
  covers('PARTICIPANT-MODIFY-02'),
  async ({ api, given, check, eventually }) => {
    const people = await given.users(...similarToPat, pat);
    const person = people[pat];
    const { id, before } = await given.conversation({ with: Object.values(people) });

    const settings = { access: 'Read', notify: 'MentionsOnly' } as const;
    const modified = await api.participants.modify(id, person.id, settings);

    await check('PARTICIPANT-MODIFY-02', 'those of that person change, and no others', async () => {
      expect(modified).toSucceed();
      const expected = { ...settingsOf(before), [person.id]: settings };
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(expected));
    });
  },
);
