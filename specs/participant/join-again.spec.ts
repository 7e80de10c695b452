/** Joining as somebody who takes part overwrites the settings, and nothing else. Participation page: joining. */
import { refused, type Exchange } from '../../fixtures/client/exchange.ts';
import { participantIn, settingsOf, type ConversationState } from '../../fixtures/reading/read.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
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

test(
  'joining again without a body',
  covers('PARTICIPANT-JOIN-02'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice] });
    await given.joined({ id }, bob, { access: 'Read', notify: 'MentionsOnly' });

    const path = { conversationId: id, userId: bob.id };
    const joined = await api.call('joinConversation', path, { contentType: null, deliberate: true });

    await check('PARTICIPANT-JOIN-02', 'both settings fall back to their defaults', async () => {
      // That a body may be left out is known from clients only.
      if (refused(joined)) throw new NotApplicable('the target refuses to join without a body');
      expect(joined).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants({
          [alice.id]: {},
          [bob.id]: { access: 'ReadWrite', notify: true },
        }),
      );
    });
  },
);

/**
 * The participants as they were before, but one of them with these settings. What becomes of the read state of that one is not
 * documented, so it is expected to be as it is after.
 */
function participantsWith(
  { participants }: ConversationState,
  { id }: Person,
  settings: object | undefined,
  after: Exchange,
): ConversationState['participants'] {
  const own = participantIn(after, { id });
  return own ? { ...participants, [id]: { ...own, ...settings } } : participants;
}

for (const [history, name, role] of [
  ['with messages', 'alice', 'who has written them'],
  ['with messages', 'bob', 'for whom it is unread'],
  ['marked as read', 'bob', 'who has marked it'],
  ['marked as unread', 'alice', 'who has marked it'],
] as const)
  test(
    `joining again, as the one ${role}: ${inWords(history)}`,
    covers('PARTICIPANT-JOIN-04'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('alice', 'bob');
      const person = people[name];
      const { id, before } = await given.conversationInState(history, {
        with: [people.alice, people.bob],
        ...data.attributes(),
      });

      const settings = { access: 'Read', notify: false } as const;
      // That these are set is judged elsewhere (PARTICIPANT-JOIN-02).
      await given.joined({ id }, person, settings);

      await check('PARTICIPANT-JOIN-04', 'nothing else of the conversation changes', () =>
        eventually(async () => {
          const after = await api.conversations.get(id);
          const participants = participantsWith(before, person, settings, after);
          expect(after).toBeAs(before, { participants });
        }),
      );
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
      'where the settings are the defaults already, nothing else changes',
      async () => {
        expect(joined).toSucceed();
        await eventually(async () => {
          const after = await api.conversations.get(conversation.id);
          const participants = participantsWith(before, bob, settingsOf(before)[bob.id], after);
          expect(after).toBeAs(before, { participants });
        });
      },
    );
  },
);
