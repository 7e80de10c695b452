/** GET answers the conversation that was asked for, with every field of its documented type. Conversations page. */
import { fieldIn, isObject, participantIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [what, end] of [
  ['a conversation', ''],
  ['a conversation whose id has capital letters', '-MixedCase'],
] as const)
  test(`reading ${what}`, covers('RETRIEVE-FOUND-01'), async ({ api, given, check, eventually }) => {
    const { id } = await given.conversationNotReadYet({ id: given.newId(end) });

    await check('RETRIEVE-FOUND-01', 'it is the one that was asked for', async () => {
      await eventually(async () => expect(await api.conversations.get(id)).toShow({ id }));
    });
  });

for (const [name, unset] of Object.entries({
  subject: null,
  photoUrl: null,
  welcomeMessages: null,
  lastMessage: null,
  custom: {},
}))
  test(
    `reading ${name} that was never set`,
    covers('RETRIEVE-FOUND-03'),
    async ({ api, given, check, eventually }) => {
      const { id } = await given.conversation();

      await check('RETRIEVE-FOUND-03', `it reads as ${JSON.stringify(unset)}`, async () => {
        await eventually(async () => expect(await api.conversations.get(id)).toShow({ [name]: unset }));
      });
    },
  );

for (const [participants, names, changes] of [
  ['one participant', ['bob'], undefined],
  ['two participants, one with other settings', ['alice', 'bob'], { access: 'Read', notify: 'MentionsOnly' }],
] as const)
  test(`reading ${participants}`, covers('RETRIEVE-FOUND-04'), async ({ api, given, check, eventually }) => {
    const people = Object.values(await given.users(...names));
    const { id } = await given.conversationNotReadYet({ with: people });
    const bob = people.at(-1)?.id ?? '';
    if (changes) {
      const modifying = given.api.participants.modify(id, bob, changes);
      await given.done('changing settings', modifying, 'PARTICIPANT-MODIFY-01');
    }

    await check('RETRIEVE-FOUND-04', 'each has access, notify and isUnread', async () => {
      await eventually(async () => {
        const read = fieldIn(await api.conversations.get(id), 'participants');
        const entries = isObject(read) ? read : {};
        expect(Object.keys(entries).sort()).toEqual(people.map((person) => person.id));
        for (const [person, entry] of Object.entries(entries))
          expect(isParticipation(entry), `participants.${person}`).toBe(true);
      });
    });
  });

test(
  'adding people without settings',
  covers('RETRIEVE-FOUND-05'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const id = given.newId();
    const defaults = { access: 'ReadWrite', notify: true };

    const created = await api.conversations.put(id, { participants: [alice.id] });
    const added = await api.conversations.put(id, { participants: [bob.id] });
    const beside = await api.conversations.put(id, { participants: [carol.id, alice.id] });

    for (const [person, put] of [
      [alice, created],
      [bob, added],
      [carol, beside],
    ] as const)
      await check('RETRIEVE-FOUND-05', `access of ${person.name} is ReadWrite, and notify true`, async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect({ ...participantIn(await api.conversations.get(id), person) }).toMatchObject(defaults),
        );
      });
  },
);

test(
  'adding somebody again who left with other settings',
  covers('RETRIEVE-FOUND-05'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.modified(conversation, bob, { access: 'Read', notify: 'MentionsOnly' });
    await given.left(conversation, bob);

    const put = await api.conversations.put(conversation.id, { participants: [bob.id] });

    await check('RETRIEVE-FOUND-05', 'access is ReadWrite, and notify true', async () => {
      expect(put).toSucceed();
      await eventually(async () => {
        const read = await api.conversations.get(conversation.id);
        expect({ ...participantIn(read, bob) }).toMatchObject({ access: 'ReadWrite', notify: true });
      });
    });
  },
);

function isParticipation(entry: unknown): boolean {
  if (!isObject(entry)) return false;
  const { access, notify, isUnread } = entry;
  return (
    (access === 'ReadWrite' || access === 'Read') &&
    (typeof notify === 'boolean' || notify === 'MentionsOnly') &&
    typeof isUnread === 'boolean'
  );
}
