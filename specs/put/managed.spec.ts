/** The server manages the id, the time of creation and the last message. Follows from the Conversations page: type RequestBody. */
import { refused } from '../../fixtures/client/exchange.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [name, value] of [
  ['createdAt', 1],
  ['lastMessage', { id: 'msg_1', text: 'Hello' }],
] as const)
  test(
    `setting ${name}, which the server manages`,
    covers('PUT-MERGE-11'),
    async ({ api, given, check, eventually, data }) => {
      const { id, before } = await given.conversation({ subject: data.subject() });

      const subject = data.subject();
      const body = { subject, [name]: value };
      const put = await api.call('putConversation', { conversationId: id }, { body, deliberate: true });

      await check('PUT-MERGE-11', `${name} is ignored, or the call refused`, async () => {
        if (!refused(put)) expect(put).toSucceed();
        const changes = refused(put) ? {} : { subject };
        await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before, changes));
      });
    },
  );

test(
  'setting id, which the server manages',
  covers('PUT-MERGE-11'),
  async ({ api, given, check, eventually, data }) => {
    const { id, before } = await given.conversation();

    const [other, subject] = [given.newId(), data.subject()];
    const options = { body: { id: other, subject }, deliberate: true };
    const put = await api.call('putConversation', { conversationId: id }, options);

    const kept = await check('PUT-MERGE-11', 'id is ignored, or the call refused', async () => {
      if (!refused(put)) expect(put).toSucceed();
      const shown = { id, subject: refused(put) ? before.subject : subject };
      await eventually(async () => expect(await api.conversations.get(id)).toShow(shown));
    });
    // The clean-up knows of the first id only.
    if (!kept) await given.api.conversations.remove(other);
  },
);
