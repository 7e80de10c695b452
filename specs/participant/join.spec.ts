/** Joining adds a person, with the settings given or their defaults. Participation page: joining, access and notify. */
import { usersOfDigits } from '../../fixtures/builders/neighbours.ts';
import { participantIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const defaults = { access: 'ReadWrite', notify: true } as const;

for (const [size, names] of [
  ['nobody', []],
  ['one person', ['alice']],
  ['two people', ['alice', 'carol']],
] as const)
  test(`joining ${size}`, covers('PARTICIPANT-JOIN-01'), async ({ api, given, check, eventually }) => {
    const { bob } = await given.users('bob');
    const others = Object.values(await given.users(...names));
    const { id } = await given.conversation({ with: others });

    const joined = await api.participants.join(id, bob.id);

    await check('PARTICIPANT-JOIN-01', 'the person takes part as well, with the defaults', async () => {
      expect(joined).toSucceed();
      await eventually(async () => {
        const read = await api.conversations.get(id);
        expect(read).toHaveParticipants([...others, bob].map((person) => person.id));
        expect(participantIn(read, bob)).toMatchObject(defaults);
      });
    });
  });

for (const [what, [first, second]] of Object.entries(usersOfDigits))
  test(
    `joining one of two people whose ids are ${what}`,
    covers('PARTICIPANT-JOIN-01'),
    async ({ api, given, check, eventually }) => {
      const [member, newcomer] = await given.usersWithIds(first, second);
      const { id } = await given.conversation({ with: [member] });

      const joined = await api.participants.join(id, newcomer.id);

      await check('PARTICIPANT-JOIN-01', 'both take part, the new one with the defaults', async () => {
        expect(joined).toSucceed();
        await eventually(async () => {
          const read = await api.conversations.get(id);
          expect(read).toHaveParticipants([member.id, newcomer.id]);
          expect(participantIn(read, newcomer)).toMatchObject(defaults);
        });
      });
    },
  );

for (const history of ['with messages', 'with changed settings', 'after somebody left'] as const)
  test(
    `joining a conversation ${history}`,
    covers('PARTICIPANT-JOIN-01'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const { id, before } = await given.conversationInState(history, { with: [alice, carol] });

      const joined = await api.participants.join(id, bob.id);

      await check('PARTICIPANT-JOIN-01', 'the person takes part as well, with the defaults', async () => {
        expect(joined).toSucceed();
        await eventually(async () => {
          const read = await api.conversations.get(id);
          expect(read).toHaveParticipants([...Object.keys(before.participants), bob.id]);
          expect(participantIn(read, bob)).toMatchObject(defaults);
        });
      });
    },
  );

for (const [left, body] of [
  ['notify', { access: 'Read' }],
  ['access', { notify: false }],
] as const)
  test(
    `joining without ${left}`,
    covers('PARTICIPANT-JOIN-01'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const { id } = await given.conversation({ with: [alice] });

      const joined = await api.participants.join(id, bob.id, body);

      await check('PARTICIPANT-JOIN-01', `${left} is ${defaults[left]}`, async () => {
        expect(joined).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toHaveParticipants({
            [alice.id]: {},
            [bob.id]: { [left]: defaults[left] },
          }),
        );
      });
    },
  );

for (const [settings, body] of [
  ['no settings', {}],
  ['access alone', { access: 'ReadWrite' }],
  ['notify alone', { notify: false }],
] as const)
  test(
    `joining again after leaving, with ${settings}`,
    covers('PARTICIPANT-JOIN-01'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice] });
      await given.joined(conversation, bob, { access: 'Read', notify: 'MentionsOnly' });
      await given.left(conversation, bob);

      const joined = await api.participants.join(conversation.id, bob.id, body);

      await check(
        'PARTICIPANT-JOIN-01',
        'what is left out is the default, not what it was before',
        async () => {
          expect(joined).toSucceed();
          await eventually(async () =>
            expect(await api.conversations.get(conversation.id)).toHaveParticipants({
              [alice.id]: {},
              [bob.id]: { ...defaults, ...body },
            }),
          );
        },
      );
    },
  );

for (const access of ['ReadWrite', 'Read'] as const)
  for (const notify of [true, false, 'MentionsOnly'] as const)
    test(
      `joining with access ${access} and notify ${notify}`,
      covers('PARTICIPANT-JOIN-03'),
      async ({ api, given, check, eventually }) => {
        const { bob } = await given.users('bob');
        const { id } = await given.conversation();

        const joined = await api.participants.join(id, bob.id, { access, notify });

        await check('PARTICIPANT-JOIN-03', 'both read back', async () => {
          expect(joined).toSucceed();
          await eventually(async () =>
            expect(await api.conversations.get(id)).toHaveParticipants({ [bob.id]: { access, notify } }),
          );
        });
      },
    );
