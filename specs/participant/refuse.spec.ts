/** Settings of an undocumented value are refused, and nothing of them is written. Participation page: type of the body. */
import { covers, expect, test } from '../../fixtures/test.ts';

const unknownAccess = { access: 'Owner', notify: false };
const unknownNotify = { access: 'Read', notify: 'Sometimes' };
const numberAsAccess = { access: 1, notify: 'MentionsOnly' };
const numberAsNotify = { access: 'Read', notify: 1 };
const zeroAsNotify = { access: 'Read', notify: 0 };
const emptyAccess = { access: '', notify: false };

const wrongCalls = [
  ['joining again', 'an unknown access', 'joinConversation', unknownAccess],
  ['joining again', 'a number as notify', 'joinConversation', numberAsNotify],
  ['changing settings', 'an unknown access', 'modifyParticipation', unknownAccess],
  ['changing settings', 'an empty string as access', 'modifyParticipation', emptyAccess],
  ['changing settings', 'an unknown notify', 'modifyParticipation', unknownNotify],
  ['changing settings', 'a number as access', 'modifyParticipation', numberAsAccess],
  ['changing settings', 'a number as notify', 'modifyParticipation', numberAsNotify],
  ['changing settings', '0 as notify', 'modifyParticipation', zeroAsNotify],
] as const;

test(
  'setting undocumented values',
  covers('PARTICIPANT-REFUSE-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id, before } = await given.conversation({ with: [alice, bob] });
    const ids = { conversationId: id, userId: bob.id };

    for (const [call, fault, operation, body] of wrongCalls) {
      const answer = await api.call(operation, ids, { body, deliberate: true });
      await check('PARTICIPANT-REFUSE-01', `${call} with ${fault} is refused`, () =>
        expect(answer).toBeRefused(),
      );
    }

    await check('PARTICIPANT-REFUSE-01', 'nothing changes', async () => {
      await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
    });
  },
);

for (const [fault, body] of [
  ['a number as access', numberAsAccess],
  ['an unknown notify', unknownNotify],
] as const)
  test(
    `joining with ${fault}`,
    covers('PARTICIPANT-REFUSE-01'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const { id, before } = await given.conversation({ with: [alice] });

      const ids = { conversationId: id, userId: bob.id };
      const answer = await api.call('joinConversation', ids, { body, deliberate: true });

      await check('PARTICIPANT-REFUSE-01', 'it is refused, and the person does not take part', async () => {
        expect(answer).toBeRefused();
        await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
      });
    },
  );
