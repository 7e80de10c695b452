/** A setting that is sent as it already was does not stop the other. Participation page: PATCH changes the given fields. */
import { participantIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const before = { access: 'Read', notify: 'MentionsOnly' } as const;

for (const [changed, body] of [
  ['notify, and sending access as it is', { access: 'Read', notify: false }],
  ['access, and sending notify as it is', { access: 'ReadWrite', notify: 'MentionsOnly' }],
] as const)
  test(`changing ${changed}`, covers('PARTICIPANT-MODIFY-01'), async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.modified(conversation, bob, before);

    const modified = await api.participants.modify(conversation.id, bob.id, body);

    await check('PARTICIPANT-MODIFY-01', 'both are as sent', async () => {
      expect(modified).toSucceed();
      await eventually(async () =>
        expect(participantIn(await api.conversations.get(conversation.id), bob)).toMatchObject(body),
      );
    });
  });

test(
  'changing notify, and changing it back',
  covers('PARTICIPANT-MODIFY-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.modified(conversation, bob, { notify: false });
    await given.modified(conversation, bob, { notify: 'MentionsOnly' });

    const modified = await api.participants.modify(conversation.id, bob.id, { notify: false });

    await check('PARTICIPANT-MODIFY-01', 'it is false again', async () => {
      expect(modified).toSucceed();
      await eventually(async () =>
        expect(participantIn(await api.conversations.get(conversation.id), bob)).toMatchObject({
          notify: false,
        }),
      );
    });
  },
);
