/** GET answers the conversation that was asked for, with every field of its documented type. Conversations page. */
import { conversationIn, fieldIn, isObject, participantIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test('reading a conversation', covers('RETRIEVE-FOUND-01'), async ({ api, given, check, data }) => {
  const [one, other] = await Promise.all([
    given.conversation({ subject: data.subject() }),
    given.conversation({ subject: data.subject() }),
  ]);

  for (const { id } of [one, other]) {
    const read = await api.conversations.get(id);
    await check('RETRIEVE-FOUND-01', 'it is the one that was asked for', () => {
      expect(read).toSucceed();
      expect(fieldIn(read, 'id'), 'id').toBe(id);
    });
  }
});

for (const [name, unset] of Object.entries({
  subject: null,
  photoUrl: null,
  welcomeMessages: null,
  lastMessage: null,
  custom: {},
}))
  test(`reading ${name} that was never set`, covers('RETRIEVE-FOUND-03'), async ({ api, given, check }) => {
    const { id } = await given.conversation();

    const read = await api.conversations.get(id);

    await check('RETRIEVE-FOUND-03', `it reads as ${JSON.stringify(unset)}`, () =>
      expect(read).toShow({ [name]: unset }),
    );
  });

for (const [settings, changes] of [
  ['default settings', undefined],
  ['other settings', { access: 'Read', notify: 'MentionsOnly' }],
] as const)
  test(
    `reading participants with ${settings}`,
    covers('RETRIEVE-FOUND-04'),
    async ({ api, given, check }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      if (changes) await given.modified(conversation, bob, changes);

      const read = await api.conversations.get(conversation.id);

      await check('RETRIEVE-FOUND-04', 'each has access, notify and isUnread', () => {
        const { participants } = conversationIn(read);
        expect(Object.keys(participants).sort()).toEqual([alice.id, bob.id]);
        for (const [id, entry] of Object.entries(participants))
          expect(isParticipation(entry), `participants.${id}`).toBe(true);
      });
    },
  );

test(
  'people who were added without settings',
  covers('RETRIEVE-FOUND-05'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const id = given.newId();
    const defaults = { access: 'ReadWrite', notify: true };

    const created = await api.conversations.put(id, { participants: [alice.id] });
    const added = await api.conversations.put(id, { participants: [bob.id] });

    for (const [person, put] of [
      [alice, created],
      [bob, added],
    ] as const)
      await check('RETRIEVE-FOUND-05', 'access is ReadWrite, and notify true', async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect({ ...participantIn(await api.conversations.get(id), person) }).toMatchObject(defaults),
        );
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
