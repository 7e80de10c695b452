/** Joining as somebody who takes part overwrites the settings, and nothing else. Participation page: joining. */
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [settings, body, expected] of [
  ['nothing', {}, { access: 'ReadWrite', notify: true }],
  ['access alone', { access: 'Read' }, { access: 'Read', notify: true }],
  ['notify alone', { notify: 'MentionsOnly' }, { access: 'ReadWrite', notify: 'MentionsOnly' }],
  ['both', { access: 'ReadWrite', notify: false }, { access: 'ReadWrite', notify: false }],
] as const)
  test(
    `joining again with ${settings}`,
    covers('PARTICIPANT-JOIN-02'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice] });
      await given.joined(conversation, bob, { access: 'Read', notify: 'MentionsOnly' });

      const joined = await api.participants.join(conversation.id, bob.id, body);

      await check(
        'PARTICIPANT-JOIN-02',
        'what is given is set, the rest falls back to its default',
        async () => {
          expect(joined).toSucceed();
          await eventually(async () =>
            expect(await api.conversations.get(conversation.id)).toHaveParticipants({
              [alice.id]: {},
              [bob.id]: expected,
            }),
          );
        },
      );
    },
  );

for (const [history, name] of [
  ['with messages', 'alice'],
  ['with messages', 'bob'],
  ['marked as read', 'bob'],
  ['marked as unread', 'alice'],
] as const)
  test(
    `${name} joins ${inWords(history)} again`,
    covers('PARTICIPANT-JOIN-04'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const { id } = { alice, bob }[name];
      const conversation = await given.conversationInState(history, {
        with: [alice, bob],
        ...data.attributes(),
      });
      const { participants } = conversation.before;

      const settings = { access: 'Read', notify: false } as const;
      const joined = await api.participants.join(conversation.id, id, settings);

      await check('PARTICIPANT-JOIN-04', 'nothing but the settings changes', async () => {
        expect(joined).toSucceed();
        const isUnread = participants[id]?.isUnread;
        const changes = { participants: { ...participants, [id]: { ...settings, isUnread } } };
        await eventually(async () =>
          expect(await api.conversations.get(conversation.id)).toBeAs(conversation.before, changes),
        );
      });
    },
  );

test(
  'joining again in a conversation without messages',
  covers('PARTICIPANT-JOIN-04'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const conversation = await given.conversation({ with: [alice, bob, carol], ...data.attributes() });
    await given.modified(conversation, carol, { access: 'Read', notify: 'MentionsOnly' });
    const before = await given.read(conversation);

    const joined = await api.participants.join(conversation.id, bob.id);

    await check(
      'PARTICIPANT-JOIN-04',
      'where the settings are the defaults already, nothing changes',
      async () => {
        expect(joined).toSucceed();
        await eventually(async () => expect(await api.conversations.get(conversation.id)).toBeAs(before));
      },
    );
  },
);
