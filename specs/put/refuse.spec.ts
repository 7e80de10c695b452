/** A body that breaks the documented type is refused, and nothing of it is written. Conversations page: type RequestBody. */
import { idPrefix } from '../../fixtures/run/ids.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const carol = `${idPrefix}carol`;
const dave = `${idPrefix}dave`;
const photoUrl = 'https://example.com/pictures/beside.png';

const wrongBodies = {
  'a subject that is a number': { subject: 5 },
  'a subject that is 0': { subject: 0 },
  'a photoUrl that is an object': { photoUrl: { url: photoUrl } },
  'welcomeMessages that are a string': { welcomeMessages: 'Hello' },
  'welcomeMessages that are an empty string': { welcomeMessages: '' },
  'welcomeMessages with a number': { welcomeMessages: ['Hello', 5] },
  'custom that is an array': { custom: ['value'] },
  'custom that is a string': { custom: 'value' },
  'custom that is an empty string': { custom: '' },
  'participants that are a string': { participants: carol },
  'participants that are an empty string': { participants: '' },
  'participants that are an object': { participants: { [carol]: {} } },
  'participants with a number': { participants: [carol, 5] },
};

for (const fault of ['a subject that is a number', 'participants that are a string'] as const)
  test(`creating with ${fault}`, covers('PUT-REFUSE-01'), async ({ api, given, check }) => {
    await given.users('carol');
    const id = given.newId();

    const options = { body: wrongBodies[fault], deliberate: true };
    const put = await api.call('putConversation', { conversationId: id }, options);

    await check('PUT-REFUSE-01', 'it is refused, and nothing is created', async () => {
      expect(put).toBeRefused();
      expect(await api.conversations.get(id)).toBeRefused();
    });
  });

test(
  'updating with wrong bodies',
  covers('PUT-REFUSE-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice', 'carol');
    const { id, before } = await given.conversation({ with: [alice], ...data.attributes() });

    for (const [fault, body] of Object.entries(wrongBodies)) {
      const put = await api.call('putConversation', { conversationId: id }, { body, deliberate: true });
      await check('PUT-REFUSE-01', `${fault} is refused`, () => expect(put).toBeRefused());
    }

    await check('PUT-REFUSE-01', 'nothing changes', async () => {
      await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
    });
  },
);

for (const [fault, beside, right] of [
  ['a subject that is a number', 'custom', { custom: { added: 'beside' } }],
  ['welcomeMessages with a number', 'photoUrl', { photoUrl }],
  ['custom that is a string', 'participants', { participants: [dave] }],
  ['custom that is an array', 'subject', { subject: 'beside' }],
  ['participants with a number', 'welcomeMessages', { welcomeMessages: ['beside'] }],
  ['a photoUrl that is an object', 'subject', { subject: 'beside' }],
  ['welcomeMessages that are a string', 'participants', { participants: [dave] }],
  ['participants that are a string', 'custom', { custom: { added: 'beside' } }],
  ['participants that are an object', 'photoUrl', { photoUrl }],
] as const)
  test(
    `updating ${beside} beside ${fault}`,
    covers('PUT-REFUSE-02'),
    async ({ api, given, check, eventually, data }) => {
      const { alice } = await given.users('alice', 'carol', 'dave');
      const { id, before } = await given.conversation({ with: [alice], ...data.attributes() });

      const options = { body: { ...wrongBodies[fault], ...right }, deliberate: true };
      const put = await api.call('putConversation', { conversationId: id }, options);
      given.refused(put, 'PUT-REFUSE-01');

      await check('PUT-REFUSE-02', `${beside} is not written`, async () => {
        await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
      });
    },
  );

test('updating with an array', covers('PUT-REFUSE-03'), async ({ api, given, check, eventually, data }) => {
  const { id, before } = await given.conversation(data.attributes());

  const options = { body: [{ subject: data.subject() }], deliberate: true };
  const put = await api.call('putConversation', { conversationId: id }, options);

  await check('PUT-REFUSE-03', 'it is refused, and nothing changes', async () => {
    expect(put).toBeRefused();
    await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
  });
});
